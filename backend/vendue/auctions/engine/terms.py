"""The terms a lot was published under. They never change; what moves is in ``figures``."""

from dataclasses import dataclass
from datetime import datetime

from vendue.auctions.engine.rules import Rules
from vendue.auctions.errors import InvalidTerms
from vendue.kernel.money import MAXIMUM_MINOR


@dataclass(frozen=True, slots=True)
class LotTerms:
    """What a lot is sold for, when and by which rules. Amounts in minor units of ``currency``.

    ``reserve_minor`` is secret; it is the reserve at publication, a lowered one stands in the
    figures. ``ends_at`` is the end at publication, the end in force stands in the figures.
    Raises ``InvalidTerms`` where the terms contradict each other.
    """

    currency: str
    start_price_minor: int
    starts_at: datetime
    ends_at: datetime
    rules: Rules
    reserve_minor: int | None = None
    buy_now_minor: int | None = None
    hard_end: datetime | None = None

    def __post_init__(self) -> None:
        _require_amount("start_price_minor", self.start_price_minor)
        if self.ends_at <= self.starts_at:
            raise InvalidTerms("ends_at", "A lot ends after it starts.")
        if self.hard_end is not None and self.hard_end < self.ends_at:
            raise InvalidTerms("hard_end", "The hard end is not before the end.")
        if self.reserve_minor is not None:
            _require_amount("reserve_minor", self.reserve_minor)
            if self.reserve_minor < self.start_price_minor:
                raise InvalidTerms("reserve_minor", "A reserve is not below the start price.")
        if self.buy_now_minor is not None:
            self._require_buy_now(self.buy_now_minor)

    def _require_buy_now(self, buy_now_minor: int) -> None:
        _require_amount("buy_now_minor", buy_now_minor)
        if buy_now_minor <= self.start_price_minor:
            raise InvalidTerms("buy_now_minor", "The Buy Now price is above the start price.")
        if self.reserve_minor is not None and buy_now_minor < self.reserve_minor:
            raise InvalidTerms("buy_now_minor", "The Buy Now price is at least the reserve.")


def _require_amount(field: str, amount_minor: int) -> None:
    if not 1 <= amount_minor <= MAXIMUM_MINOR:
        raise InvalidTerms(field, "An amount is at least one minor unit and at most 10^15.")
