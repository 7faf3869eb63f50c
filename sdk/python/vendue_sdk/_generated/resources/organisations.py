"""The resource `organisations` of the contract. Made by the generator; do not edit."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Literal
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.models import MemberRole, Scope
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


class Organisations:
    """The operations on organisations."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def add_member(
        self,
        organisation_id: UUID,
        *,
        account_id: UUID,
        role: MemberRole | Literal["owner", "manager", "lister", "analyst"],
        idempotency_key: str | None = None,
    ) -> models.Member:
        """Offer an account a place in the organisation. Only owners make owners and managers.

        It gives no rights until the person accepts it with `accept_membership`.

        Args:
            account_id: The person finds it in `get_me` and hands it over.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AlreadyMember, RequestInProgress, TooManyOrganisations
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/organisations/{segment(organisation_id)}/members",
                models.Member.from_dict,
                body={
                    "account_id": account_id,
                    "role": role,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def create(
        self,
        *,
        name: str,
        country: str,
        registration_no: str | None | Unset = UNSET,
        vat_no: str | None | Unset = UNSET,
        is_trader: bool,
        idempotency_key: str | None = None,
    ) -> models.Organisation:
        """Found an organisation. You become its owner.

        Args:
            country: ISO 3166-1 alpha-2 code.
            is_trader: Whether it sells in the course of a trade.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyOrganisations
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/organisations",
                models.Organisation.from_dict,
                body={
                    "name": name,
                    "country": country,
                    "registration_no": registration_no,
                    "vat_no": vat_no,
                    "is_trader": is_trader,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def create_api_key(
        self,
        organisation_id: UUID,
        *,
        name: str,
        scopes: Sequence[
            Scope
            | Literal[
                "profile:read",
                "profile:write",
                "bids:write",
                "watch:write",
                "lots:write",
                "auctions:write",
                "organisations:write",
            ]
        ],
        expires_in_days: int | Unset = UNSET,
    ) -> models.CreatedApiKey:
        """Make a key for a program of the organisation. It is shown in this answer and never
        again.

        The program acts as you *and* for the organisation, and can never do more than you can.

        Args:
            name: What the key is for.
            scopes: What the key allows: of your own rights those that the program needs.
                Bidding is never implied.

        Raises:
            TooManyKeys
        """
        return self._send(
            Call(
                "POST",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys",
                models.CreatedApiKey.from_dict,
                body={
                    "name": name,
                    "scopes": scopes,
                    "expires_in_days": expires_in_days,
                },
            )
        )

    def get(
        self,
        organisation_id: UUID,
    ) -> models.Organisation:
        """Read an organisation you belong to."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}",
                models.Organisation.from_dict,
            )
        )

    def list_api_keys(
        self,
        organisation_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.ApiKey, models.ApiKeyPage]:
        """List the keys of an organisation of yours, revoked ones included; never the keys' text.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys",
                models.ApiKeyPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_members(
        self,
        organisation_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> Pages[models.Member, models.MemberPage]:
        """List who belongs to an organisation of yours.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}/members",
                models.MemberPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def remove_member(
        self,
        organisation_id: UUID,
        account_id: UUID,
    ) -> None:
        """Take a member out, withdraw an offer, or leave. The keys the member made are revoked.

        Raises:
            LastOwner
        """
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/organisations/{segment(organisation_id)}/members/{segment(account_id)}",
                nothing,
            )
        )

    def revoke_api_key(
        self,
        organisation_id: UUID,
        api_key_id: UUID,
    ) -> None:
        """Revoke a key. It stops working within seconds."""
        return self._send(
            Call(
                "DELETE",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys/{segment(api_key_id)}",
                nothing,
            )
        )

    def update(
        self,
        organisation_id: UUID,
        *,
        version: int,
        name: str | Unset = UNSET,
        country: str | Unset = UNSET,
        registration_no: str | None | Unset = UNSET,
        vat_no: str | None | Unset = UNSET,
        is_trader: bool | Unset = UNSET,
    ) -> models.Organisation:
        """Change an organisation's facts. Its owners and managers may.

        Args:
            version: The version the change is made to.
            country: ISO 3166-1 alpha-2 code.
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/organisations/{segment(organisation_id)}",
                models.Organisation.from_dict,
                body={
                    "name": name,
                    "country": country,
                    "registration_no": registration_no,
                    "vat_no": vat_no,
                    "is_trader": is_trader,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    def update_member(
        self,
        organisation_id: UUID,
        account_id: UUID,
        *,
        version: int,
        role: MemberRole | Literal["owner", "manager", "lister", "analyst"],
    ) -> models.Member:
        """Give a member another role. What the member's keys may do follows it.

        Args:
            version: The version the change is made to.

        Raises:
            LastOwner
        """
        return self._send(
            Call(
                "PATCH",
                f"/api/v1/organisations/{segment(organisation_id)}/members/{segment(account_id)}",
                models.Member.from_dict,
                body={
                    "role": role,
                },
                headers={"If-Match": version_tag(version)},
            )
        )


class AsyncOrganisations:
    """The operations on organisations."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def add_member(
        self,
        organisation_id: UUID,
        *,
        account_id: UUID,
        role: MemberRole | Literal["owner", "manager", "lister", "analyst"],
        idempotency_key: str | None = None,
    ) -> models.Member:
        """Offer an account a place in the organisation. Only owners make owners and managers.

        It gives no rights until the person accepts it with `accept_membership`.

        Args:
            account_id: The person finds it in `get_me` and hands it over.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            AlreadyMember, RequestInProgress, TooManyOrganisations
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/organisations/{segment(organisation_id)}/members",
                models.Member.from_dict,
                body={
                    "account_id": account_id,
                    "role": role,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def create(
        self,
        *,
        name: str,
        country: str,
        registration_no: str | None | Unset = UNSET,
        vat_no: str | None | Unset = UNSET,
        is_trader: bool,
        idempotency_key: str | None = None,
    ) -> models.Organisation:
        """Found an organisation. You become its owner.

        Args:
            country: ISO 3166-1 alpha-2 code.
            is_trader: Whether it sells in the course of a trade.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress, TooManyOrganisations
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/organisations",
                models.Organisation.from_dict,
                body={
                    "name": name,
                    "country": country,
                    "registration_no": registration_no,
                    "vat_no": vat_no,
                    "is_trader": is_trader,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def create_api_key(
        self,
        organisation_id: UUID,
        *,
        name: str,
        scopes: Sequence[
            Scope
            | Literal[
                "profile:read",
                "profile:write",
                "bids:write",
                "watch:write",
                "lots:write",
                "auctions:write",
                "organisations:write",
            ]
        ],
        expires_in_days: int | Unset = UNSET,
    ) -> models.CreatedApiKey:
        """Make a key for a program of the organisation. It is shown in this answer and never
        again.

        The program acts as you *and* for the organisation, and can never do more than you can.

        Args:
            name: What the key is for.
            scopes: What the key allows: of your own rights those that the program needs.
                Bidding is never implied.

        Raises:
            TooManyKeys
        """
        return await self._send(
            Call(
                "POST",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys",
                models.CreatedApiKey.from_dict,
                body={
                    "name": name,
                    "scopes": scopes,
                    "expires_in_days": expires_in_days,
                },
            )
        )

    async def get(
        self,
        organisation_id: UUID,
    ) -> models.Organisation:
        """Read an organisation you belong to."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}",
                models.Organisation.from_dict,
            )
        )

    def list_api_keys(
        self,
        organisation_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.ApiKey, models.ApiKeyPage]:
        """List the keys of an organisation of yours, revoked ones included; never the keys' text.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys",
                models.ApiKeyPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    def list_members(
        self,
        organisation_id: UUID,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
    ) -> AsyncPages[models.Member, models.MemberPage]:
        """List who belongs to an organisation of yours.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                f"/api/v1/organisations/{segment(organisation_id)}/members",
                models.MemberPage.from_dict,
                query={
                    "limit": page_size,
                },
            ),
            attrgetter("items"),
            cursor,
        )

    async def remove_member(
        self,
        organisation_id: UUID,
        account_id: UUID,
    ) -> None:
        """Take a member out, withdraw an offer, or leave. The keys the member made are revoked.

        Raises:
            LastOwner
        """
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/organisations/{segment(organisation_id)}/members/{segment(account_id)}",
                nothing,
            )
        )

    async def revoke_api_key(
        self,
        organisation_id: UUID,
        api_key_id: UUID,
    ) -> None:
        """Revoke a key. It stops working within seconds."""
        return await self._send(
            Call(
                "DELETE",
                f"/api/v1/organisations/{segment(organisation_id)}/api-keys/{segment(api_key_id)}",
                nothing,
            )
        )

    async def update(
        self,
        organisation_id: UUID,
        *,
        version: int,
        name: str | Unset = UNSET,
        country: str | Unset = UNSET,
        registration_no: str | None | Unset = UNSET,
        vat_no: str | None | Unset = UNSET,
        is_trader: bool | Unset = UNSET,
    ) -> models.Organisation:
        """Change an organisation's facts. Its owners and managers may.

        Args:
            version: The version the change is made to.
            country: ISO 3166-1 alpha-2 code.
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/organisations/{segment(organisation_id)}",
                models.Organisation.from_dict,
                body={
                    "name": name,
                    "country": country,
                    "registration_no": registration_no,
                    "vat_no": vat_no,
                    "is_trader": is_trader,
                },
                headers={"If-Match": version_tag(version)},
            )
        )

    async def update_member(
        self,
        organisation_id: UUID,
        account_id: UUID,
        *,
        version: int,
        role: MemberRole | Literal["owner", "manager", "lister", "analyst"],
    ) -> models.Member:
        """Give a member another role. What the member's keys may do follows it.

        Args:
            version: The version the change is made to.

        Raises:
            LastOwner
        """
        return await self._send(
            Call(
                "PATCH",
                f"/api/v1/organisations/{segment(organisation_id)}/members/{segment(account_id)}",
                models.Member.from_dict,
                body={
                    "role": role,
                },
                headers={"If-Match": version_tag(version)},
            )
        )
