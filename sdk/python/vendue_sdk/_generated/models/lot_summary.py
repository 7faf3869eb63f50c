from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.condition import Condition

if TYPE_CHECKING:
    from ..models.category_ref import CategoryRef
    from ..models.lot_state import LotState
    from ..models.photograph import Photograph
    from ..models.seller import Seller


T = TypeVar("T", bound="LotSummary")


@_attrs_define
class LotSummary:
    """A lot in a list.

    Attributes:
        lot_id (UUID):
        auction_id (None | UUID):
        category (CategoryRef): A category, as a lot names it.
        title (str):
        condition (Condition): What state the thing is in.
        country (str):
        city (str):
        seller (Seller): Who sells.
        photograph (None | Photograph): The first one.
        state (LotState | None): Always there in lists of published lots; version 1 published it as nullable.
    """

    lot_id: UUID
    auction_id: None | UUID
    category: CategoryRef
    title: str
    condition: Condition
    country: str
    city: str
    seller: Seller
    photograph: None | Photograph
    state: LotState | None

    def to_dict(self) -> dict[str, Any]:
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.photograph import Photograph  # noqa: PLC0415

        lot_id = str(self.lot_id)

        auction_id: None | str
        if isinstance(self.auction_id, UUID):
            auction_id = str(self.auction_id)
        else:
            auction_id = self.auction_id

        category = self.category.to_dict()

        title = self.title

        condition = self.condition.value

        country = self.country

        city = self.city

        seller = self.seller.to_dict()

        photograph: dict[str, Any] | None
        if isinstance(self.photograph, Photograph):
            photograph = self.photograph.to_dict()
        else:
            photograph = self.photograph

        state: dict[str, Any] | None
        if isinstance(self.state, LotState):
            state = self.state.to_dict()
        else:
            state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "auction_id": auction_id,
                "category": category,
                "title": title,
                "condition": condition,
                "country": country,
                "city": city,
                "seller": seller,
                "photograph": photograph,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_ref import CategoryRef  # noqa: PLC0415
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.photograph import Photograph  # noqa: PLC0415
        from ..models.seller import Seller  # noqa: PLC0415

        d = dict(src_dict)
        lot_id = UUID(d.pop("lot_id"))

        def _parse_auction_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                auction_id_type_0 = UUID(data)

                return auction_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        auction_id = _parse_auction_id(d.pop("auction_id"))

        category = CategoryRef.from_dict(d.pop("category"))

        title = d.pop("title")

        condition = Condition(d.pop("condition"))

        country = d.pop("country")

        city = d.pop("city")

        seller = Seller.from_dict(d.pop("seller"))

        def _parse_photograph(data: object) -> None | Photograph:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                photograph_type_0 = Photograph.from_dict(data)

                return photograph_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Photograph, data)

        photograph = _parse_photograph(d.pop("photograph"))

        def _parse_state(data: object) -> LotState | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                state_type_0 = LotState.from_dict(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotState | None, data)

        state = _parse_state(d.pop("state"))

        lot_summary = cls(
            lot_id=lot_id,
            auction_id=auction_id,
            category=category,
            title=title,
            condition=condition,
            country=country,
            city=city,
            seller=seller,
            photograph=photograph,
            state=state,
        )

        return lot_summary
