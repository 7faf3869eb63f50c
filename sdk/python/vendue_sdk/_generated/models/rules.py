from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.below_reserve import BelowReserve

if TYPE_CHECKING:
    from ..models.anti_sniping import AntiSniping
    from ..models.buy_now_policy import BuyNowPolicy


T = TypeVar("T", bound="Rules")


@_attrs_define
class Rules:
    """Every rule where markets differ, but the increments.

    Attributes:
        anti_sniping (AntiSniping): When a late bid extends a lot, and by how much (rule 5.2).
        own_raise_recompute (bool): Whether a raise of one's own maximum moves a price that it had capped.
        below_reserve (BelowReserve): How the price moves while the reserve is not met (rule 2.8).
        buy_now (BuyNowPolicy): How long a Buy Now offer stays open (rule 4).
    """

    anti_sniping: AntiSniping
    own_raise_recompute: bool
    below_reserve: BelowReserve
    buy_now: BuyNowPolicy

    def to_dict(self) -> dict[str, Any]:
        anti_sniping = self.anti_sniping.to_dict()

        own_raise_recompute = self.own_raise_recompute

        below_reserve = self.below_reserve.value

        buy_now = self.buy_now.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "anti_sniping": anti_sniping,
                "own_raise_recompute": own_raise_recompute,
                "below_reserve": below_reserve,
                "buy_now": buy_now,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.anti_sniping import AntiSniping  # noqa: PLC0415
        from ..models.buy_now_policy import BuyNowPolicy  # noqa: PLC0415

        d = dict(src_dict)
        anti_sniping = AntiSniping.from_dict(d.pop("anti_sniping"))

        own_raise_recompute = d.pop("own_raise_recompute")

        below_reserve = BelowReserve(d.pop("below_reserve"))

        buy_now = BuyNowPolicy.from_dict(d.pop("buy_now"))

        rules = cls(
            anti_sniping=anti_sniping,
            own_raise_recompute=own_raise_recompute,
            below_reserve=below_reserve,
            buy_now=buy_now,
        )

        return rules
