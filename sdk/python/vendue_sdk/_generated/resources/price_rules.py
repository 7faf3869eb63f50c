"""The resource `price_rules` of the contract. Made by the generator; do not edit."""

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


class PriceRules:
    """The operations on price_rules."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def get(
        self,
        price_rule_id: UUID,
    ) -> models.PriceRule:
        """Read a published version of a price rule, with its premiums for every currency."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/price-rules/{segment(price_rule_id)}",
                models.PriceRule.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> Pages[models.PriceRule, models.PriceRulePage]:
        """List the published versions of price rules, the newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return Pages(
            self._send,
            Call(
                "GET",
                "/api/v1/price-rules",
                models.PriceRulePage.from_dict,
                query={
                    "limit": page_size,
                    "name": name,
                },
            ),
            attrgetter("items"),
            cursor,
        )


class AsyncPriceRules:
    """The operations on price_rules."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def get(
        self,
        price_rule_id: UUID,
    ) -> models.PriceRule:
        """Read a published version of a price rule, with its premiums for every currency."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/price-rules/{segment(price_rule_id)}",
                models.PriceRule.from_dict,
            )
        )

    def list(
        self,
        *,
        cursor: str | Unset = UNSET,
        page_size: int | Unset = UNSET,
        name: str | Unset = UNSET,
    ) -> AsyncPages[models.PriceRule, models.PriceRulePage]:
        """List the published versions of price rules, the newest first.

        Args:
            cursor: Where to go on; left out, at the beginning.
            page_size: How many items to fetch at a time.
        """
        return AsyncPages(
            self._send,
            Call(
                "GET",
                "/api/v1/price-rules",
                models.PriceRulePage.from_dict,
                query={
                    "limit": page_size,
                    "name": name,
                },
            ),
            attrgetter("items"),
            cursor,
        )
