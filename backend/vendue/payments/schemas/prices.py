"""Price rules on the wire. Amounts are in the minor unit of the currency beside them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StrictInt

from vendue.kernel.fields import Amount, CurrencyCode, Reason, Slug, Switch
from vendue.kernel.http import Body
from vendue.kernel.money import CURRENCIES, MAXIMUM_MINOR
from vendue.kernel.pages import PageOut, PageQuery
from vendue.kernel.tables import Edition
from vendue.payments.engine.price_documents import MAXIMUM_BANDS, MAXIMUM_BASIS_POINTS

_BEGINS = "Where the band begins, the first at 0; it ends where the next does."
_LEAST = "The least premium there is; null for none."
_ONE_STOP_SHOP = (
    "Whether a trader's lot that is sent to another member state takes the VAT of that state; "
    "otherwise that of where it stands."
)


class PremiumBandIn(Body):
    """The share of the part of a hammer price that lies in this band."""

    from_minor: Annotated[StrictInt, Field(ge=0, le=MAXIMUM_MINOR)] = Field(description=_BEGINS)
    basis_points: Annotated[StrictInt, Field(ge=0, le=MAXIMUM_BASIS_POINTS)]


class CurrencyPremiumIn(Body):
    """The buyer's premium in one currency."""

    currency: CurrencyCode
    bands: Annotated[
        list[PremiumBandIn],
        Field(min_length=1, max_length=MAXIMUM_BANDS, description="In rising order."),
    ]
    minimum_minor: Amount | None = Field(None, description=_LEAST)


def _currencies_once(parts: list[CurrencyPremiumIn]) -> list[CurrencyPremiumIn]:
    if len({part.currency for part in parts}) != len(parts):
        raise ValueError("Name each currency once.")
    return parts


Premiums = Annotated[
    list[CurrencyPremiumIn],
    Field(
        min_length=1,
        max_length=len(CURRENCIES),
        description="One for each currency that may be sold in.",
    ),
    AfterValidator(_currencies_once),
]


class PriceRuleIn(Body):
    """A new version of a price rule, as a draft."""

    name: Slug
    premiums: Premiums
    is_one_stop_shop: Switch = Field(default=False, description=_ONE_STOP_SHOP)

    def document(self) -> dict[str, Any]:
        """The premiums in the form the engine reads."""
        return _document(self.premiums)


class PriceRulePatch(Body):
    """Changes of a draft. What is left out, or null, stays as it is."""

    premiums: Premiums | None = Field(None, description="All of them; null keeps what is set.")
    is_one_stop_shop: Switch | None = Field(None, description="Null keeps what is set.")

    def changes(self) -> dict[str, Any]:
        """The fields that were sent, as the services take them."""
        sent: dict[str, Any] = {}
        if self.premiums is not None:
            sent["premiums"] = _document(self.premiums)
        if self.is_one_stop_shop is not None:
            sent["is_one_stop_shop"] = self.is_one_stop_shop
        return sent


class PricePublicationIn(Body):
    """Why a draft becomes a version for ever."""

    reason: Reason = Field(description="It stands in the audit trail.")


class PremiumBandOut(Schema):
    """The share of the part of a hammer price that lies in this band."""

    from_minor: int = Field(description=_BEGINS)
    basis_points: int


class CurrencyPremiumOut(Schema):
    """The buyer's premium in one currency."""

    currency: str
    bands: list[PremiumBandOut]
    minimum_minor: int | None = Field(description=_LEAST)


class PriceRuleOut(Schema):
    """One version of what buyers pay beside the hammer price: enough to recompute any total."""

    price_rule_id: UUID
    name: str
    number: int = Field(description="Its version among the price rules of this name.")
    premiums: list[CurrencyPremiumOut] = Field(description="By currency.")
    is_one_stop_shop: bool = Field(description=_ONE_STOP_SHOP)
    edition: Edition
    published_at: datetime | None
    version: int = Field(description="Grows with each change.")
    created_at: datetime


class PriceRulePageOut(PageOut):
    """A page of price rules, the newest first."""

    items: list[PriceRuleOut]


class PriceRulesQuery(PageQuery):
    """Which published price rules."""

    name: Slug | None = None


class AllPriceRulesQuery(PriceRulesQuery):
    """Which price rules, drafts among them."""

    edition: Edition | None = None


def _document(premiums: list[CurrencyPremiumIn]) -> dict[str, Any]:
    return {part.currency: part.model_dump(mode="json", exclude={"currency"}) for part in premiums}
