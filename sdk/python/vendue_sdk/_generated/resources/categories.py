"""The resource `categories` of the contract. Made by the generator; do not edit."""

from vendue_sdk._generated import models
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    segment,
)


class Categories:
    """The operations on categories."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def get(
        self,
        category: str,
    ) -> models.CategoryDetail:
        """Get a category by its slug, with its attribute schema and its facets."""
        return self._send(
            Call(
                "GET",
                f"/api/v1/categories/{segment(category)}",
                models.CategoryDetail.from_dict,
            )
        )

    def list(
        self,
    ) -> models.CategoryTree:
        """List the whole category tree, with the live lots of each."""
        return self._send(
            Call(
                "GET",
                "/api/v1/categories",
                models.CategoryTree.from_dict,
            )
        )


class AsyncCategories:
    """The operations on categories."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def get(
        self,
        category: str,
    ) -> models.CategoryDetail:
        """Get a category by its slug, with its attribute schema and its facets."""
        return await self._send(
            Call(
                "GET",
                f"/api/v1/categories/{segment(category)}",
                models.CategoryDetail.from_dict,
            )
        )

    async def list(
        self,
    ) -> models.CategoryTree:
        """List the whole category tree, with the live lots of each."""
        return await self._send(
            Call(
                "GET",
                "/api/v1/categories",
                models.CategoryTree.from_dict,
            )
        )
