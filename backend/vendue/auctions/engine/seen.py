"""What the public knows of a lot as its facts go by: the ground to judge each next one on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from vendue.auctions.engine.figures import FactKind
from vendue.auctions.engine.pricing import extended_end
from vendue.auctions.engine.rule_documents import parse_rules

PublicFact = Mapping[str, Any]

CONSEQUENCES = (FactKind.AUTOMATIC_BID, FactKind.RESERVE_MET, FactKind.EXTENSION)


def decisions(facts: Sequence[PublicFact]) -> Iterator[list[PublicFact]]:
    """The facts of a history as they were decided: a cause, then what it brought about."""
    group: list[PublicFact] = []
    for fact in facts:
        if group and not _follows(group, fact):
            yield group
            group = []
        group.append(fact)
    if group:
        yield group


def _follows(group: list[PublicFact], fact: PublicFact) -> bool:
    """Whether a fact was brought about by the one that begins the group."""
    if fact["kind"] not in CONSEQUENCES or fact["at"] != group[0]["at"]:
        return False
    if fact["kind"] != FactKind.RESERVE_MET:
        return True
    # A bid makes the price with which it meets a reserve. At another price, or after anything
    # else, the seller has lowered the reserve at the same microsecond.
    return len(group) == 1 and fact["price_minor"] == group[0]["price_minor"]


def time_of(text: str) -> datetime:
    """A time as the history writes it."""
    return datetime.fromisoformat(text)


class Seen:
    """The public side of a lot after some of its facts. Amounts in minor units."""

    def __init__(self, terms: Mapping[str, Any]) -> None:
        self.rules = parse_rules(terms["rules"])
        self.start_minor: int = terms["start_price_minor"]
        self.buy_now_minor: int | None = terms["buy_now_minor"]
        self.has_reserve = terms["reserve_commitment"] is not None
        self.starts_at = time_of(terms["starts_at"])
        self.hard_end = None if terms["hard_end"] is None else time_of(terms["hard_end"])
        self.ends_at = time_of(terms["ends_at"])
        self.last_at = self.starts_at - timedelta.resolution
        self.price_minor = self.start_minor
        self.leader: str | None = None
        self.epoch = 0
        self.extension_count = 0
        self.bidders: set[str] = set()
        self.standing: set[int] = set()
        self.result: str | None = None
        #: The leader's whole maximum, where the facts have given it away.
        self.known_maximum_minor: int | None = None

    def step_above(self, amount_minor: int) -> int:
        """One step above an amount."""
        return amount_minor + self.rules.increments.increment(amount_minor)

    def is_open(self, at: datetime) -> bool:
        """Whether bidding was open at ``at``."""
        return self.starts_at <= at < self.ends_at

    def end_after(self, at: datetime) -> datetime:
        """The end, once a bid at ``at`` has moved the price or the leader."""
        return extended_end(
            self.rules.anti_sniping, self.ends_at, self.hard_end, self.extension_count, at
        )

    def take(self, decision: Sequence[PublicFact]) -> None:
        """Take the facts of one decision as given."""
        for fact in decision:
            kind = fact["kind"]
            if kind == FactKind.BID:
                self.standing.add(fact["sequence"])
                self.bidders.add(fact["bidder"])
                self._learn_from_bid(fact, decision)
            elif kind == FactKind.EXTENSION:
                self.extension_count += 1
            elif kind == FactKind.VOID:
                self.standing -= set(fact["voided_sequences"])
                self.known_maximum_minor = None
        last = decision[-1]
        self.price_minor = last["price_minor"]
        self.leader = last["leader"]
        self.epoch = last["epoch"]
        self.ends_at = time_of(last["ends_at"])
        self.last_at = time_of(last["at"])
        self.result = last["result"]

    def _learn_from_bid(self, bid: PublicFact, decision: Sequence[PublicFact]) -> None:
        """A price short of the full step can only be the leader's whole maximum."""
        if bid["leader"] == bid["bidder"]:
            self.known_maximum_minor = None
        elif decision[-1]["price_minor"] < self.step_above(bid["amount_minor"]):
            self.known_maximum_minor = decision[-1]["price_minor"]
