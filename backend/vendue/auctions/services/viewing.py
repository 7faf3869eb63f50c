"""Auctions as the caller may see them: what is published, and one's own plans."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.auctions.models import Auction, AuctionStatus
from vendue.auctions.queries import sales as queries
from vendue.auctions.queries.sales import LotPlaceView, SaleView
from vendue.auctions.services import sales
from vendue.catalogue.services import offering
from vendue.catalogue.services.offering import LotCard, Thumbnail
from vendue.identity.services import parties
from vendue.kernel.actor import Actor
from vendue.kernel.lots import LotStateOut
from vendue.kernel.pages import Page


@dataclass(frozen=True, slots=True)
class LotInSale:
    """A lot of an auction as its catalogue shows it. ``state`` is ``None`` while the auction is a
    draft, ``thumbnail`` until a photograph is ready."""

    lot_id: UUID
    position: int
    title: str
    thumbnail: Thumbnail | None
    hard_end: datetime | None
    state: LotStateOut | None


def auction_for(*, actor: Actor, auction_id: UUID) -> SaleView:
    """An auction that is published or the caller's own. Raises ``NotFound``."""
    return queries.sale_view(_visible(actor, auction_id))


def lots_for(*, actor: Actor, auction_id: UUID, cursor: str | None, limit: int) -> Page[LotInSale]:
    """The lots of such an auction by their number. Raises ``NotFound``."""
    auction = _visible(actor, auction_id)
    page = queries.lots_of(auction.id, cursor=cursor, limit=limit)
    cards = offering.cards_of([place.lot_id for place in page.items])
    return Page([_in_sale(place, cards[place.lot_id]) for place in page.items], page.next_cursor)


def own_auctions(
    *, actor: Actor, status: AuctionStatus | None, cursor: str | None, limit: int
) -> Page[SaleView]:
    """The auctions the caller sells in: of the key's organisation, else of the person and of every
    organisation the person belongs to."""
    organisations = (
        parties.organisations_of(actor.id)
        if actor.organisation_id is None
        else frozenset({actor.organisation_id})
    )
    return queries.own_auctions(
        actor.id if actor.organisation_id is None else None,
        organisations,
        status=status,
        cursor=cursor,
        limit=limit,
    )


def _in_sale(place: LotPlaceView, card: LotCard) -> LotInSale:
    return LotInSale(
        lot_id=place.lot_id,
        position=place.position,
        title=card.title,
        thumbnail=card.thumbnail,
        hard_end=place.hard_end,
        state=place.state,
    )


def _visible(actor: Actor, auction_id: UUID) -> Auction:
    auction = queries.auction(auction_id)
    if not queries.is_published(auction):
        sales.require_seller(actor, auction)
    return auction
