"""A downloaded history: everything the check needs, in one file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import AsyncSend, Call, Send, segment
from vendue_sdk.errors import HistoryUnreadable

Json = Mapping[str, Any]

_PAGE = 500


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """The terms a lot was published under, its facts, and the key of the market's receipts."""

    lot_id: str
    terms: Json
    facts: Sequence[Json]
    receipt_key: Json | None

    @classmethod
    def download(cls, send: Send, lot_id: UUID | str) -> "HistoryRecord":
        """Everything at once, as the market writes it. Raises ``VendueError``.

        The facts are kept as plain JSON: the hashes cover what was sent, not what an SDK made
        of it.
        """
        download = _Download(lot_id)
        while download.goes_on:
            download.take(send(download.call))
        return download.record(send(_META))

    @classmethod
    async def download_async(cls, send: AsyncSend, lot_id: UUID | str) -> "HistoryRecord":
        """The same, awaited."""
        download = _Download(lot_id)
        while download.goes_on:
            download.take(await send(download.call))
        return download.record(await send(_META))

    @classmethod
    def load(cls, path: Path) -> "HistoryRecord":
        """A record from its file. Raises ``HistoryUnreadable``."""
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise HistoryUnreadable(f"{path} does not hold a lot's history.") from error

    def save(self, path: Path) -> None:
        """Write the record to a file."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def _as_it_is(answer: Any) -> Any:
    return answer


_META: Call[Any] = Call("GET", "/api/v1/meta", _as_it_is)


class _Download:
    """A history on its way, page by page."""

    def __init__(self, lot_id: UUID | str) -> None:
        self._lot_id = str(lot_id)
        self._call: Call[Any] = Call(
            "GET", f"/api/v1/lots/{segment(lot_id)}/history", _as_it_is, query={"limit": _PAGE}
        )
        self._cursor: str | Unset | None = UNSET
        self._facts: list[Json] = []
        self._terms: Json = {}

    @property
    def goes_on(self) -> bool:
        """Whether there is another page."""
        return self._cursor is not None

    @property
    def call(self) -> Call[Any]:
        """What asks for the next page."""
        return self._call.on_page(self._cursor or UNSET)

    def take(self, page: Any) -> None:
        """Keep a page."""
        self._facts.extend(page["items"])
        self._terms, self._cursor = page["terms"], page["next_cursor"]

    def record(self, meta: Any) -> HistoryRecord:
        """All pages together."""
        return HistoryRecord(self._lot_id, self._terms, self._facts, meta.get("receipt_key"))
