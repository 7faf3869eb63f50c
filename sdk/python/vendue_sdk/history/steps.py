"""What each decision must look like after what was seen before it (rules 2, 4 and 5)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from vendue_sdk.history.record import Json
from vendue_sdk.history.view import View

Fault = tuple[str, str]
Group = Sequence[Json]

_FOLLOWING = ("automatic_bid", "reserve_met", "extension")
_FINAL = ("purchase", "close", "cancel")


def decisions(facts: Sequence[Json]) -> Iterator[list[Json]]:
    """The facts as they were decided: each cause with what it brought about."""
    group: list[Json] = []
    for fact in facts:
        if group and not _follows(group, fact):
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _follows(group: Group, fact: Json) -> bool:
    """Whether a fact was brought about by the cause before it."""
    cause = group[0]
    if fact["kind"] not in _FOLLOWING or fact["at"] != cause["at"]:
        return False
    # A bid shows the price with which it meets the reserve. Otherwise a seller has lowered the
    # reserve, perhaps at the very moment of a bid.
    by_bid = len(group) == 1 and fact["price_minor"] == cause["price_minor"]
    return fact["kind"] != "reserve_met" or by_bid


def faults(view: View, group: Group) -> Iterator[Fault]:
    """Everything about a decision that cannot be, in the order one would look."""
    yield from _frame(view, group)
    kind = group[0]["kind"]
    judge = _JUDGES.get(kind)
    if judge is None:
        yield "cause", f"Nothing brings about this {kind}."
    else:
        yield from judge(view, group)


def _frame(view: View, group: Group) -> Iterator[Fault]:
    """What holds for any two facts in a row."""
    first = group[0]
    is_void = first["kind"] == "void"
    if view.result is not None:
        yield "after_the_end", "The lot had ended before."
    if _time(first["at"]) < view.last_at:
        yield "time", "It is earlier than the fact before it."
    price = view.terms.start if is_void else view.price
    for fact in group:
        if fact["epoch"] != view.epoch + is_void:
            yield "epoch", f"Epoch {fact['epoch']} follows epoch {view.epoch}."
        if fact["price_minor"] < price:
            yield "price_fell", f"The price went from {price} down to {fact['price_minor']}."
        price = fact["price_minor"]
        if (fact["result"] is not None) != (fact["kind"] in _FINAL):
            yield "result", "The last fact of a lot has its result, and no other."
        if fact["kind"] != "extension" and _time(fact["ends_at"]) != view.ends_at:
            yield "end_moved", "The end moved without an extension."


def _bid(view: View, group: Group) -> Iterator[Fault]:
    bid = group[0]
    if not view.is_open(_time(bid["at"])):
        yield "not_open", "It was decided while the lot was not open."
    if bid["bidder"] not in view.bidders and bid["bidder"] != f"bidder {len(view.bidders) + 1}":
        yield "bidder", "A new bidder does not have the next number."
    if bid["amount_minor"] != bid["price_minor"]:
        yield "amount", "The amount shown is not the price it makes."
    if None in (bid["commitments"]["bidder"], bid["commitments"]["maximum"]):
        yield "commitments", "A bid is not committed to."
    if bid["leader"] != bid["bidder"]:
        yield from _answered(view, group)
    elif bid["bidder"] == view.leader:
        yield from _raised(view, group)
    else:
        yield from _took_the_lead(view, group)
    yield from _aftermath(view, group)


def _answered(view: View, group: Group) -> Iterator[Fault]:
    """Rules 2.1, 2.4 and 2.5, with both amounts in the open."""
    bid, answer = group[0], group[min(1, len(group) - 1)]
    increments = view.terms.increments
    minimum = view.terms.start if view.leader is None else increments.above(view.price)
    if bid["amount_minor"] < minimum:
        yield "minimum_bid", f"{bid['amount_minor']} is below the minimum bid of {minimum}."
    if bid["leader"] != view.leader:
        yield "leader", "A bid that is answered changed the leader."
    if answer["kind"] != "automatic_bid" or answer["bidder"] != view.leader:
        yield "answer", "The leader's proxy did not answer."
        return
    if answer["amount_minor"] != answer["price_minor"]:
        yield "amount", "The amount of the answer is not the price it makes."
    full = increments.above(bid["amount_minor"])
    if answer["price_minor"] > full:
        yield "price", f"The answer is above one step, {full}."
    if view.maximum is not None and answer["price_minor"] != min(view.maximum, full):
        yield "price", f"The answer had to be {min(view.maximum, full)}."


def _took_the_lead(view: View, group: Group) -> Iterator[Fault]:
    """Rules 2.2 and 2.3. Where the bid met or may show a reserve, the price is the reserve's."""
    price = group[0]["price_minor"]
    terms = view.terms
    below_reserve = terms.shows_maximum_below_reserve and view.reserve_met is not True
    if "reserve_met" in _kinds(group) or below_reserve:
        return
    if view.leader is None:
        if price != terms.start:
            yield "price", f"The first bid stands at the start price, {terms.start}."
        return
    if view.maximum is not None:
        full = terms.increments.above(view.maximum)
        if not view.maximum < price <= full:
            yield "price", f"Beating {view.maximum} costs more than that and at most {full}."
        return
    minimum = terms.increments.above(view.price)
    if price < minimum and not terms.increments.is_one_above_some(price, view.price):
        yield "minimum_bid", f"{price} is below the minimum bid of {minimum}."


