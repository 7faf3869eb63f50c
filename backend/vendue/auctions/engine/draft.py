"""The working copy of a lot's figures while one decision is made."""

from datetime import datetime

from vendue.auctions.engine.figures import Bidder, Decision, Fact, FactKind, LotFigures
from vendue.kernel.lots import LotResult, ReserveStanding


class Draft:
    """Figures that a decision changes step by step; each recorded fact shows them as they stand.

    Lives for one call and never leaves the engine: callers get frozen figures and facts.
    """

    __slots__ = (
        "at",
        "bid_count",
        "bidder_count",
        "ends_at",
        "epoch",
        "extension_count",
        "facts",
        "leader",
        "leader_maximum_minor",
        "price_minor",
        "reserve",
        "reserve_lowered",
        "reserve_minor",
        "result",
        "second_maximum_minor",
        "sequence",
    )

    def __init__(self, figures: LotFigures, at: datetime) -> None:
        self.at = at
        self.facts: list[Fact] = []
        self.epoch = figures.epoch
        self.sequence = figures.sequence
        self.price_minor = figures.price_minor
        self.ends_at = figures.ends_at
        self.leader = (
            None
            if figures.leader is None or figures.leader_number is None
            else Bidder(figures.leader, figures.leader_number)
        )
        self.leader_maximum_minor = figures.leader_maximum_minor
        self.second_maximum_minor = figures.second_maximum_minor
        self.reserve_minor = figures.reserve_minor
        self.reserve_lowered = figures.reserve_lowered
        self.reserve: ReserveStanding = figures.reserve
        self.extension_count = figures.extension_count
        self.bid_count = figures.bid_count
        self.bidder_count = figures.bidder_count
        self.result: LotResult | None = figures.result

    def record(
        self,
        kind: FactKind,
        bidder: Bidder | None = None,
        *,
        amount_minor: int | None = None,
        maximum_minor: int | None = None,
        voided_sequences: tuple[int, ...] = (),
    ) -> None:
        """Add the next fact, with the public figures as they stand in the draft now."""
        self.sequence += 1
        self.facts.append(
            Fact(
                kind=kind,
                sequence=self.sequence,
                epoch=self.epoch,
                at=self.at,
                bidder=None if bidder is None else bidder.id,
                bidder_number=None if bidder is None else bidder.number,
                amount_minor=amount_minor,
                price_minor=self.price_minor,
                ends_at=self.ends_at,
                maximum_minor=maximum_minor,
                leader_number=None if self.leader is None else self.leader.number,
                reserve=self.reserve,
                bid_count=self.bid_count,
                bidder_count=self.bidder_count,
                extension_count=self.extension_count,
                voided_sequences=voided_sequences,
                result=self.result,
            )
        )

    def decision(self) -> Decision:
        """The frozen outcome."""
        leader = self.leader
        return Decision(
            figures=LotFigures(
                price_minor=self.price_minor,
                ends_at=self.ends_at,
                epoch=self.epoch,
                sequence=self.sequence,
                leader=None if leader is None else leader.id,
                leader_number=None if leader is None else leader.number,
                leader_maximum_minor=self.leader_maximum_minor,
                second_maximum_minor=self.second_maximum_minor,
                reserve_minor=self.reserve_minor,
                reserve_lowered=self.reserve_lowered,
                extension_count=self.extension_count,
                bid_count=self.bid_count,
                bidder_count=self.bidder_count,
                closed_at=None if self.result is None else self.at,
                result=self.result,
            ),
            facts=tuple(self.facts),
        )
