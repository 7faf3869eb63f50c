"""Lists that fetch their own pages while they are read."""

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import AsyncSend, Call, Send

Item = TypeVar("Item")


class _Page(Protocol):
    @property
    def next_cursor(self) -> str | None: ...


Page = TypeVar("Page", bound=_Page)


@dataclass(frozen=True, slots=True)
class Pages(Generic[Item, Page]):
    """A list of the market: iterate over it, and it fetches what comes next.

    Nothing is asked before the first item is. A second iteration asks again.
    """

    send: Send
    call: Call[Page]
    items_of: Callable[[Page], Sequence[Item]]
    cursor: str | Unset = UNSET

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self.items_of(page)

    def pages(self) -> Iterator[Page]:
        """Page by page, for what a page says beside its items."""
        cursor: str | Unset | None = self.cursor
        while cursor is not None:
            page = self.send(self.call.on_page(cursor))
            yield page
            cursor = page.next_cursor

    def first(self) -> Page:
        """The first page alone."""
        return self.send(self.call.on_page(self.cursor))


@dataclass(frozen=True, slots=True)
class AsyncPages(Generic[Item, Page]):
    """A list of the market: iterate over it, and it fetches what comes next.

    Nothing is asked before the first item is. A second iteration asks again.
    """

    send: AsyncSend
    call: Call[Page]
    items_of: Callable[[Page], Sequence[Item]]
    cursor: str | Unset = UNSET

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in self.items_of(page):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Page by page, for what a page says beside its items."""
        cursor: str | Unset | None = self.cursor
        while cursor is not None:
            page = await self.send(self.call.on_page(cursor))
            yield page
            cursor = page.next_cursor

    async def first(self) -> Page:
        """The first page alone."""
        return await self.send(self.call.on_page(self.cursor))