def _raised(view: View, group: Group) -> Iterator[Fault]:
    """Rule 2.7: one's own raise moves the price only where the old maximum had capped it."""
    price = group[0]["price_minor"]
    may_move = view.terms.raise_recomputes or view.reserve_met is not True
    if price != view.price and not may_move:
        yield "price", "By these rules one's own raise leaves the price where it is."
    if view.terms.has_reserve and view.reserve_met is not True:
        return
    capped = view.maximum is None or view.price >= view.maximum
    if price != view.price and not capped:
        yield "price", "The price moved although nothing had capped it."


def _aftermath(view: View, group: Group) -> Iterator[Fault]:
    """What a bid brings about: in one order, at its price and for its leader; then the end."""
    bid, last = group[0], group[-1]
    following = _kinds(group)[1:]
    expected = [kind for kind in _FOLLOWING if kind in following]
    if following != expected:
        yield "order", "These facts do not follow from one bid."
    if ("automatic_bid" in following) != (bid["leader"] != bid["bidder"]):
        yield "answer", "A proxy answers the bids it beats, and no others."
    if "reserve_met" in following and (not view.terms.has_reserve or view.reserve_met is True):
        yield "reserve", "There was no reserve left to meet."
    made = group[1] if "automatic_bid" in following else bid
    for fact in group:
        if fact["leader"] != bid["leader"]:
            yield "leader", "The leader changed twice in one decision."
        if fact["kind"] in ("reserve_met", "extension") and (
            fact["price_minor"] != made["price_minor"]
        ):
            yield "price", "It does not repeat the price that the bids made."
    moved = (last["price_minor"], last["leader"]) != (view.price, view.leader)
    at = _time(bid["at"])
    end = view.terms.end_after(at, view.ends_at, view.extensions) if moved else view.ends_at
    if _time(last["ends_at"]) != end or ("extension" in following) != (end != view.ends_at):
        yield "extension", f"By the rules the lot now ends at {end.isoformat()}."


def _lowered_reserve(view: View, group: Group) -> Iterator[Fault]:
    """Rule 2.8: only a seller who lowers the reserve can have it met without a bid."""
    if not view.terms.has_reserve or view.leader is None or len(group) > 1:
        yield "reserve", "There was no reserve to lower, or nobody to meet it."
    if group[0]["leader"] != view.leader:
        yield "leader", "A lowered reserve changed the leader."


def _void(view: View, group: Group) -> Iterator[Fault]:
    """Rule 2.9."""
    void = group[0]
    voided = set(void["voided_sequences"])
    if not voided or voided - view.standing:
        yield "void", "It voids what is not a standing bid."
    if (void["leader"] is None) != (voided == view.standing):
        yield "leader", "Somebody leads while a bid stands, and only then."
    if void["leader"] is None and void["price_minor"] != view.terms.start:
        yield "price", f"Without bids the price is the start price, {view.terms.start}."
    if len(group) > 1:
        yield "order", "Nothing follows from a void."


def _purchase(view: View, group: Group) -> Iterator[Fault]:
    """Rule 4."""
    fact = group[0]
    if not view.is_open(_time(fact["at"])):
        yield "not_open", "It was decided while the lot was not open."
    if not fact["amount_minor"] == fact["price_minor"] == view.terms.buy_now:
        yield "price", "It is not at the Buy Now price."
    if fact["result"] != "bought" or fact["bidder"] != fact["leader"]:
        yield "result", "The purchaser did not get the lot."


def _close(view: View, group: Group) -> Iterator[Fault]:
    """Rule 5.4."""
    close = group[0]
    if _time(close["at"]) < view.ends_at:
        yield "early_close", "The lot was closed before its end."
    if close["result"] not in _results(view):
        yield "result", f"The bids do not lead to {close['result']}."
    winner = (view.leader, view.price) if close["result"] == "sold" else (None, None)
    if (close["bidder"], close["amount_minor"]) != winner:
        yield "winner", "It does not go to the leader at the price, or not to nobody."
    yield from _unmoved(view, close)


def _results(view: View) -> tuple[str, ...]:
    if view.leader is None:
        return ("unsold",)
    if view.reserve_met is None:
        return ("sold", "reserve_not_met")
    return ("sold",) if view.reserve_met else ("reserve_not_met",)


def _cancel(view: View, group: Group) -> Iterator[Fault]:
    if group[0]["result"] != "cancelled":
        yield "result", "A cancelled lot has another result."
    if _time(group[0]["at"]) >= view.ends_at:
        yield "late_cancel", "The lot had ended: it could only be closed."
    yield from _unmoved(view, group[0])


def _unmoved(view: View, fact: Json) -> Iterator[Fault]:
    if (fact["leader"], fact["price_minor"]) != (view.leader, view.price):
        yield "leader", "The leader or the price changed at the end."


def _kinds(group: Group) -> list[str]:
    return [fact["kind"] for fact in group]


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


_JUDGES: dict[str, Callable[[View, Group], Iterator[Fault]]] = {
    "bid": _bid,
    "reserve_met": _lowered_reserve,
    "void": _void,
    "purchase": _purchase,
    "close": _close,
    "cancel": _cancel,
}
