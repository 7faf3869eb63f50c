"""What follows from events of auctions. Each reaction is safe to run twice."""

from collections.abc import Sequence

from vendue.auctions.events import (
    AuctionLotClosed,
    AuctionOpened,
    BidPlaced,
    BidVoided,
    LotBought,
    LotCancelled,
    LotClosed,
    LotEvent,
    LotExtended,
    ReserveMet,
)
from vendue.auctions.services import closing
from vendue.catalogue.services import listing, publication
from vendue.comms.services import standing
from vendue.reactions.registry import on, on_batch


@on_batch(BidPlaced, LotExtended, ReserveMet, BidVoided, LotBought, LotClosed, LotCancelled)
def keep_search_behind_the_bidding(events: Sequence[LotEvent]) -> None:
    """Bring listings up to the public facts; older ones change nothing."""
    listing.apply_states([event.state for event in events])


@on_batch(BidPlaced, BidVoided)
def tell_bidders_where_they_stand(events: Sequence[LotEvent]) -> None:
    """Whoever lost the lead, and whoever has it now, hears of it."""
    standing.tell_who_leads(events)


@on_batch(LotBought, LotClosed, LotCancelled)
def tell_bidders_how_it_ended(events: Sequence[LotEvent]) -> None:
    """Whoever bid on a lot hears whether they won it."""
    standing.tell_how_it_ended(events)


@on(AuctionOpened)
def show_its_lots_as_live(event: AuctionOpened) -> None:
    """Opening a lot is no fact of it, so its listing learns of it here."""
    listing.apply_states(closing.states_in(auction_id=event.auction_id))


@on(AuctionLotClosed)
def tell_the_catalogue_how_it_ended(event: AuctionLotClosed) -> None:
    """A closed lot can be relisted, or not, by its result."""
    publication.mark_closed(lot_id=event.lot_id, result=event.result)


@on(AuctionLotClosed)
def finish_the_auction_with_its_last_lot(event: AuctionLotClosed) -> None:
    """An auction is over when all of its lots are."""
    closing.finish_auction(auction_id=event.auction_id)
