from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.condition import Condition
from ..models.lot_language import LotLanguage
from ..models.vat_scheme import VatScheme

if TYPE_CHECKING:
    from ..models.category_ref import CategoryRef
    from ..models.lot_attributes import LotAttributes
    from ..models.lot_state import LotState
    from ..models.photograph import Photograph
    from ..models.seller import Seller
    from ..models.shipping_option import ShippingOption


T = TypeVar("T", bound="Lot")


@_attrs_define
class Lot:
    """A lot, as everybody may read it.

    Attributes:
        lot_id (UUID):
        auction_id (None | UUID): Null until the lot is published.
        category (CategoryRef): A category, as a lot names it.
        title (str):
        description (str):
        language (LotLanguage): The language a lot is described in.
        condition (Condition): What state the thing is in.
        attributes (LotAttributes):
        country (str):
        city (str):
        shipping (list[ShippingOption]):
        terms (str):
        currency (str):
        start_price_minor (int):
        vat_scheme (VatScheme): How VAT is charged on a lot.
        seller (Seller): Who sells.
        photographs (list[Photograph]):
        state (LotState | None): Null until the lot is published.
        created_at (datetime.datetime):
    """

    lot_id: UUID
    auction_id: None | UUID
    category: CategoryRef
    title: str
    description: str
    language: LotLanguage
    condition: Condition
    attributes: LotAttributes
    country: str
    city: str
    shipping: list[ShippingOption]
    terms: str
    currency: str
    start_price_minor: int
    vat_scheme: VatScheme
    seller: Seller
    photographs: list[Photograph]
    state: LotState | None
    created_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        from ..models.lot_state import LotState  # noqa: PLC0415

        lot_id = str(self.lot_id)

        auction_id: None | str
        if isinstance(self.auction_id, UUID):
            auction_id = str(self.auction_id)
        else:
            auction_id = self.auction_id

        category = self.category.to_dict()

        title = self.title

        description = self.description

        language = self.language.value

        condition = self.condition.value

        attributes = self.attributes.to_dict()

        country = self.country

        city = self.city

        shipping = []
        for shipping_item_data in self.shipping:
            shipping_item = shipping_item_data.to_dict()
            shipping.append(shipping_item)

        terms = self.terms

        currency = self.currency

        start_price_minor = self.start_price_minor

        vat_scheme = self.vat_scheme.value

        seller = self.seller.to_dict()

        photographs = []
        for photographs_item_data in self.photographs:
            photographs_item = photographs_item_data.to_dict()
            photographs.append(photographs_item)

        state: dict[str, Any] | None
        if isinstance(self.state, LotState):
            state = self.state.to_dict()
        else:
            state = self.state

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "lot_id": lot_id,
                "auction_id": auction_id,
                "category": category,
                "title": title,
                "description": description,
                "language": language,
                "condition": condition,
                "attributes": attributes,
                "country": country,
                "city": city,
                "shipping": shipping,
                "terms": terms,
                "currency": currency,
                "start_price_minor": start_price_minor,
                "vat_scheme": vat_scheme,
                "seller": seller,
                "photographs": photographs,
                "state": state,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_ref import CategoryRef  # noqa: PLC0415
        from ..models.lot_attributes import LotAttributes  # noqa: PLC0415
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.photograph import Photograph  # noqa: PLC0415
        from ..models.seller import Seller  # noqa: PLC0415
        from ..models.shipping_option import ShippingOption  # noqa: PLC0415

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

        description = d.pop("description")

        language = LotLanguage(d.pop("language"))

        condition = Condition(d.pop("condition"))

        attributes = LotAttributes.from_dict(d.pop("attributes"))

        country = d.pop("country")

        city = d.pop("city")

        shipping = []
        _shipping = d.pop("shipping")
        for shipping_item_data in _shipping:
            shipping_item = ShippingOption.from_dict(shipping_item_data)

            shipping.append(shipping_item)

        terms = d.pop("terms")

        currency = d.pop("currency")

        start_price_minor = d.pop("start_price_minor")

        vat_scheme = VatScheme(d.pop("vat_scheme"))

        seller = Seller.from_dict(d.pop("seller"))

        photographs = []
        _photographs = d.pop("photographs")
        for photographs_item_data in _photographs:
            photographs_item = Photograph.from_dict(photographs_item_data)

            photographs.append(photographs_item)

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

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        lot = cls(
            lot_id=lot_id,
            auction_id=auction_id,
            category=category,
            title=title,
            description=description,
            language=language,
            condition=condition,
            attributes=attributes,
            country=country,
            city=city,
            shipping=shipping,
            terms=terms,
            currency=currency,
            start_price_minor=start_price_minor,
            vat_scheme=vat_scheme,
            seller=seller,
            photographs=photographs,
            state=state,
            created_at=created_at,
        )

        return lot
