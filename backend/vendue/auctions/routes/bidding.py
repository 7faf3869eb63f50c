"""Bidding on a lot: its state, previews, bids, purchases and the history anyone can check."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from vendue.auctions.errors import (
    BidTooLow,
    Busy,
    BuyNowGone,
    LotClosed,
    LotNotOpen,
    NotAboveOwnMaximum,
    OutcomeUnknown,
    OwnLot,
)
from vendue.auctions.queries import lots as queries
from vendue.auctions.schemas.bidding import (
    BidIn,
    BidPreviewIn,
    BidPreviewOut,
    BidReceiptOut,
    HistoryQuery,
    LotHistoryOut,
    PlacedBidOut,
    PlacedPurchaseOut,
)
from vendue.auctions.services import bidding, previews, proofs
from vendue.catalogue.errors import DeliveryNotOffered
from vendue.identity.errors import EmailUnconfirmed
from vendue.kernel.http import (
    KEY_NEVER,
    KEY_REQUIRED,
    ApiRequest,
    anybody,
    fingerprint_of,
    keeps_its_answer,
    problems,
    signed_in,
)
from vendue.kernel.lots import LotStateOut
from vendue.platform.services.idempotency import StoredAnswer
from vendue.trust.errors import AccountSuspended

router = Router(tags=["lots"])

_BIDDER_REFUSALS = (OwnLot, AccountSuspended, EmailUnconfirmed)
_DESK_REFUSALS = (Busy, OutcomeUnknown)


@router.get("/{lot_id}/state", operation_id="get_lot_state", response=LotStateOut, auth=anybody)
def get_lot_state(request: ApiRequest, lot_id: UUID) -> LotStateOut:
    """Read the public facts of a lot's bidding, always from the primary."""
    return queries.lot_state(lot_id)


@router.post(
    "/{lot_id}/bids/preview",
    operation_id="preview_bid",
    response={200: BidPreviewOut, **problems(DeliveryNotOffered)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def preview_bid(request: ApiRequest, lot_id: UUID, body: BidPreviewIn) -> previews.Preview:
    """Preview a bid: whether it would be valid now, and the most it could cost in all.

    Depends only on public facts and your own maximum: it never says what the price would become.
    """
    return previews.preview_bid(
        actor=request.auth,
        lot_id=lot_id,
        maximum_minor=body.maximum_minor,
        shipment=body.shipment(),
    )


@router.post(
    "/{lot_id}/bids",
    operation_id="place_bid",
    response={
        201: PlacedBidOut,
        **problems(
            BidTooLow, NotAboveOwnMaximum, LotNotOpen, LotClosed, *_BIDDER_REFUSALS, *_DESK_REFUSALS
        ),
    },
    auth=signed_in("bids:write"),
    openapi_extra=KEY_REQUIRED,
)
@keeps_its_answer
def place_bid(request: ApiRequest, lot_id: UUID, body: BidIn) -> HttpResponse:
    """Place a bid, or raise your maximum. It binds you to pay if you win.

    A valid bid below the leader's hidden maximum is accepted and outbid at once: 201 with
    `standing: outbid`. Repeat an unanswered request with the same key; it bids only once.
    """
    return _sent(
        bidding.place_bid(
            actor=request.auth,
            lot_id=lot_id,
            maximum_minor=body.maximum_minor,
            key=request.META["HTTP_IDEMPOTENCY_KEY"],
            fingerprint=fingerprint_of(request),
            instance=request.path,
        )
    )


@router.post(
    "/{lot_id}/purchase",
    operation_id="buy_now",
    response={
        201: PlacedPurchaseOut,
        **problems(BuyNowGone, LotNotOpen, LotClosed, *_BIDDER_REFUSALS, *_DESK_REFUSALS),
    },
    auth=signed_in("bids:write"),
    openapi_extra=KEY_REQUIRED,
)
@keeps_its_answer
def buy_now(request: ApiRequest, lot_id: UUID) -> HttpResponse:
    """Buy the lot at its Buy Now price. It binds you to pay and closes the lot."""
    return _sent(
        bidding.buy_now(
            actor=request.auth,
            lot_id=lot_id,
            key=request.META["HTTP_IDEMPOTENCY_KEY"],
            fingerprint=fingerprint_of(request),
            instance=request.path,
        )
    )


@router.get(
    "/{lot_id}/history", operation_id="list_lot_history", response=LotHistoryOut, auth=anybody
)
def list_lot_history(
    request: ApiRequest, lot_id: UUID, query: Query[HistoryQuery]
) -> queries.History:
    """List the facts of a lot, oldest first: the chain of hashes that anyone can recompute."""
    return queries.history_of(lot_id, cursor=query.cursor, limit=query.limit)


@router.get(
    "/{lot_id}/bids/{bid_id}/receipt",
    operation_id="get_bid_receipt",
    response=BidReceiptOut,
    auth=signed_in("bids:write"),
)
def get_bid_receipt(request: ApiRequest, lot_id: UUID, bid_id: UUID) -> proofs.BidReceipt:
    """Read the receipt of one of your bids, with the salts that open its commitments."""
    return proofs.receipt_of(actor=request.auth, lot_id=lot_id, bid_id=bid_id)


def _sent(answer: StoredAnswer) -> HttpResponse:
    return HttpResponse(
        answer.body,
        status=answer.status,
        headers=answer.headers,
        content_type=answer.content_type,
    )
