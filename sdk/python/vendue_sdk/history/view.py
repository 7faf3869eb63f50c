"""What anyone knows of a lot after some of its facts."""

from collections.abc import Sequence
from datetime import datetime

from vendue_sdk.history.record import Json
from vendue_sdk.history.rules import Terms


class View:
    """The public side of a lot. Amounts in minor units."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.price = terms.start
        self.leader: str | None = None
        #: The leader's whole maximum, where the facts have given it away.
        self.maximum: int | None = None
        self.epoch = 0
        self.ends_at = terms.ends_at
        self.extensions = 0
        self.bidders: set[str] = set()
        self.standing: set[int] = set()
        #: Whether the reserve is met; ``None`` where a void has made it unknown.
        self.reserve_met: bool | None = not terms.has_reserve
        self.last_at = datetime.min.replace(tzinfo=terms.starts_at.tzinfo)
        self.result: str | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether a bid decided at this moment was in time (rule 5.1)."""
        return self.terms.starts_at <= at < self.ends_at

    def take(self, group: Sequence[Json]) -> None:
        """Go on past one decision."""
        first, last = group[0], group[-1]
        kinds = {fact["kind"] for fact in group}
        if first["kind"] == "bid":
            self.standing.add(first["sequence"])
            self.bidders.add(first["bidder"])
            self.maximum = self._learnt(first, last, kinds)
        if first["kind"] == "void":
            self.standing -= set(first["voided_sequences"])
            self.maximum = None
            self.reserve_met = None if self.terms.has_reserve else True
        if "reserve_met" in kinds:
            self.reserve_met = True
        self.extensions += "extension" in kinds
        self.price, self.leader = last["price_minor"], last["leader"]
        self.epoch, self.result = last["epoch"], last["result"]
        self.ends_at = datetime.fromisoformat(last["ends_at"])
        self.last_at = datetime.fromisoformat(last["at"])

    def _learnt(self, bid: Json, last: Json, kinds: set[str]) -> int | None:
        """A price that stops short of its full step can only be the leader's whole maximum."""
        if bid["leader"] != bid["bidder"]:
            short = last["price_minor"] < self.terms.increments.above(bid["amount_minor"])
            return int(last["price_minor"]) if short else self.maximum
        beaten = self.maximum
        if self.leader == bid["bidder"] or beaten is None or "reserve_met" in kinds:
            return None
        short = bid["price_minor"] < self.terms.increments.above(beaten)
        return int(bid["price_minor"]) if short else None
