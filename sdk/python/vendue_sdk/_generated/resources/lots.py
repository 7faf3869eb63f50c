"""The resource `lots` of the contract. Made by the generator; do not edit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.models import (
    Condition,
    LotLanguage,
    LotSort,
    LotStatus,
    SellerKind,
    ShippingMethod,
    VatScheme,
)
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    Upload,
    key_or_new,
    nothing,
    segment,
    version_tag,
)
from vendue_sdk.pages import AsyncPages, Pages


class Lots:
    """The operations on lots."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def add_photograph(
        self,
        lot_id: UUID,
        *,
        file: Upload,
        alt_text: str | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.Photograph:
        """Add a photograph to a draft of yours: JPEG, PNG or WebP, at most 20 MiB.

        Its sizes are made a moment later; what the camera wrote about place and owner is left
        out.

        Args:
            alt_text: What the photograph shows, for who cannot see it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotNotEditable, RequestInProgress, TooManyPhotographs
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/photographs",
                models.Photograph.from_dict,
                body={
                    "alt_text": alt_text,
                },
                files={
                    "file": file,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def buy_now(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.PlacedPurchase:
        """Buy the lot at its Buy Now price. It binds you to pay and closes the lot.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            BuyNowGone, EmailUnconfirmed, LotClosed, LotNotOpen, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/purchase",
                models.PlacedPurchase.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def count(
        self,
        *,
        words: str | Unset = UNSET,
        category: str | Unset = UNSET,
        attribute: Sequence[str] | Unset = UNSET,
        condition: Sequence[
            Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        ]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
        seller_kind: SellerKind | Literal["private", "trader"] | Unset = UNSET,
        currency: str | Unset = UNSET,
        price_from_minor: int | Unset = UNSET,
        price_to_minor: int | Unset = UNSET,
        ends_before: datetime | Unset = UNSET,
        ending_within: str | Unset = UNSET,
        status: LotStatus | Literal["scheduled", "live", "closed", "cancelled"] | Unset = UNSET,
    ) -> models.LotCounts:
        """Count what a search finds, in all and by facet: exactly up to 1,000.

        The facets are the categories below the one chosen, condition, kind of seller, country,
        and the attributes of the category.

        Args:
            words: In Latvian, English or Russian, in any form and without regard to diacritics;
                the last may be begun, unless thousands of lots have it as it is.
            category: Slug; the categories below count as well.
            attribute: `name:value` of a facet. Values of one name are alternatives.
            condition: Any of these.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            price_from_minor: Needs `currency`.
            price_to_minor: Needs `currency`.
            ending_within: Minutes, hours or days from now.
            status: Where the lots stand.
        """
        return self._send(
            Call(
                "GET",
                "/api/v1/lots/counts",
                models.LotCounts.from_dict,
                query={
                    "words": words,
                    "category": category,
                    "attribute": attribute,
                    "condition": condition,
                    "country": country,
                    "seller_id": seller_id,
                    "seller_kind": seller_kind,
                    "currency": currency,
                    "price_from_minor": price_from_minor,
                    "price_to_minor": price_to_minor,
                    "ends_before": ends_before,
                    "ending_within": ending_within,
                    "status": status,
                },
            )
        )

    def create(
        self,
        *,
        category: str,
        title: str,
        language: LotLanguage | Literal["lv", "en", "ru"],
        condition: Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"],
        country: str,
        currency: str,
        start_price_minor: int,
        description: str | Unset = UNSET,
        attributes: Mapping[str, Any] | Unset = UNSET,
        city: str | Unset = UNSET,
        shipping: Sequence[models.ShippingOptionIn] | Unset = UNSET,
        terms: str | Unset = UNSET,
        reserve_minor: int | None | Unset = UNSET,
        buy_now_minor: int | None | Unset = UNSET,
        vat_scheme: VatScheme
        | Literal["standard", "margin", "private_seller"]
        | None
        | Unset = UNSET,
        organisation_id: UUID | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Create a draft of a lot.

        A draft may lack its description, shipping and required attributes; submission does not
        let them be missing.

        Args:
            category: Slug of a category that holds lots.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            start_price_minor: Amount in the currency's minor unit.
            attributes: By the attribute schema of the category.
            terms: The seller's own terms, beside the market's.
            reserve_minor: The lowest selling price; secret. At least the start price.
            buy_now_minor: Above the start price and at least the reserve.
            vat_scheme: For traders: `standard`, or `margin` for used goods, works of art,
                collectors' items and antiques. Null: by the kind of seller.
            organisation_id: The organisation that sells.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            CategoryNotForLots, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/lots",
                models.MyLot.from_dict,
                body={
                    "category": category,
                    "title": title,
                    "language": language,
                    "condition": condition,
                    "country": country,
                    "currency": currency,
                    "start_price_minor": start_price_minor,
                    "description": description,
                    "attributes": attributes,
                    "city": city,
                    "shipping": shipping,
                    "terms": terms,
                    "reserve_minor": reserve_minor,
                    "buy_now_minor": buy_now_minor,
                    "vat_scheme": vat_scheme,
                    "organisation_id": organisation_id,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def get(
        self,
        lot_id: UUID,
    ) -> models.Lot:
        """Get a published lot, whether it is scheduled, live or over; or one of your own."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}",
                models.Lot.from_dict,
            )
        )

    def get_bid_receipt(
        self,
        lot_id: UUID,
        bid_id: UUID,
    ) -> models.BidReceipt:
        """Read the receipt of one of your bids, with the salts that open its commitments."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/bids/{segment(bid_id)}/receipt",
                models.BidReceipt.from_dict,
            )
        )

    def get_state(
        self,
        lot_id: UUID,
    ) -> models.LotState:
        """Read the public facts of a lot's bidding, always from the primary."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/state",
                models.LotState.from_dict,
            )
        )

    def list_costs(
        self,
        lot_id: UUID,
        *,
        amount_minor: Sequence[int],
        destination: str | Unset = UNSET,
        shipping_method: ShippingMethod
        | Literal["pickup", "letter", "parcel", "courier", "freight"]
        | Unset = UNSET,
    ) -> models.LotCosts:
        """List what a published lot would cost in all: premium, VAT and shipping, line by line.

        At most, that is: without a way of shipping the dearest one to the destination counts.
        The price rule is the one the auction was published under.

        Args:
            amount_minor: Hammer prices in the lot's minor unit.
            destination: The country the lot would go to; left out: where it stands.
            shipping_method: One of the lot's shipping options that reaches the destination;
                left out: the dearest with a price.

        Raises:
            DeliveryNotOffered
        """
        return self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/costs",
                models.LotCosts.from_dict,
                query={
                    "amount_minor": amount_minor,
                    "destination": destination,
                    "shipping_method": shipping_method,
                },
            )
        )

    def list_history(
        self,
        lot_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.LotFact, models.LotHistory]:
        """List the facts of a lot, oldest first: the chain of hashes that anyone can recompute.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/history",
                models.LotHistory.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def lower_reserve(
        self,
        lot_id: UUID,
        *,
        reserve_minor: int,
        idempotency_key: str | None = None,
    ) -> models.ReserveReduction:
        """Lower the reserve of your lot: once, and not in its last twelve hours.

        The price is settled anew; that the reserve moved is public only where bids now meet it.

        Args:
            reserve_minor: The new reserve in minor units: below the old one, not below the
                start.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotClosed, RequestInProgress, ReserveAlreadyLowered, ReserveNotLowered,
                ReserveTooLate
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/reserve-reduction",
                models.ReserveReduction.from_dict,
                body={
                    "reserve_minor": reserve_minor,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def place_bid(
        self,
        lot_id: UUID,
        *,
        maximum_minor: int,
        idempotency_key: str | None = None,
    ) -> models.PlacedBid:
        """Place a bid, or raise your maximum. It binds you to pay if you win.

        A valid bid below the leader's hidden maximum is accepted and outbid at once: 201 with
        `standing: outbid`. Repeat an unanswered request with the same key; it bids only once.

        Args:
            maximum_minor: Your maximum, in the lot's minor unit. Nobody else ever sees it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            BidTooLow, EmailUnconfirmed, LotClosed, LotNotOpen, NotAboveOwnMaximum,
                RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/bids",
                models.PlacedBid.from_dict,
                body={
                    "maximum_minor": maximum_minor,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def preview_bid(
        self,
        lot_id: UUID,
        *,
        maximum_minor: int,
        destination: str | None | Unset = UNSET,
        shipping_method: ShippingMethod
        | Literal["pickup", "letter", "parcel", "courier", "freight"]
        | None
        | Unset = UNSET,
    ) -> models.BidPreview:
        """Preview a bid: whether it would be valid now, and the most it could cost in all.

        Depends only on public facts and your own maximum: it never says what the price would
        become.

        Args:
            maximum_minor: Your maximum, in the lot's minor unit. Nobody else ever sees it.
            destination: The country the lot would go to; left out: where it stands.
            shipping_method: One of the lot's shipping options that reaches the destination;
                left out: the dearest with a price.

        Raises:
            DeliveryNotOffered
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/bids/preview",
                models.BidPreview.from_dict,
                body={
                    "maximum_minor": maximum_minor,
                    "destination": destination,
                    "shipping_method": shipping_method,
                },
            )
        )

    def relist(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Copy a lot of yours that did not sell into a new draft, with its photographs.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotNotRelistable, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/relisting",
                models.MyLot.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def remove_photograph(
        self,
        lot_id: UUID,
        photograph_id: UUID,
    ) -> None:
        """Remove a photograph from a draft of yours.

        Raises:
            LotNotEditable
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/lots/{segment(lot_id)}/photographs/{segment(photograph_id)}",
                nothing,
            )
        )

    def search(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        words: str | Unset = UNSET,
        category: str | Unset = UNSET,
        attribute: Sequence[str] | Unset = UNSET,
        condition: Sequence[
            Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        ]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
        seller_kind: SellerKind | Literal["private", "trader"] | Unset = UNSET,
        currency: str | Unset = UNSET,
        price_from_minor: int | Unset = UNSET,
        price_to_minor: int | Unset = UNSET,
        ends_before: datetime | Unset = UNSET,
        ending_within: str | Unset = UNSET,
        status: LotStatus | Literal["scheduled", "live", "closed", "cancelled"] | Unset = UNSET,
        sort: LotSort
        | Literal["ending_soonest", "newest", "price_low", "price_high", "most_bids", "relevance"]
        | Unset = UNSET,
    ) -> Pages[models.LotSummary, models.LotPage]:
        """Search published lots.

        Without a status, lots that can be bid on now. By relevance, lots with every word in the
        title come first, then those that end soonest.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            words: In Latvian, English or Russian, in any form and without regard to diacritics;
                the last may be begun, unless thousands of lots have it as it is.
            category: Slug; the categories below count as well.
            attribute: `name:value` of a facet. Values of one name are alternatives.
            condition: Any of these.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            price_from_minor: Needs `currency`.
            price_to_minor: Needs `currency`.
            ending_within: Minutes, hours or days from now.
            status: Where the lots stand.
            sort: By price, lots of one currency stay together; name one to see only those.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/lots",
                models.LotPage.from_dict,
                query={
                    "limit": page_size,
                    "words": words,
                    "category": category,
                    "attribute": attribute,
                    "condition": condition,
                    "country": country,
                    "seller_id": seller_id,
                    "seller_kind": seller_kind,
                    "currency": currency,
                    "price_from_minor": price_from_minor,
                    "price_to_minor": price_to_minor,
                    "ends_before": ends_before,
                    "ending_within": ending_within,
                    "status": status,
                    "sort": sort,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def submit(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Hand in your draft for review. Once approved, it can be put into an auction.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotIncomplete, LotNotEditable, RequestInProgress, SellerUnverified
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/submission",
                models.MyLot.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def unwatch(
        self,
        lot_id: UUID,
    ) -> None:
        """Take a lot off your watch list."""
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/lots/{segment(lot_id)}/watch",
                nothing,
            )
        )

    def update(
        self,
        lot_id: UUID,
        *,
        version: int,
        category: str | Unset = UNSET,
        title: str | Unset = UNSET,
        language: LotLanguage | Literal["lv", "en", "ru"] | Unset = UNSET,
        condition: Condition
        | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        start_price_minor: int | Unset = UNSET,
        description: str | Unset = UNSET,
        attributes: Mapping[str, Any] | Unset = UNSET,
        city: str | Unset = UNSET,
        shipping: Sequence[models.ShippingOptionIn] | Unset = UNSET,
        terms: str | Unset = UNSET,
        reserve_minor: int | None | Unset = UNSET,
        buy_now_minor: int | None | Unset = UNSET,
        vat_scheme: VatScheme
        | Literal["standard", "margin", "private_seller"]
        | None
        | Unset = UNSET,
    ) -> models.MyLot:
        """Change a draft or a returned lot of yours.

        Args:
            version: The version the change is made to.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            start_price_minor: Amount in the currency's minor unit.
            attributes: By the attribute schema of the category.
            vat_scheme: For traders: `standard`, or `margin` for used goods, works of art,
                collectors' items and antiques. Null: by the kind of seller.

        Raises:
            CategoryNotForLots, LotNotEditable
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/lots/{segment(lot_id)}",
                models.MyLot.from_dict,
                body={
                    "category": category,
                    "title": title,
                    "language": language,
                    "condition": condition,
                    "country": country,
                    "currency": currency,
                    "start_price_minor": start_price_minor,
                    "description": description,
                    "attributes": attributes,
                    "city": city,
                    "shipping": shipping,
                    "terms": terms,
                    "reserve_minor": reserve_minor,
                    "buy_now_minor": buy_now_minor,
                    "vat_scheme": vat_scheme,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    def update_photograph(
        self,
        lot_id: UUID,
        photograph_id: UUID,
        *,
        version: int,
        alt_text: str | Unset = UNSET,
        position: int | Unset = UNSET,
    ) -> models.Photograph:
        """Change what a photograph says, or its place among the others.

        Args:
            version: The version the change is made to.

        Raises:
            LotNotEditable
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/lots/{segment(lot_id)}/photographs/{segment(photograph_id)}",
                models.Photograph.from_dict,
                body={
                    "alt_text": alt_text,
                    "position": position,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    def watch(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Watch:
        """Put a published lot on your watch list. Doing so twice changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyWatched
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/watch",
                models.Watch.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def withdraw(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Withdrawal:
        """Take your lot back: at any time before it is published, after that until it has a bid.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotClosed, LotHasBids, LotNotWithdrawable, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/withdrawal",
                models.Withdrawal.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )


class AsyncLots:
    """The operations on lots."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def add_photograph(
        self,
        lot_id: UUID,
        *,
        file: Upload,
        alt_text: str | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.Photograph:
        """Add a photograph to a draft of yours: JPEG, PNG or WebP, at most 20 MiB.

        Its sizes are made a moment later; what the camera wrote about place and owner is left
        out.

        Args:
            alt_text: What the photograph shows, for who cannot see it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotNotEditable, RequestInProgress, TooManyPhotographs
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/photographs",
                models.Photograph.from_dict,
                body={
                    "alt_text": alt_text,
                },
                files={
                    "file": file,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def buy_now(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.PlacedPurchase:
        """Buy the lot at its Buy Now price. It binds you to pay and closes the lot.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            BuyNowGone, EmailUnconfirmed, LotClosed, LotNotOpen, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/purchase",
                models.PlacedPurchase.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def count(
        self,
        *,
        words: str | Unset = UNSET,
        category: str | Unset = UNSET,
        attribute: Sequence[str] | Unset = UNSET,
        condition: Sequence[
            Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        ]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
        seller_kind: SellerKind | Literal["private", "trader"] | Unset = UNSET,
        currency: str | Unset = UNSET,
        price_from_minor: int | Unset = UNSET,
        price_to_minor: int | Unset = UNSET,
        ends_before: datetime | Unset = UNSET,
        ending_within: str | Unset = UNSET,
        status: LotStatus | Literal["scheduled", "live", "closed", "cancelled"] | Unset = UNSET,
    ) -> models.LotCounts:
        """Count what a search finds, in all and by facet: exactly up to 1,000.

        The facets are the categories below the one chosen, condition, kind of seller, country,
        and the attributes of the category.

        Args:
            words: In Latvian, English or Russian, in any form and without regard to diacritics;
                the last may be begun, unless thousands of lots have it as it is.
            category: Slug; the categories below count as well.
            attribute: `name:value` of a facet. Values of one name are alternatives.
            condition: Any of these.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            price_from_minor: Needs `currency`.
            price_to_minor: Needs `currency`.
            ending_within: Minutes, hours or days from now.
            status: Where the lots stand.
        """
        return await self._send(
            Call(
                "GET",
                "/api/v1/lots/counts",
                models.LotCounts.from_dict,
                query={
                    "words": words,
                    "category": category,
                    "attribute": attribute,
                    "condition": condition,
                    "country": country,
                    "seller_id": seller_id,
                    "seller_kind": seller_kind,
                    "currency": currency,
                    "price_from_minor": price_from_minor,
                    "price_to_minor": price_to_minor,
                    "ends_before": ends_before,
                    "ending_within": ending_within,
                    "status": status,
                },
            )
        )

    async def create(
        self,
        *,
        category: str,
        title: str,
        language: LotLanguage | Literal["lv", "en", "ru"],
        condition: Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"],
        country: str,
        currency: str,
        start_price_minor: int,
        description: str | Unset = UNSET,
        attributes: Mapping[str, Any] | Unset = UNSET,
        city: str | Unset = UNSET,
        shipping: Sequence[models.ShippingOptionIn] | Unset = UNSET,
        terms: str | Unset = UNSET,
        reserve_minor: int | None | Unset = UNSET,
        buy_now_minor: int | None | Unset = UNSET,
        vat_scheme: VatScheme
        | Literal["standard", "margin", "private_seller"]
        | None
        | Unset = UNSET,
        organisation_id: UUID | None | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Create a draft of a lot.

        A draft may lack its description, shipping and required attributes; submission does not
        let them be missing.

        Args:
            category: Slug of a category that holds lots.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            start_price_minor: Amount in the currency's minor unit.
            attributes: By the attribute schema of the category.
            terms: The seller's own terms, beside the market's.
            reserve_minor: The lowest selling price; secret. At least the start price.
            buy_now_minor: Above the start price and at least the reserve.
            vat_scheme: For traders: `standard`, or `margin` for used goods, works of art,
                collectors' items and antiques. Null: by the kind of seller.
            organisation_id: The organisation that sells.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            CategoryNotForLots, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/lots",
                models.MyLot.from_dict,
                body={
                    "category": category,
                    "title": title,
                    "language": language,
                    "condition": condition,
                    "country": country,
                    "currency": currency,
                    "start_price_minor": start_price_minor,
                    "description": description,
                    "attributes": attributes,
                    "city": city,
                    "shipping": shipping,
                    "terms": terms,
                    "reserve_minor": reserve_minor,
                    "buy_now_minor": buy_now_minor,
                    "vat_scheme": vat_scheme,
                    "organisation_id": organisation_id,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def get(
        self,
        lot_id: UUID,
    ) -> models.Lot:
        """Get a published lot, whether it is scheduled, live or over; or one of your own."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}",
                models.Lot.from_dict,
            )
        )

    async def get_bid_receipt(
        self,
        lot_id: UUID,
        bid_id: UUID,
    ) -> models.BidReceipt:
        """Read the receipt of one of your bids, with the salts that open its commitments."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/bids/{segment(bid_id)}/receipt",
                models.BidReceipt.from_dict,
            )
        )

    async def get_state(
        self,
        lot_id: UUID,
    ) -> models.LotState:
        """Read the public facts of a lot's bidding, always from the primary."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/state",
                models.LotState.from_dict,
            )
        )

    async def list_costs(
        self,
        lot_id: UUID,
        *,
        amount_minor: Sequence[int],
        destination: str | Unset = UNSET,
        shipping_method: ShippingMethod
        | Literal["pickup", "letter", "parcel", "courier", "freight"]
        | Unset = UNSET,
    ) -> models.LotCosts:
        """List what a published lot would cost in all: premium, VAT and shipping, line by line.

        At most, that is: without a way of shipping the dearest one to the destination counts.
        The price rule is the one the auction was published under.

        Args:
            amount_minor: Hammer prices in the lot's minor unit.
            destination: The country the lot would go to; left out: where it stands.
            shipping_method: One of the lot's shipping options that reaches the destination;
                left out: the dearest with a price.

        Raises:
            DeliveryNotOffered
        """
        return await self._send(
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/costs",
                models.LotCosts.from_dict,
                query={
                    "amount_minor": amount_minor,
                    "destination": destination,
                    "shipping_method": shipping_method,
                },
            )
        )

    def list_history(
        self,
        lot_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.LotFact, models.LotHistory]:
        """List the facts of a lot, oldest first: the chain of hashes that anyone can recompute.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                f"/api/v1/lots/{segment(lot_id)}/history",
                models.LotHistory.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    async def lower_reserve(
        self,
        lot_id: UUID,
        *,
        reserve_minor: int,
        idempotency_key: str | None = None,
    ) -> models.ReserveReduction:
        """Lower the reserve of your lot: once, and not in its last twelve hours.

        The price is settled anew; that the reserve moved is public only where bids now meet it.

        Args:
            reserve_minor: The new reserve in minor units: below the old one, not below the
                start.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotClosed, RequestInProgress, ReserveAlreadyLowered, ReserveNotLowered,
                ReserveTooLate
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/reserve-reduction",
                models.ReserveReduction.from_dict,
                body={
                    "reserve_minor": reserve_minor,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def place_bid(
        self,
        lot_id: UUID,
        *,
        maximum_minor: int,
        idempotency_key: str | None = None,
    ) -> models.PlacedBid:
        """Place a bid, or raise your maximum. It binds you to pay if you win.

        A valid bid below the leader's hidden maximum is accepted and outbid at once: 201 with
        `standing: outbid`. Repeat an unanswered request with the same key; it bids only once.

        Args:
            maximum_minor: Your maximum, in the lot's minor unit. Nobody else ever sees it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            BidTooLow, EmailUnconfirmed, LotClosed, LotNotOpen, NotAboveOwnMaximum,
                RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/bids",
                models.PlacedBid.from_dict,
                body={
                    "maximum_minor": maximum_minor,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def preview_bid(
        self,
        lot_id: UUID,
        *,
        maximum_minor: int,
        destination: str | None | Unset = UNSET,
        shipping_method: ShippingMethod
        | Literal["pickup", "letter", "parcel", "courier", "freight"]
        | None
        | Unset = UNSET,
    ) -> models.BidPreview:
        """Preview a bid: whether it would be valid now, and the most it could cost in all.

        Depends only on public facts and your own maximum: it never says what the price would
        become.

        Args:
            maximum_minor: Your maximum, in the lot's minor unit. Nobody else ever sees it.
            destination: The country the lot would go to; left out: where it stands.
            shipping_method: One of the lot's shipping options that reaches the destination;
                left out: the dearest with a price.

        Raises:
            DeliveryNotOffered
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/bids/preview",
                models.BidPreview.from_dict,
                body={
                    "maximum_minor": maximum_minor,
                    "destination": destination,
                    "shipping_method": shipping_method,
                },
            )
        )

    async def relist(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Copy a lot of yours that did not sell into a new draft, with its photographs.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotNotRelistable, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/relisting",
                models.MyLot.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def remove_photograph(
        self,
        lot_id: UUID,
        photograph_id: UUID,
    ) -> None:
        """Remove a photograph from a draft of yours.

        Raises:
            LotNotEditable
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/lots/{segment(lot_id)}/photographs/{segment(photograph_id)}",
                nothing,
            )
        )

    def search(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        words: str | Unset = UNSET,
        category: str | Unset = UNSET,
        attribute: Sequence[str] | Unset = UNSET,
        condition: Sequence[
            Condition | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        ]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
        seller_kind: SellerKind | Literal["private", "trader"] | Unset = UNSET,
        currency: str | Unset = UNSET,
        price_from_minor: int | Unset = UNSET,
        price_to_minor: int | Unset = UNSET,
        ends_before: datetime | Unset = UNSET,
        ending_within: str | Unset = UNSET,
        status: LotStatus | Literal["scheduled", "live", "closed", "cancelled"] | Unset = UNSET,
        sort: LotSort
        | Literal["ending_soonest", "newest", "price_low", "price_high", "most_bids", "relevance"]
        | Unset = UNSET,
    ) -> AsyncPages[models.LotSummary, models.LotPage]:
        """Search published lots.

        Without a status, lots that can be bid on now. By relevance, lots with every word in the
        title come first, then those that end soonest.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            words: In Latvian, English or Russian, in any form and without regard to diacritics;
                the last may be begun, unless thousands of lots have it as it is.
            category: Slug; the categories below count as well.
            attribute: `name:value` of a facet. Values of one name are alternatives.
            condition: Any of these.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            price_from_minor: Needs `currency`.
            price_to_minor: Needs `currency`.
            ending_within: Minutes, hours or days from now.
            status: Where the lots stand.
            sort: By price, lots of one currency stay together; name one to see only those.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/lots",
                models.LotPage.from_dict,
                query={
                    "limit": page_size,
                    "words": words,
                    "category": category,
                    "attribute": attribute,
                    "condition": condition,
                    "country": country,
                    "seller_id": seller_id,
                    "seller_kind": seller_kind,
                    "currency": currency,
                    "price_from_minor": price_from_minor,
                    "price_to_minor": price_to_minor,
                    "ends_before": ends_before,
                    "ending_within": ending_within,
                    "status": status,
                    "sort": sort,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    async def submit(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyLot:
        """Hand in your draft for review. Once approved, it can be put into an auction.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotIncomplete, LotNotEditable, RequestInProgress, SellerUnverified
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/submission",
                models.MyLot.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def unwatch(
        self,
        lot_id: UUID,
    ) -> None:
        """Take a lot off your watch list."""
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/lots/{segment(lot_id)}/watch",
                nothing,
            )
        )

    async def update(
        self,
        lot_id: UUID,
        *,
        version: int,
        category: str | Unset = UNSET,
        title: str | Unset = UNSET,
        language: LotLanguage | Literal["lv", "en", "ru"] | Unset = UNSET,
        condition: Condition
        | Literal["new", "like_new", "good", "fair", "restored", "for_parts"]
        | Unset = UNSET,
        country: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        start_price_minor: int | Unset = UNSET,
        description: str | Unset = UNSET,
        attributes: Mapping[str, Any] | Unset = UNSET,
        city: str | Unset = UNSET,
        shipping: Sequence[models.ShippingOptionIn] | Unset = UNSET,
        terms: str | Unset = UNSET,
        reserve_minor: int | None | Unset = UNSET,
        buy_now_minor: int | None | Unset = UNSET,
        vat_scheme: VatScheme
        | Literal["standard", "margin", "private_seller"]
        | None
        | Unset = UNSET,
    ) -> models.MyLot:
        """Change a draft or a returned lot of yours.

        Args:
            version: The version the change is made to.
            country: ISO 3166-1 alpha-2 code.
            currency: ISO 4217 code of a currency that lots may be sold in.
            start_price_minor: Amount in the currency's minor unit.
            attributes: By the attribute schema of the category.
            vat_scheme: For traders: `standard`, or `margin` for used goods, works of art,
                collectors' items and antiques. Null: by the kind of seller.

        Raises:
            CategoryNotForLots, LotNotEditable
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/lots/{segment(lot_id)}",
                models.MyLot.from_dict,
                body={
                    "category": category,
                    "title": title,
                    "language": language,
                    "condition": condition,
                    "country": country,
                    "currency": currency,
                    "start_price_minor": start_price_minor,
                    "description": description,
                    "attributes": attributes,
                    "city": city,
                    "shipping": shipping,
                    "terms": terms,
                    "reserve_minor": reserve_minor,
                    "buy_now_minor": buy_now_minor,
                    "vat_scheme": vat_scheme,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    async def update_photograph(
        self,
        lot_id: UUID,
        photograph_id: UUID,
        *,
        version: int,
        alt_text: str | Unset = UNSET,
        position: int | Unset = UNSET,
    ) -> models.Photograph:
        """Change what a photograph says, or its place among the others.

        Args:
            version: The version the change is made to.

        Raises:
            LotNotEditable
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/lots/{segment(lot_id)}/photographs/{segment(photograph_id)}",
                models.Photograph.from_dict,
                body={
                    "alt_text": alt_text,
                    "position": position,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    async def watch(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Watch:
        """Put a published lot on your watch list. Doing so twice changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyWatched
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/watch",
                models.Watch.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def withdraw(
        self,
        lot_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Withdrawal:
        """Take your lot back: at any time before it is published, after that until it has a bid.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotClosed, LotHasBids, LotNotWithdrawable, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/lots/{segment(lot_id)}/withdrawal",
                models.Withdrawal.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )
