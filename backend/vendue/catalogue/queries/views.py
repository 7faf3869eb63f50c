"""Lots as they are read: rows of several tables brought together in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vendue.catalogue.engine import offers
from vendue.catalogue.engine.words import SellerKind
from vendue.catalogue.models import Lot, LotListing, Photograph
from vendue.catalogue.queries.tree import Node, nodes_of
from vendue.identity.services import names
from vendue.kernel.costs import VatScheme
from vendue.kernel.lots import LotStateOut
from vendue.platform.services import media

GONE = "—"


@dataclass(frozen=True, slots=True)
class SizeView:
    """One size of a photograph, with its public addresses."""

    width: int
    height: int
    webp_url: str
    avif_url: str


@dataclass(frozen=True, slots=True)
class PhotographView:
    """A photograph; ``sizes`` is empty until they are made."""

    photograph_id: UUID
    position: int
    alt_text: str
    status: str
    fault: str | None
    sizes: list[SizeView]
    version: int


@dataclass(frozen=True, slots=True)
class SellerView:
    """Who sells: an organisation, or a person by display name."""

    seller_id: UUID
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class LotView:
    """A lot as everybody may read it. ``state`` is ``None`` until it is published."""

    lot_id: UUID
    auction_id: UUID | None
    category: Node
    title: str
    description: str
    language: str
    condition: str
    attributes: dict[str, Any]
    country: str
    city: str
    shipping: list[dict[str, Any]]
    terms: str
    currency: str
    start_price_minor: int
    vat_scheme: VatScheme
    seller: SellerView
    photographs: list[PhotographView]
    state: LotStateOut | None
    created_at: datetime

    @property
    def photograph(self) -> PhotographView | None:
        """The first one, for lists."""
        return self.photographs[0] if self.photographs else None


@dataclass(frozen=True, slots=True)
class OwnLotView(LotView):
    """A lot as its seller and the staff read it."""

    organisation_id: UUID | None
    stage: str
    result: str | None
    reserve_minor: int | None
    buy_now_minor: int | None
    review_note: str
    submitted_at: datetime | None
    relisted_from_id: UUID | None
    version: int


def photograph_view(photograph: Photograph) -> PhotographView:
    """A photograph with the addresses of its sizes."""
    return PhotographView(
        photograph_id=photograph.id,
        position=photograph.position,
        alt_text=photograph.alt_text,
        status=photograph.status,
        fault=photograph.fault or None,
        sizes=[
            SizeView(
                width=size["width"],
                height=size["height"],
                webp_url=media.url(size["webp"]),
                avif_url=media.url(size["avif"]),
            )
            for size in photograph.renditions
        ],
        version=photograph.version,
    )


def lot_views(lots: Iterable[Lot]) -> list[LotView]:
    """Lots as everybody may read them, in the order given."""
    lots = list(lots)
    parts = _Parts.of(lots)
    return [LotView(**parts.common(lot)) for lot in lots]


def own_lot_views(lots: Iterable[Lot]) -> list[OwnLotView]:
    """Lots as their sellers read them, in the order given."""
    lots = list(lots)
    parts = _Parts.of(lots)
    return [
        OwnLotView(
            **parts.common(lot),
            organisation_id=lot.seller_organisation_id,
            stage=lot.stage,
            result=lot.result,
            reserve_minor=lot.reserve_minor,
            buy_now_minor=lot.buy_now_minor,
            review_note=lot.review_note,
            submitted_at=lot.submitted_at,
            relisted_from_id=lot.relisted_from_id,
            version=lot.version,
        )
        for lot in lots
    ]


def own_lot_view(lot: Lot) -> OwnLotView:
    """One lot as its seller reads it."""
    return own_lot_views([lot])[0]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What several lots need from other tables, each table asked once."""

    listings: Mapping[UUID, LotListing]
    photographs: Mapping[UUID, Sequence[Photograph]]
    names: Mapping[UUID, str]
    categories: Mapping[UUID, Node]

    @classmethod
    def of(cls, lots: Sequence[Lot]) -> "_Parts":
        photographs: dict[UUID, list[Photograph]] = {lot.id: [] for lot in lots}
        for photograph in Photograph.objects.filter(lot__in=lots).order_by("lot_id", "position"):
            photographs[photograph.lot_id].append(photograph)
        return cls(
            listings=LotListing.objects.only("auction_id", "state").in_bulk(list(photographs)),
            photographs=photographs,
            names=names.names_of(
                account_ids=[lot.seller_account_id for lot in lots],
                organisation_ids=[
                    lot.seller_organisation_id for lot in lots if lot.seller_organisation_id
                ],
            ),
            categories=nodes_of({lot.category_id for lot in lots}),
        )

    def common(self, lot: Lot) -> dict[str, Any]:
        listing = self.listings.get(lot.id)
        seller_id = lot.seller_organisation_id or lot.seller_account_id
        return {
            "lot_id": lot.id,
            "auction_id": listing and listing.auction_id,
            "category": self.categories[lot.category_id],
            "title": lot.title,
            "description": lot.description,
            "language": lot.language,
            "condition": lot.condition,
            "attributes": lot.attributes,
            "country": lot.country,
            "city": lot.city,
            "shipping": lot.shipping,
            "terms": lot.terms,
            "currency": lot.currency,
            "start_price_minor": lot.start_price_minor,
            "vat_scheme": offers.vat_scheme_of(SellerKind(lot.seller_kind), lot.vat_scheme),
            "seller": SellerView(seller_id, self.names.get(seller_id, GONE), lot.seller_kind),
            "photographs": [photograph_view(p) for p in self.photographs[lot.id]],
            "state": listing and LotStateOut.restored(listing.state),
            "created_at": lot.created_at,
        }
