"""The resource `me` of the contract. Made by the generator; do not edit."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Literal
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.models import (
    AuctionStatus,
    BidderStanding,
    EndingNotice,
    Language,
    LotStage,
    SearchAlert,
)
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    key_or_new,
    nothing,
    segment,
    version_tag,
)
from vendue_sdk.pages import AsyncPages, Pages


class Me:
    """The operations on me."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def accept_membership(
        self,
        organisation_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyMembership:
        """Take the place that an organisation offers you. Only now may you act for it.

        From now on you cannot bid on what it sells. Accepting twice changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyOrganisations
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/me/memberships/{segment(organisation_id)}/acceptance",
                models.MyMembership.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def count_unread_notifications(
        self,
    ) -> models.UnreadCount:
        """Count what you have not read."""
        return self._send(
            Call(
                "GET",
                "/api/v1/me/notifications/count",
                models.UnreadCount.from_dict,
            )
        )

    def create_saved_search(
        self,
        *,
        name: str,
        query: models.SavedQueryIn,
        alert: SearchAlert | Literal["off", "daily", "immediate"] | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.SavedSearch:
        """Keep a search, and be told of new lots that it finds: daily, within a minute, or never.

        Args:
            name: What you call it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManySavedSearches
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/me/saved-searches",
                models.SavedSearch.from_dict,
                body={
                    "name": name,
                    "query": query,
                    "alert": alert,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def end_membership(
        self,
        organisation_id: UUID,
    ) -> None:
        """Leave an organisation, or decline the place it offers you.

        Raises:
            LastOwner
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/me/memberships/{segment(organisation_id)}",
                nothing,
            )
        )

    def end_session(
        self,
        session_id: UUID,
    ) -> None:
        """End one session of one's own, on whichever device it is."""
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/me/sessions/{segment(session_id)}",
                nothing,
            )
        )

    def get(
        self,
    ) -> models.Person:
        """Read the account of the caller, its profile and its organisations."""
        return self._send(
            Call(
                "GET",
                "/api/v1/me",
                models.Person.from_dict,
            )
        )

    def get_bid(
        self,
        lot_id: UUID,
    ) -> models.MyBid:
        """Read your own maximum and standing on a lot."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/me/bids/{segment(lot_id)}",
                models.MyBid.from_dict,
            )
        )

    def get_lot(
        self,
        lot_id: UUID,
    ) -> models.MyLot:
        """Get one of your lots at whatever stage, with its reserve."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/me/lots/{segment(lot_id)}",
                models.MyLot.from_dict,
            )
        )

    def get_notification_preferences(
        self,
    ) -> models.NotificationPreferences:
        """Read what you are told, in the app and by letter."""
        return self._send(
            Call(
                "GET",
                "/api/v1/me/notification-preferences",
                models.NotificationPreferences.from_dict,
            )
        )

    def get_saved_search(
        self,
        saved_search_id: UUID,
    ) -> models.SavedSearch:
        """Read one search you keep."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                models.SavedSearch.from_dict,
            )
        )

    def list_auctions(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        status: AuctionStatus
        | Literal["draft", "scheduled", "live", "closed", "cancelled"]
        | Unset = UNSET,
    ) -> Pages[models.Auction, models.AuctionPage]:
        """List the auctions you sell in, the latest end first: your own and your organisations'.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/auctions",
                models.AuctionPage.from_dict,
                query={
                    "limit": page_size,
                    "status": status,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_bids(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        standing: BidderStanding | Literal["leading", "outbid", "won", "lost"] | Unset = UNSET,
    ) -> Pages[models.MyBid, models.MyBidPage]:
        """List the lots you bid on, the latest bid first, with where you stand on each.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            standing: Only lots with this standing.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/bids",
                models.MyBidPage.from_dict,
                query={
                    "limit": page_size,
                    "standing": standing,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_lots(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        stage: LotStage
        | Literal["draft", "submitted", "returned", "approved", "live", "closed", "withdrawn"]
        | Unset = UNSET,
    ) -> Pages[models.MyLot, models.MyLotPage]:
        """List your lots and those of your organisations, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/lots",
                models.MyLotPage.from_dict,
                query={
                    "limit": page_size,
                    "stage": stage,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_memberships(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.MyMembership, models.MyMembershipPage]:
        """List the organisations you belong to and those that offer you a place, oldest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/memberships",
                models.MyMembershipPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_notifications(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        is_read: bool | Unset = UNSET,
    ) -> Pages[models.Notification, models.NotificationPage]:
        """List what you were told, the latest first.

        About a lot there is one entry on where you stand and one on its end: later news of the
        same matter takes the place of earlier, under the same id, and is unread again.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            is_read: Only those that were read, or only those that were not.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/notifications",
                models.NotificationPage.from_dict,
                query={
                    "limit": page_size,
                    "is_read": is_read,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_saved_searches(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.SavedSearch, models.SavedSearchPage]:
        """List the searches you keep, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/saved-searches",
                models.SavedSearchPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_sessions(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.LiveSession, models.LiveSessionPage]:
        """List the sessions of the account that have not ended, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/sessions",
                models.LiveSessionPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_watched_lots(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.LotSummary, models.WatchedLotPage]:
        """List the lots you watch, the last added first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/watched-lots",
                models.WatchedLotPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def mark_all_notifications_read(
        self,
        *,
        idempotency_key: str | None = None,
    ) -> models.AllRead:
        """Mark everything that you were told until now as read.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/me/notifications/reading",
                models.AllRead.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def mark_notification_read(
        self,
        notification_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Notification:
        """Mark one notification as read; again changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/me/notifications/{segment(notification_id)}/reading",
                models.Notification.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def remove_saved_search(
        self,
        saved_search_id: UUID,
    ) -> None:
        """Keep a search no longer."""
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                nothing,
            )
        )

    def update(
        self,
        *,
        version: int,
        display_name: str | Unset = UNSET,
        language: Language | Literal["lv", "en", "ru"] | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        currency: str | Unset = UNSET,
    ) -> models.Person:
        """Change one's profile. What is left out stays as it is.

        Args:
            version: The version the change is made to.
            display_name: How others see the person.
            time_zone: Name in the IANA time zone database.
            currency: ISO 4217 code of a currency that lots may be sold in.
        """
        return self._send(
            Call(
                "PATCH",
                "/api/v1/me",
                models.Person.from_dict,
                body={
                    "display_name": display_name,
                    "language": language,
                    "time_zone": time_zone,
                    "currency": currency,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    def update_notification_preferences(
        self,
        *,
        version: int,
        channels: Sequence[models.NotificationChannelsIn] | Unset = UNSET,
        ending_notice: EndingNotice | Literal["quarter_hour", "hour"] | Unset = UNSET,
    ) -> models.NotificationPreferences:
        """Change what you are told. Kinds that are not named stay as they are.

        Args:
            version: The version the change is made to.
        """
        return self._send(
            Call(
                "PATCH",
                "/api/v1/me/notification-preferences",
                models.NotificationPreferences.from_dict,
                body={
                    "channels": channels,
                    "ending_notice": ending_notice,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    def update_saved_search(
        self,
        saved_search_id: UUID,
        *,
        version: int,
        name: str | Unset = UNSET,
        query: models.SavedQueryIn | Unset = UNSET,
        alert: SearchAlert | Literal["off", "daily", "immediate"] | Unset = UNSET,
    ) -> models.SavedSearch:
        """Rename a search, change what it asks, or when you are told.

        Args:
            version: The version the change is made to.
            name: What you call it.
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                models.SavedSearch.from_dict,
                body={
                    "name": name,
                    "query": query,
                    "alert": alert,
                },
                headers={"If-Match": version_tag(version)},
            )
        )


class AsyncMe:
    """The operations on me."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def accept_membership(
        self,
        organisation_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.MyMembership:
        """Take the place that an organisation offers you. Only now may you act for it.

        From now on you cannot bid on what it sells. Accepting twice changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyOrganisations
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/me/memberships/{segment(organisation_id)}/acceptance",
                models.MyMembership.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def count_unread_notifications(
        self,
    ) -> models.UnreadCount:
        """Count what you have not read."""
        return await self._send(
            Call(
                "GET",
                "/api/v1/me/notifications/count",
                models.UnreadCount.from_dict,
            )
        )

    async def create_saved_search(
        self,
        *,
        name: str,
        query: models.SavedQueryIn,
        alert: SearchAlert | Literal["off", "daily", "immediate"] | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> models.SavedSearch:
        """Keep a search, and be told of new lots that it finds: daily, within a minute, or never.

        Args:
            name: What you call it.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManySavedSearches
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/me/saved-searches",
                models.SavedSearch.from_dict,
                body={
                    "name": name,
                    "query": query,
                    "alert": alert,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def end_membership(
        self,
        organisation_id: UUID,
    ) -> None:
        """Leave an organisation, or decline the place it offers you.

        Raises:
            LastOwner
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/me/memberships/{segment(organisation_id)}",
                nothing,
            )
        )

    async def end_session(
        self,
        session_id: UUID,
    ) -> None:
        """End one session of one's own, on whichever device it is."""
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/me/sessions/{segment(session_id)}",
                nothing,
            )
        )

    async def get(
        self,
    ) -> models.Person:
        """Read the account of the caller, its profile and its organisations."""
        return await self._send(
            Call(
                "GET",
                "/api/v1/me",
                models.Person.from_dict,
            )
        )

    async def get_bid(
        self,
        lot_id: UUID,
    ) -> models.MyBid:
        """Read your own maximum and standing on a lot."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/me/bids/{segment(lot_id)}",
                models.MyBid.from_dict,
            )
        )

    async def get_lot(
        self,
        lot_id: UUID,
    ) -> models.MyLot:
        """Get one of your lots at whatever stage, with its reserve."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/me/lots/{segment(lot_id)}",
                models.MyLot.from_dict,
            )
        )

    async def get_notification_preferences(
        self,
    ) -> models.NotificationPreferences:
        """Read what you are told, in the app and by letter."""
        return await self._send(
            Call(
                "GET",
                "/api/v1/me/notification-preferences",
                models.NotificationPreferences.from_dict,
            )
        )

    async def get_saved_search(
        self,
        saved_search_id: UUID,
    ) -> models.SavedSearch:
        """Read one search you keep."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                models.SavedSearch.from_dict,
            )
        )

    def list_auctions(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        status: AuctionStatus
        | Literal["draft", "scheduled", "live", "closed", "cancelled"]
        | Unset = UNSET,
    ) -> AsyncPages[models.Auction, models.AuctionPage]:
        """List the auctions you sell in, the latest end first: your own and your organisations'.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/auctions",
                models.AuctionPage.from_dict,
                query={
                    "limit": page_size,
                    "status": status,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_bids(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        standing: BidderStanding | Literal["leading", "outbid", "won", "lost"] | Unset = UNSET,
    ) -> AsyncPages[models.MyBid, models.MyBidPage]:
        """List the lots you bid on, the latest bid first, with where you stand on each.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            standing: Only lots with this standing.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/bids",
                models.MyBidPage.from_dict,
                query={
                    "limit": page_size,
                    "standing": standing,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_lots(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        stage: LotStage
        | Literal["draft", "submitted", "returned", "approved", "live", "closed", "withdrawn"]
        | Unset = UNSET,
    ) -> AsyncPages[models.MyLot, models.MyLotPage]:
        """List your lots and those of your organisations, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/lots",
                models.MyLotPage.from_dict,
                query={
                    "limit": page_size,
                    "stage": stage,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_memberships(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.MyMembership, models.MyMembershipPage]:
        """List the organisations you belong to and those that offer you a place, oldest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/memberships",
                models.MyMembershipPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_notifications(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        is_read: bool | Unset = UNSET,
    ) -> AsyncPages[models.Notification, models.NotificationPage]:
        """List what you were told, the latest first.

        About a lot there is one entry on where you stand and one on its end: later news of the
        same matter takes the place of earlier, under the same id, and is unread again.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
            is_read: Only those that were read, or only those that were not.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/notifications",
                models.NotificationPage.from_dict,
                query={
                    "limit": page_size,
                    "is_read": is_read,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_saved_searches(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.SavedSearch, models.SavedSearchPage]:
        """List the searches you keep, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/saved-searches",
                models.SavedSearchPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_sessions(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.LiveSession, models.LiveSessionPage]:
        """List the sessions of the account that have not ended, newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/sessions",
                models.LiveSessionPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_watched_lots(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.LotSummary, models.WatchedLotPage]:
        """List the lots you watch, the last added first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/me/watched-lots",
                models.WatchedLotPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    async def mark_all_notifications_read(
        self,
        *,
        idempotency_key: str | None = None,
    ) -> models.AllRead:
        """Mark everything that you were told until now as read.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/me/notifications/reading",
                models.AllRead.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def mark_notification_read(
        self,
        notification_id: UUID,
        *,
        idempotency_key: str | None = None,
    ) -> models.Notification:
        """Mark one notification as read; again changes nothing.

        Args:
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/me/notifications/{segment(notification_id)}/reading",
                models.Notification.from_dict,
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def remove_saved_search(
        self,
        saved_search_id: UUID,
    ) -> None:
        """Keep a search no longer."""
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                nothing,
            )
        )

    async def update(
        self,
        *,
        version: int,
        display_name: str | Unset = UNSET,
        language: Language | Literal["lv", "en", "ru"] | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        currency: str | Unset = UNSET,
    ) -> models.Person:
        """Change one's profile. What is left out stays as it is.

        Args:
            version: The version the change is made to.
            display_name: How others see the person.
            time_zone: Name in the IANA time zone database.
            currency: ISO 4217 code of a currency that lots may be sold in.
        """
        return await self._send(
            Call(
                "PATCH",
                "/api/v1/me",
                models.Person.from_dict,
                body={
                    "display_name": display_name,
                    "language": language,
                    "time_zone": time_zone,
                    "currency": currency,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    async def update_notification_preferences(
        self,
        *,
        version: int,
        channels: Sequence[models.NotificationChannelsIn] | Unset = UNSET,
        ending_notice: EndingNotice | Literal["quarter_hour", "hour"] | Unset = UNSET,
    ) -> models.NotificationPreferences:
        """Change what you are told. Kinds that are not named stay as they are.

        Args:
            version: The version the change is made to.
        """
        return await self._send(
            Call(
                "PATCH",
                "/api/v1/me/notification-preferences",
                models.NotificationPreferences.from_dict,
                body={
                    "channels": channels,
                    "ending_notice": ending_notice,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    async def update_saved_search(
        self,
        saved_search_id: UUID,
        *,
        version: int,
        name: str | Unset = UNSET,
        query: models.SavedQueryIn | Unset = UNSET,
        alert: SearchAlert | Literal["off", "daily", "immediate"] | Unset = UNSET,
    ) -> models.SavedSearch:
        """Rename a search, change what it asks, or when you are told.

        Args:
            version: The version the change is made to.
            name: What you call it.
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/me/saved-searches/{segment(saved_search_id)}",
                models.SavedSearch.from_dict,
                body={
                    "name": name,
                    "query": query,
                    "alert": alert,
                },
                headers={"If-Match": version_tag(version)},
            )
        )
