from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.condition import Condition
from ..models.lot_language import LotLanguage
from ..models.lot_result import LotResult
from ..models.lot_stage import LotStage
from ..models.vat_scheme import VatScheme

if TYPE_CHECKING:
    from ..models.category_ref import CategoryRef
    from ..models.lot_state import LotState
    from ..models.my_lot_attributes import MyLotAttributes
    from ..models.photograph import Photograph
    from ..models.seller import Seller
    from ..models.shipping_option import ShippingOption


T = TypeVar("T", bound="MyLot")


@_attrs_define
class MyLot:
    """A lot, as its seller reads it.

    Attributes:
        lot_id (UUID):
        auction_id (None | UUID): Null until the lot is published.
        category (CategoryRef): A category, as a lot names it.
        title (str):
        description (str):
        language (LotLanguage): The language a lot is described in.
        condition (Condition): What state the thing is in.
        attributes (MyLotAttributes):
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
        organisation_id (None | UUID):
        stage (LotStage): How far a lot has come, from its draft to its end.
        result (LotResult | None): How it ended; null before that.
        reserve_minor (int | None):
        buy_now_minor (int | None):
        review_note (str): Why it was returned; empty otherwise.
        submitted_at (datetime.datetime | None):
        relisted_from_id (None | UUID):
        version (int):
    """

    lot_id: UUID
    auction_id: None | UUID
    category: CategoryRef
    title: str
    description: str
    language: LotLanguage
    condition: Condition
    attributes: MyLotAttributes
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
    organisation_id: None | UUID
    stage: LotStage
    result: LotResult | None
    reserve_minor: int | None
    buy_now_minor: int | None
    review_note: str
    submitted_at: datetime.datetime | None
    relisted_from_id: None | UUID
    version: int

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

        organisation_id: None | str
        if isinstance(self.organisation_id, UUID):
            organisation_id = str(self.organisation_id)
        else:
            organisation_id = self.organisation_id

        stage = self.stage.value

        result: None | str
        if isinstance(self.result, LotResult):
            result = self.result.value
        else:
            result = self.result

        reserve_minor: int | None
        reserve_minor = self.reserve_minor

        buy_now_minor: int | None
        buy_now_minor = self.buy_now_minor

        review_note = self.review_note

        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at

        relisted_from_id: None | str
        if isinstance(self.relisted_from_id, UUID):
            relisted_from_id = str(self.relisted_from_id)
        else:
            relisted_from_id = self.relisted_from_id

        version = self.version

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
                "organisation_id": organisation_id,
                "stage": stage,
                "result": result,
                "reserve_minor": reserve_minor,
                "buy_now_minor": buy_now_minor,
                "review_note": review_note,
                "submitted_at": submitted_at,
                "relisted_from_id": relisted_from_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.category_ref import CategoryRef  # noqa: PLC0415
        from ..models.lot_state import LotState  # noqa: PLC0415
        from ..models.my_lot_attributes import MyLotAttributes  # noqa: PLC0415
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

        attributes = MyLotAttributes.from_dict(d.pop("attributes"))

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

        def _parse_organisation_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                organisation_id_type_0 = UUID(data)

                return organisation_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        organisation_id = _parse_organisation_id(d.pop("organisation_id"))

        stage = LotStage(d.pop("stage"))

        def _parse_result(data: object) -> LotResult | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = LotResult(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LotResult | None, data)

        result = _parse_result(d.pop("result"))

        def _parse_reserve_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        reserve_minor = _parse_reserve_minor(d.pop("reserve_minor"))

        def _parse_buy_now_minor(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        buy_now_minor = _parse_buy_now_minor(d.pop("buy_now_minor"))

        review_note = d.pop("review_note")

        def _parse_submitted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)

                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at"))

        def _parse_relisted_from_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                relisted_from_id_type_0 = UUID(data)

                return relisted_from_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        relisted_from_id = _parse_relisted_from_id(d.pop("relisted_from_id"))

        version = d.pop("version")

        my_lot = cls(
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
            organisation_id=organisation_id,
            stage=stage,
            result=result,
            reserve_minor=reserve_minor,
            buy_now_minor=buy_now_minor,
            review_note=review_note,
            submitted_at=submitted_at,
            relisted_from_id=relisted_from_id,
            version=version,
        )

        return my_lot
