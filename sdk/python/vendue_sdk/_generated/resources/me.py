"""The resource `me` of the contract. Made by the generator; do not edit."""

from operator import attrgetter
from typing import Literal
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.models import AuctionStatus, BidderStanding, Language, LotStage
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    nothing,
    segment,
    version_tag,
)
from vendue_sdk.pages import AsyncPages, Pages


class Me:
    """The operations on me."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncMe:
    """The operations on me."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
