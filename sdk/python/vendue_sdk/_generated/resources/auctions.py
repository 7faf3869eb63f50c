"""The resource `auctions` of the contract. Made by the generator; do not edit."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import Literal
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.models import PublishedStatus
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    key_or_new,
    segment,
    version_tag,
)
from vendue_sdk.pages import AsyncPages, Pages


class Auctions:
    """The operations on auctions."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def cancel(
        self,
        auction_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Cancel your auction while none of its lots has a bid. A draft's lots are free again.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AuctionOver, LotHasBids, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/auctions/{segment(auction_id)}/cancellation",
                models.Auction.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def create(
        self,
        *,
        title: str | None | Unset = UNSET,
        description: str | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        starts_at: datetime | None | Unset = UNSET,
        ends_at: datetime,
        interval_seconds: int | Unset = UNSET,
        rule_set_id: UUID | None | Unset = UNSET,
        lots: Sequence[models.LotPlaceIn],
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Draft an auction of one or many of your lots.

        They may still wait for approval; scheduling the auction needs it. A lot belongs to one
        auction only.

        Args:
            title: Left out for a single lot: the lot's own.
            currency: Left out: the currency of the lots.
            starts_at: Left out, or in the past: bidding opens as soon as it is scheduled.
            ends_at: End of the first lot.
            interval_seconds: Seconds between the end of one lot and of the next.
            rule_set_id: A published rule set; left out: the latest one called `standard`.
            lots: In the order of their numbers.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotInAuction, LotNotApproved, RequestInProgress, RulesNotPublished
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/auctions",
                models.Auction.from_dict,
                body={
                    "title": title,
                    "description": description,
                    "currency": currency,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "interval_seconds": interval_seconds,
                    "rule_set_id": rule_set_id,
                    "lots": lots,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def get(
        self,
        auction_id: UUID,
    ) -> models.Auction:
        """Read an auction. Drafts are their seller's alone."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/auctions/{segment(auction_id)}",
                models.Auction.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        status: PublishedStatus
        | Literal["scheduled", "live", "closed", "cancelled"]
        | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
    ) -> Pages[models.Auction, models.AuctionPage]:
        """List published auctions: live and scheduled ones, or those with the status asked for.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            status: Left out: live and scheduled ones, the soonest end first.
            seller_id: Of this organisation or account.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/auctions",
                models.AuctionPage.from_dict,
                query={
                    "limit": page_size,
                    "status": status,
                    "seller_id": seller_id,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_lots(
        self,
        auction_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.AuctionLot, models.AuctionLotPage]:
        """List the lots of an auction by their number, each with its public state.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                f"/api/v1/auctions/{segment(auction_id)}/lots",
                models.AuctionLotPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def schedule(
        self,
        auction_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Publish a draft: its lots go on sale under terms that never change.

        Bidding opens at `starts_at`, at once where that has come. Every lot must be approved.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AuctionEmpty, AuctionNotDraft, AuctionTooShort, LotNotApproved, PricesNotPublished,
                RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/auctions/{segment(auction_id)}/schedule",
                models.Auction.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def update(
        self,
        auction_id: UUID,
        *,
        version: int,
        title: str | None | Unset = UNSET,
        description: str | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        starts_at: datetime | None | Unset = UNSET,
        ends_at: datetime | None | Unset = UNSET,
        interval_seconds: int | Unset = UNSET,
        rule_set_id: UUID | None | Unset = UNSET,
        lots: Sequence[models.LotPlaceIn] | None | Unset = UNSET,
    ) -> models.Auction:
        """Change a draft. Its lots are replaced all together.

        Args:
            version: The version the change is made to.
            title: Null for a single lot: the lot's own.
            currency: Null: the currency of the lots.
            starts_at: Null: as soon as it is scheduled.
            ends_at: End of the first lot; null keeps it.
            interval_seconds: Seconds between the end of one lot and of the next.
            rule_set_id: A published rule set; null: the latest one called `standard`.
            lots: All lots in their new order; null keeps them.

        Raises:
            AuctionNotDraft, LotInAuction, LotNotApproved, RulesNotPublished
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/auctions/{segment(auction_id)}",
                models.Auction.from_dict,
                body={
                    "title": title,
                    "description": description,
                    "currency": currency,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "interval_seconds": interval_seconds,
                    "rule_set_id": rule_set_id,
                    "lots": lots,
                },
                headers={"If-Match": version_tag(version)},
            )
        )


class AsyncAuctions:
    """The operations on auctions."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def cancel(
        self,
        auction_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Cancel your auction while none of its lots has a bid. A draft's lots are free again.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AuctionOver, LotHasBids, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/auctions/{segment(auction_id)}/cancellation",
                models.Auction.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def create(
        self,
        *,
        title: str | None | Unset = UNSET,
        description: str | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        starts_at: datetime | None | Unset = UNSET,
        ends_at: datetime,
        interval_seconds: int | Unset = UNSET,
        rule_set_id: UUID | None | Unset = UNSET,
        lots: Sequence[models.LotPlaceIn],
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Draft an auction of one or many of your lots.

        They may still wait for approval; scheduling the auction needs it. A lot belongs to one
        auction only.

        Args:
            title: Left out for a single lot: the lot's own.
            currency: Left out: the currency of the lots.
            starts_at: Left out, or in the past: bidding opens as soon as it is scheduled.
            ends_at: End of the first lot.
            interval_seconds: Seconds between the end of one lot and of the next.
            rule_set_id: A published rule set; left out: the latest one called `standard`.
            lots: In the order of their numbers.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LotInAuction, LotNotApproved, RequestInProgress, RulesNotPublished
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/auctions",
                models.Auction.from_dict,
                body={
                    "title": title,
                    "description": description,
                    "currency": currency,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "interval_seconds": interval_seconds,
                    "rule_set_id": rule_set_id,
                    "lots": lots,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def get(
        self,
        auction_id: UUID,
    ) -> models.Auction:
        """Read an auction. Drafts are their seller's alone."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/auctions/{segment(auction_id)}",
                models.Auction.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        status: PublishedStatus
        | Literal["scheduled", "live", "closed", "cancelled"]
        | Unset = UNSET,
        seller_id: UUID | Unset = UNSET,
    ) -> AsyncPages[models.Auction, models.AuctionPage]:
        """List published auctions: live and scheduled ones, or those with the status asked for.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            status: Left out: live and scheduled ones, the soonest end first.
            seller_id: Of this organisation or account.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/auctions",
                models.AuctionPage.from_dict,
                query={
                    "limit": page_size,
                    "status": status,
                    "seller_id": seller_id,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_lots(
        self,
        auction_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.AuctionLot, models.AuctionLotPage]:
        """List the lots of an auction by their number, each with its public state.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                f"/api/v1/auctions/{segment(auction_id)}/lots",
                models.AuctionLotPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    async def schedule(
        self,
        auction_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Auction:
        """Publish a draft: its lots go on sale under terms that never change.

        Bidding opens at `starts_at`, at once where that has come. Every lot must be approved.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AuctionEmpty, AuctionNotDraft, AuctionTooShort, LotNotApproved, PricesNotPublished,
                RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/auctions/{segment(auction_id)}/schedule",
                models.Auction.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def update(
        self,
        auction_id: UUID,
        *,
        version: int,
        title: str | None | Unset = UNSET,
        description: str | Unset = UNSET,
        currency: str | None | Unset = UNSET,
        starts_at: datetime | None | Unset = UNSET,
        ends_at: datetime | None | Unset = UNSET,
        interval_seconds: int | Unset = UNSET,
        rule_set_id: UUID | None | Unset = UNSET,
        lots: Sequence[models.LotPlaceIn] | None | Unset = UNSET,
    ) -> models.Auction:
        """Change a draft. Its lots are replaced all together.

        Args:
            version: The version the change is made to.
            title: Null for a single lot: the lot's own.
            currency: Null: the currency of the lots.
            starts_at: Null: as soon as it is scheduled.
            ends_at: End of the first lot; null keeps it.
            interval_seconds: Seconds between the end of one lot and of the next.
            rule_set_id: A published rule set; null: the latest one called `standard`.
            lots: All lots in their new order; null keeps them.

        Raises:
            AuctionNotDraft, LotInAuction, LotNotApproved, RulesNotPublished
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/auctions/{segment(auction_id)}",
                models.Auction.from_dict,
                body={
                    "title": title,
                    "description": description,
                    "currency": currency,
                    "starts_at": starts_at,
                    "ends_at": ends_at,
                    "interval_seconds": interval_seconds,
                    "rule_set_id": rule_set_id,
                    "lots": lots,
                },
                headers={"If-Match": version_tag(version)},
            )
        )
