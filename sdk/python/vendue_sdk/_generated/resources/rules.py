"""The resource `rules` of the contract. Made by the generator; do not edit."""

from operator import attrgetter
from uuid import UUID

from vendue_sdk._generated import models
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    segment,
)
from vendue_sdk.pages import AsyncPages, Pages


class Rules:
    """The operations on rules."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def get(
        self,
        rule_set_id: UUID,
    ) -> models.RuleSet:
        """Read a published version of a rule set, with its increments for every currency."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/rule-sets/{segment(rule_set_id)}",
                models.RuleSet.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> Pages[models.RuleSet, models.RuleSetPage]:
        """List the published versions of rule sets, the newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/rule-sets",
                models.RuleSetPage.from_dict,
                query={
                    "limit": page_size,
                    "name": name,
                },
            ),
            attrgetter("items"),
            cursor,
        )


class AsyncRules:
    """The operations on rules."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def get(
        self,
        rule_set_id: UUID,
    ) -> models.RuleSet:
        """Read a published version of a rule set, with its increments for every currency."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/rule-sets/{segment(rule_set_id)}",
                models.RuleSet.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> AsyncPages[models.RuleSet, models.RuleSetPage]:
        """List the published versions of rule sets, the newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/rule-sets",
                models.RuleSetPage.from_dict,
                query={
                    "limit": page_size,
                    "name": name,
                },
            ),
            attrgetter("items"),
            cursor,
        )
