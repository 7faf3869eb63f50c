"""Whether a decision can follow what was seen of a lot before it, from public facts alone."""

from collections.abc import Callable, Iterator, Sequence

from vendue.auctions.engine.figures import FactKind, pseudonym
from vendue.auctions.engine.rules import BelowReserve
from vendue.auctions.engine.seen import CONSEQUENCES, PublicFact, Seen, time_of
from vendue.kernel.lots import LotResult

#: The check that failed, and how.
Failure = tuple[str, str]
Decided = Sequence[PublicFact]


def failures(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """Everything about a decision that cannot be."""
    yield from _order(seen, decision)
    check = _CHECKS.get(decision[0]["kind"])
    if check is None:
        yield "cause", "It follows from nothing."
    else:
        yield from check(seen, decision)


def _order(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """What holds between any two facts: nothing after the end; times, epochs, prices, ends."""
    epoch = seen.epoch + (decision[0]["kind"] == FactKind.VOID)
    price_minor = seen.price_minor if epoch == seen.epoch else seen.start_minor
    if seen.result is not None:
        yield "after_the_end", "The lot had its result already."
    if time_of(decision[0]["at"]) < seen.last_at:
        yield "time", "It is earlier than the fact before it."
    for fact in decision:
        if fact["epoch"] != epoch:
            yield "epoch", "The epoch grows by one with a void and not otherwise."
        if fact["price_minor"] < price_minor:
            yield "price_fell", "The price is lower than it can have become."
        price_minor = fact["price_minor"]
        if fact["kind"] != FactKind.EXTENSION and time_of(fact["ends_at"]) != seen.ends_at:
            yield "end_moved", "Only an extension moves the end."
        if (fact["result"] is None) == (fact["kind"] in _LAST):
            yield "result", "The last fact of a lot, and no other, has a result."


def _bid(seen: Seen, decision: Decided) -> Iterator[Failure]:
    bid = decision[0]
    if not seen.is_open(time_of(bid["at"])):
        yield "not_open", "The bid was decided while the lot was not open."
    if bid["amount_minor"] != bid["price_minor"]:
        yield "amount", "A bid shows the price it makes."
    if bid["bidder"] not in seen.bidders and bid["bidder"] != pseudonym(len(seen.bidders) + 1):
        yield "bidder", "A new bidder takes the next number."
    if bid["leader"] != bid["bidder"]:
        yield from _answered(seen, decision)
    elif bid["leader"] != seen.leader:
        yield from _new_lead(seen, decision)
    yield from _consequences(seen, decision)


def _answered(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """A bid that the leader's proxy beats: both amounts are public, and so is the step."""
    bid, answer = decision[0], decision[1] if len(decision) > 1 else decision[0]
    minimum_minor = seen.step_above(seen.price_minor)
    if bid["amount_minor"] < minimum_minor:
        yield "minimum_bid", f"The minimum bid was {minimum_minor}."
    if answer["kind"] != FactKind.AUTOMATIC_BID or answer["bidder"] != answer["leader"]:
        yield "answer", "The leader's proxy did not answer."
    if bid["leader"] != seen.leader:
        yield "leader", "A bid that is answered leaves the lead where it was."
    if answer["amount_minor"] != answer["price_minor"]:
        yield "amount", "An automatic bid shows the price it makes."
    highest_minor = seen.step_above(bid["amount_minor"])
    known_minor = seen.known_maximum_minor
    if answer["price_minor"] > highest_minor:
        yield "price", f"The answer to this bid is {highest_minor} at most."
    elif known_minor is not None and answer["price_minor"] != min(highest_minor, known_minor):
        yield "price", "The leader's maximum was known and gives another price."


def _new_lead(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """A bid that takes the lead: its price is determined where the beaten maximum was known."""
    price_minor = decision[0]["price_minor"]
    if _reserve_may_have_priced(seen, decision):
        return
    if seen.leader is None:
        if price_minor != seen.start_minor:
            yield "price", "The first bid is at the start price."
    elif seen.known_maximum_minor is not None:
        highest_minor = seen.step_above(seen.known_maximum_minor)
        if not seen.known_maximum_minor < price_minor <= highest_minor:
            yield "price", f"The price is above the maximum beaten, {highest_minor} at most."


def _reserve_may_have_priced(seen: Seen, decision: Decided) -> bool:
    met = any(fact["kind"] == FactKind.RESERVE_MET for fact in decision)
    full = seen.rules.below_reserve is BelowReserve.FULL_MAXIMUM
    return seen.has_reserve and (met or full)


def _consequences(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """What a bid brings about comes in one order and repeats its outcome; so does the new end."""
    bid, last = decision[0], decision[-1]
    kinds = [FactKind(fact["kind"]) for fact in decision[1:]]
    if kinds != sorted(set(kinds), key=CONSEQUENCES.index):
        yield "order", "These facts do not follow from one bid."
    if (FactKind.AUTOMATIC_BID in kinds) != (bid["leader"] != bid["bidder"]):
        yield "answer", "A proxy answers the bids it beats, and no others."
    if FactKind.RESERVE_MET in kinds and not seen.has_reserve:
        yield "reserve", "The lot has no reserve."
    made = decision[1] if FactKind.AUTOMATIC_BID in kinds else bid
    for fact in decision:
        if fact["leader"] != bid["leader"]:
            yield "leader", "What a bid brings about does not change the lead again."
        if fact["kind"] in _REPEATING and fact["price_minor"] != made["price_minor"]:
            yield "price", "It repeats the price that the bids have made."
    moved = (last["price_minor"], last["leader"]) != (seen.price_minor, seen.leader)
    ends_at = seen.end_after(time_of(last["at"])) if moved else seen.ends_at
    extended = FactKind.EXTENSION in kinds
    if time_of(last["ends_at"]) != ends_at or extended != (ends_at != seen.ends_at):
        yield "extension", f"By the rule the lot now ends at {ends_at.isoformat()}."


def _lowered_reserve(seen: Seen, decision: Decided) -> Iterator[Failure]:
    """A reserve met without a bid: the seller lowered it under the leader's maximum."""
    if not seen.has_reserve or seen.leader is None or len(decision) > 1:
        yield "reserve", "There is no reserve, or nobody who could have met it."
    if decision[0]["leader"] != seen.leader:
        yield "leader", "A lowered reserve leaves the lead where it was."


def _void(seen: Seen, decision: Decided) -> Iterator[Failure]:
    void = decision[0]
    voided = set(void["voided_sequences"])
    if not voided or not voided <= seen.standing:
        yield "void", "It voids what is not a standing bid."
    if (void["leader"] is None) != (not seen.standing - voided):
        yield "leader", "Somebody leads while, and only while, a bid stands."
    if void["leader"] is None and void["price_minor"] != seen.start_minor:
        yield "price", "Without a bid the price is the start price."


def _purchase(seen: Seen, decision: Decided) -> Iterator[Failure]:
    purchase = decision[0]
    if not seen.is_open(time_of(purchase["at"])):
        yield "not_open", "The purchase was decided while the lot was not open."
    if not purchase["amount_minor"] == purchase["price_minor"] == seen.buy_now_minor:
        yield "price", "A purchase is at the price of Buy Now."
    if purchase["result"] != LotResult.BOUGHT or purchase["bidder"] != purchase["leader"]:
        yield "result", "A purchase ends the lot for the purchaser."


def _close(seen: Seen, decision: Decided) -> Iterator[Failure]:
    close = decision[0]
    if time_of(close["at"]) < seen.ends_at:
        yield "early_close", "The lot was closed before its end."
    if close["result"] not in _possible_results(seen):
        yield "result", "The bids do not allow this result."
    sold = close["result"] == LotResult.SOLD
    winner = (seen.leader, seen.price_minor) if sold else (None, None)
    if (close["bidder"], close["amount_minor"]) != winner:
        yield "winner", "A sold lot goes to its leader at its price, an unsold one to nobody."
    if (close["leader"], close["price_minor"]) != (seen.leader, seen.price_minor):
        yield "leader", "The close changes neither the leader nor the price."


def _possible_results(seen: Seen) -> tuple[LotResult, ...]:
    if seen.leader is None:
        return (LotResult.UNSOLD,)
    if seen.has_reserve:
        return (LotResult.SOLD, LotResult.RESERVE_NOT_MET)
    return (LotResult.SOLD,)


def _cancel(seen: Seen, decision: Decided) -> Iterator[Failure]:
    cancel = decision[0]
    if time_of(cancel["at"]) >= seen.ends_at:
        yield "late_cancel", "The lot had ended: it could only be closed."
    if cancel["result"] != LotResult.CANCELLED:
        yield "result", "A cancelled lot has no other result."
    if (cancel["leader"], cancel["price_minor"]) != (seen.leader, seen.price_minor):
        yield "leader", "Cancelling changes neither the leader nor the price."


_LAST = (FactKind.PURCHASE, FactKind.CLOSE, FactKind.CANCEL)
_REPEATING = (FactKind.RESERVE_MET, FactKind.EXTENSION)
_CHECKS: dict[str, Callable[[Seen, Decided], Iterator[Failure]]] = {
    FactKind.BID: _bid,
    FactKind.RESERVE_MET: _lowered_reserve,
    FactKind.VOID: _void,
    FactKind.PURCHASE: _purchase,
    FactKind.CLOSE: _close,
    FactKind.CANCEL: _cancel,
}
