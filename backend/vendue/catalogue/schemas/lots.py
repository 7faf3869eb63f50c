"""Lots on the wire, as they are written and as they are read."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from vendue.catalogue.engine.offers import Offer
from vendue.catalogue.engine.words import (
    Condition,
    LotLanguage,
    LotStage,
    PhotographFault,
    PhotographStatus,
    SellerKind,
    ShippingArea,
)
from vendue.catalogue.schemas.categories import CategoryRefOut
from vendue.catalogue.schemas.fields import (
    UNCHANGED,
    AltText,
    Attributes,
    City,
    Description,
    Postage,
    Terms,
    Title,
)
from vendue.kernel.costs import ShippingMethod, VatScheme
from vendue.kernel.fields import Amount, Country, CurrencyCode, Reason, Slug, line
from vendue.kernel.http import Body
from vendue.kernel.lots import LotResult, LotStateOut
from vendue.kernel.pages import PageOut, PageQuery

_VAT_CHOICE = (
    "For traders: `standard`, or `margin` for used goods, works of art, collectors' items and "
    "antiques. Null: by the kind of seller."
)


class ShippingOptionIn(Body):
    """One way for the lot to reach its buyer."""

    method: ShippingMethod
    area: ShippingArea
    price_minor: Postage | None = Field(description="Null: by arrangement.")
    note: Annotated[str, line(200, minimum=0)] = ""


ShippingOptions = Annotated[list[ShippingOptionIn], Field(max_length=10)]


class LotIn(Body):
    """A new draft."""

    category: Slug = Field(description="Slug of a category that holds lots.")
    title: Title
    language: LotLanguage
    condition: Condition
    country: Country
    currency: CurrencyCode
    start_price_minor: Amount
    description: Description = ""
    attributes: Attributes = Field(default_factory=dict)
    city: City = ""
    shipping: ShippingOptions = Field(default_factory=list)
    terms: Terms = Field("", description="The seller's own terms, beside the market's.")
    reserve_minor: Amount | None = Field(
        None, description="The lowest selling price; secret. At least the start price."
    )
    buy_now_minor: Amount | None = Field(
        None, description="Above the start price and at least the reserve."
    )
    vat_scheme: VatScheme | None = Field(None, description=_VAT_CHOICE)
    organisation_id: UUID | None = Field(None, description="The organisation that sells.")

    def offer(self) -> Offer:
        """What the seller says, as the services take it."""
        words: dict[str, Any] = self.model_dump(mode="json", exclude={"organisation_id"})
        return Offer(**words, organisation_id=self.organisation_id)


class LotPatch(Body):
    """What changes; what is left out stays, null takes the reserve or the Buy Now price away."""

    category: Slug = UNCHANGED
    title: Title = UNCHANGED
    language: LotLanguage = UNCHANGED
    condition: Condition = UNCHANGED
    country: Country = UNCHANGED
    currency: CurrencyCode = UNCHANGED
    start_price_minor: Amount = UNCHANGED
    description: Description = UNCHANGED
    attributes: Attributes = UNCHANGED
    city: City = UNCHANGED
    shipping: ShippingOptions = UNCHANGED
    terms: Terms = UNCHANGED
    reserve_minor: Amount | None = None
    buy_now_minor: Amount | None = None
    vat_scheme: VatScheme | None = Field(None, description=_VAT_CHOICE)

    def changes(self) -> dict[str, Any]:
        """The fields that were sent."""
        # Not `exclude_unset`: inside the options that were sent, defaults count.
        return self.model_dump(mode="json", include=self.model_fields_set)


class ShippingOptionOut(Schema):
    """One way for the lot to reach its buyer."""

    method: ShippingMethod
    area: ShippingArea
    price_minor: int | None = Field(description="In the lot's currency; null: by arrangement.")
    note: str


class PhotographSizeOut(Schema):
    """One size of a photograph."""

    width: int
    height: int
    webp_url: str
    avif_url: str


class PhotographOut(Schema):
    """A photograph of a lot."""

    photograph_id: UUID
    position: int = Field(description="Place among the lot's photographs, from 0.")
    alt_text: str
    status: PhotographStatus
    fault: PhotographFault | None = Field(
        description="Why it was refused or failed; null for photographs of before this was kept."
    )
    sizes: list[PhotographSizeOut] = Field(description="Smallest first; empty until ready.")
    version: int


class PhotographIn(Schema):
    """What goes with the file."""

    alt_text: AltText = Field("", description="What the photograph shows, for who cannot see it.")


class PhotographPatch(Body):
    """What changes; what is left out stays."""

    alt_text: AltText = UNCHANGED
    position: Annotated[int, Field(ge=0, le=23, strict=True)] = UNCHANGED


class SellerOut(Schema):
    """Who sells."""

    seller_id: UUID = Field(description="Search takes it as `seller_id`.")
    name: str
    kind: SellerKind


class LotSummaryOut(Schema):
    """A lot in a list."""

    lot_id: UUID
    auction_id: UUID | None
    category: CategoryRefOut
    title: str
    condition: Condition
    country: str
    city: str
    seller: SellerOut
    photograph: PhotographOut | None = Field(description="The first one.")
    state: LotStateOut | None = Field(
        description="Always there in lists of published lots; version 1 published it as nullable."
    )


class LotOut(Schema):
    """A lot, as everybody may read it."""

    lot_id: UUID
    auction_id: UUID | None = Field(description="Null until the lot is published.")
    category: CategoryRefOut
    title: str
    description: str
    language: LotLanguage
    condition: Condition
    attributes: dict[str, bool | int | str]
    country: str
    city: str
    shipping: list[ShippingOptionOut]
    terms: str
    currency: str
    start_price_minor: int
    vat_scheme: VatScheme = Field(
        description="How VAT is charged. Of a draft: how it would be, if it were handed in now."
    )
    seller: SellerOut
    photographs: list[PhotographOut]
    state: LotStateOut | None = Field(description="Null until the lot is published.")
    created_at: datetime


class MyLotOut(LotOut):
    """A lot, as its seller reads it."""

    organisation_id: UUID | None
    stage: LotStage
    result: LotResult | None = Field(description="How it ended; null before that.")
    reserve_minor: int | None
    buy_now_minor: int | None
    review_note: str = Field(description="Why it was returned; empty otherwise.")
    submitted_at: datetime | None
    relisted_from_id: UUID | None
    version: int


class LotPageOut(PageOut):
    """A page of found lots."""

    items: list[LotSummaryOut]
    is_similar: bool = Field(
        description="No lot has these words; listed are those whose titles come close, at most "
        "one page of them."
    )


class WatchedLotPageOut(PageOut):
    """A page of a watch list."""

    items: list[LotSummaryOut]


class MyLotPageOut(PageOut):
    """A page of one's own lots."""

    items: list[MyLotOut]


class MyLotQuery(PageQuery):
    """Which of one's own lots."""

    stage: LotStage | None = None


class WatchOut(Schema):
    """A lot on the watch list."""

    lot_id: UUID
    created_at: datetime = Field(description="Since when it is watched.")


class ReviewIn(Body):
    """Why staff decide so. The seller of a returned lot reads it."""

    reason: Reason
