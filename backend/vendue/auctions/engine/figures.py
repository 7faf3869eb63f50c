"""What a decision about a lot reads and leaves behind: its figures, and the facts it adds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from vendue.auctions.engine.terms import LotTerms
from vendue.kernel.lots import LotResult, ReserveStanding


class FactKind(StrEnum):
    """What happened to a lot. A bid that the leader's proxy answers is two facts."""

    BID = "bid"
    AUTOMATIC_BID = "automatic_bid"
    EXTENSION = "extension"
    RESERVE_MET = "reserve_met"
    VOID = "void"
    PURCHASE = "purchase"
    CLOSE = "close"
    CANCEL = "cancel"


class Bidder(NamedTuple):
    """Who bids: the account, which is private, and the number it goes by on this lot."""

    id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class LotFigures:
    """Everything that changes about a published lot; what its locked row holds.

    ``leader_maximum_minor``, ``second_maximum_minor`` and ``reserve_minor`` are secret.
    ``second_maximum_minor`` is the highest maximum among all bidders but the leader.
    ``sequence`` is the number of the last fact, 0 before the first.
    """

    price_minor: int
    ends_at: datetime
    epoch: int = 0
    sequence: int = 0
    leader: UUID | None = None
    leader_number: int | None = None
    leader_maximum_minor: int | None = None
    second_maximum_minor: int | None = None
    reserve_minor: int | None = None
    reserve_lowered: bool = False
    extension_count: int = 0
    bid_count: int = 0
    bidder_count: int = 0
    closed_at: datetime | None = None
    result: LotResult | None = None

    @property
    def reserve(self) -> ReserveStanding:
        """Whether there is a reserve and the leader's maximum reaches it."""
        if self.reserve_minor is None:
            return ReserveStanding.NONE
        if self.leader_maximum_minor is None or self.leader_maximum_minor < self.reserve_minor:
            return ReserveStanding.NOT_MET
        return ReserveStanding.MET


@dataclass(frozen=True, slots=True)
class Fact:
    """One public change of a lot (rule 7), with what everybody may know right after it.

    Private: ``bidder`` (the public knows ``bidder_number``) and ``maximum_minor`` (set on bids
    only). ``voided_sequences`` names the bids a void takes out; ``result`` stands on the last
    fact of a lot alone. ``amount_minor`` is the amount shown: for whoever leads, the price.
    """

    kind: FactKind
    sequence: int
    epoch: int
    at: datetime
    bidder: UUID | None
    bidder_number: int | None
    amount_minor: int | None
    price_minor: int
    ends_at: datetime
    maximum_minor: int | None
    leader_number: int | None
    reserve: ReserveStanding
    bid_count: int
    bidder_count: int
    extension_count: int
    voided_sequences: tuple[int, ...]
    result: LotResult | None

    @property
    def closed_at(self) -> datetime | None:
        """When the lot ended, on the fact that ended it."""
        return None if self.result is None else self.at


@dataclass(frozen=True, slots=True)
class Decision:
    """The figures after a decision and the facts it adds, in order. Facts share their time."""

    figures: LotFigures
    facts: tuple[Fact, ...]


def opening_figures(terms: LotTerms) -> LotFigures:
    """The figures of a lot at its publication, before any fact."""
    return LotFigures(
        price_minor=terms.start_price_minor,
        ends_at=terms.ends_at,
        reserve_minor=terms.reserve_minor,
    )


def pseudonym(number: int | None) -> str | None:
    """How the public calls a bidder of a lot (rule 7)."""
    return None if number is None else f"bidder {number}"
