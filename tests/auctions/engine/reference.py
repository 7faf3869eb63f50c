"""A second, naive reading of the rules: after every change it sorts all maxima again.

Shares no code with the engine: its own increments, its own arithmetic on the plain documents of
the rules. Slow and obvious on purpose.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


class Refused(Exception):
    """What the reference would not allow, by its code."""


@dataclass(frozen=True)
class Offer:
    """An accepted bid: its place among the facts, who made it and the maximum."""

    sequence: int
    name: str
    maximum_minor: int


def naive_step(bands: list[dict[str, Any]], amount_minor: int) -> int:
    """The increment at an amount, by looking at every band and walking its pattern."""
    holding = bands[0]
    for band in bands:
        if band["from_minor"] <= amount_minor:
            holding = band
    if "basis_points" in holding:
        exact = amount_minor * holding["basis_points"]
        rounded_up = exact // 10_000 + (1 if exact % 10_000 else 0)
        return max(rounded_up, holding["floor_minor"])
    steps = holding["steps_minor"]
    position, turn = holding["from_minor"], 0
    while position + steps[turn % len(steps)] <= amount_minor:
        position += steps[turn % len(steps)]
        turn += 1
    return steps[turn % len(steps)]


class Reference:
    """One lot as somebody with a pencil would keep it."""

    def __init__(self, rules: dict[str, Any], terms: dict[str, Any]) -> None:
        self.rules, self.terms = rules, terms
        self.offers: list[Offer] = []
        self.voided: set[int] = set()
        self.price: int = terms["start"]
        self.ends: datetime = terms["ends"]
        self.reserve: int | None = terms["reserve"]
        self.lowered = False
        self.sequence = self.epoch = self.extensions = 0
        self.result: str | None = None
        self.winner: str | None = None

    def ranked(self) -> list[Offer]:
        """Each bidder's latest standing maximum: highest first, of equals the earliest."""
        standing = [offer for offer in self.offers if offer.sequence not in self.voided]
        latest = {offer.name: offer for offer in standing}
        return sorted(latest.values(), key=lambda offer: (-offer.maximum_minor, offer.sequence))

    @property
    def leader(self) -> Offer | None:
        ranked = self.ranked()
        return ranked[0] if ranked else None

    @property
    def second_minor(self) -> int | None:
        ranked = self.ranked()
        return ranked[1].maximum_minor if len(ranked) > 1 else None

    @property
    def minimum(self) -> int:
        if self.leader is None:
            return self.terms["start"]
        return self.price + naive_step(self.rules["increments"], self.price)

    @property
    def reserve_met(self) -> bool:
        return (
            self.reserve is not None
            and self.leader is not None
            and self.leader.maximum_minor >= self.reserve
        )

    def bid(self, name: str, maximum_minor: int, at: datetime) -> list[str]:
        self._must_be_open(at)
        before = (self.leader and self.leader.name, self.price)
        met_before = self.reserve_met
        raising = self.leader is not None and self.leader.name == name
        if raising and maximum_minor <= self.leader.maximum_minor:
            raise Refused("not_above_own_maximum")
        if not raising and maximum_minor < self.minimum:
            raise Refused("bid_too_low")

        self.sequence += 1
        self.offers.append(Offer(self.sequence, name, maximum_minor))
        contested = self._contested()
        if not raising:
            self.price = contested
        elif self.rules["own_raise_recompute"] and self.second_minor is not None:
            self.price = max(self.price, contested)
        self._apply_reserve()
        kinds = ["bid"]
        if self.leader.name != name:
            kinds.append("automatic_bid")
        if self.reserve_met and not met_before:
            kinds.append("reserve_met")
        if (self.leader.name, self.price) != before and self._extend(at):
            kinds.append("extension")
        self.sequence += len(kinds) - 1
        return kinds

    def void(self, sequences: list[int], at: datetime) -> list[str]:
        self._must_be_open(at)
        self.voided |= set(sequences)
        self.epoch += 1
        self.sequence += 1
        self.price = self.terms["start"] if self.leader is None else self._contested()
        self._apply_reserve()
        return ["void"]

    def lower_reserve(self, reserve_minor: int, at: datetime) -> list[str]:
        if self.result is not None:
            raise Refused("lot_closed")
        if self.lowered:
            raise Refused("reserve_already_lowered")
        if self.ends - at <= timedelta(hours=12):
            raise Refused("reserve_too_late")
        if self.reserve is None or not self.terms["start"] <= reserve_minor < self.reserve:
            raise Refused("reserve_not_lowered")
        met_before = self.reserve_met
        self.reserve, self.lowered = reserve_minor, True
        self._apply_reserve()
        if self.reserve_met and not met_before:
            self.sequence += 1
            return ["reserve_met"]
        return []

    @property
    def offer_stands(self) -> bool:
        """Whether Buy Now can be taken."""
        price = self.terms["buy_now"]
        if price is None or self.result is not None:
            return False
        if self.leader is None:
            return True
        if self.minimum >= price:
            return False
        policy = self.rules["buy_now"]
        return {
            "first_bid": False,
            "reserve_met": self.reserve is not None and not self.reserve_met,
            "percent": self.price * 10_000 < price * (policy["basis_points"] or 0),
            "price_reaches": self.price < price,
        }[policy["until"]]

    def buy(self, name: str, at: datetime) -> list[str]:
        if self.result == "bought":
            raise Refused("buy_now_gone")
        self._must_be_open(at)
        if not self.offer_stands:
            raise Refused("buy_now_gone")
        self.sequence += 1
        self.price, self.result, self.winner = self.terms["buy_now"], "bought", name
        return ["purchase"]

    def close(self, at: datetime) -> list[str]:
        if self.result is not None:
            raise Refused("lot_closed")
        if at < self.ends:
            raise Refused("lot_still_open")
        self.sequence += 1
        if self.leader is None:
            self.result = "unsold"
        elif self.reserve is not None and not self.reserve_met:
            self.result = "reserve_not_met"
        else:
            self.result, self.winner = "sold", self.leader.name
        return ["close"]

    def cancel(self, at: datetime) -> list[str]:
        if self.result is not None or at >= self.ends:
            raise Refused("lot_closed")
        self.sequence += 1
        self.result = "cancelled"
        return ["cancel"]

    def _must_be_open(self, at: datetime) -> None:
        if self.result is not None or at >= self.ends:
            raise Refused("lot_closed")
        if at < self.terms["starts"]:
            raise Refused("lot_not_open")

    def _contested(self) -> int:
        """What the two best maxima make of the price."""
        if self.second_minor is None:
            return self.terms["start"]
        step = naive_step(self.rules["increments"], self.second_minor)
        return min(self.leader.maximum_minor, self.second_minor + step)

    def _apply_reserve(self) -> None:
        if self.reserve is None or self.leader is None:
            return
        if self.reserve_met:
            self.price = max(self.price, self.reserve)
        elif self.rules["below_reserve"] == "full_maximum":
            self.price = self.leader.maximum_minor

    def _extend(self, at: datetime) -> bool:
        rules = self.rules["anti_sniping"]
        seconds_left = (self.ends - at).total_seconds()
        if rules["trigger_seconds"] == 0 or seconds_left > rules["trigger_seconds"]:
            return False
        if rules["max_extensions"] is not None and self.extensions >= rules["max_extensions"]:
            return False
        start = self.ends if rules["mode"] == "add" else at
        candidates = [start + timedelta(seconds=rules["extend_seconds"])]
        if self.terms["hard_end"] is not None:
            candidates.append(self.terms["hard_end"])
        if min(candidates) <= self.ends:
            return False
        self.ends = min(candidates)
        self.extensions += 1
        return True
