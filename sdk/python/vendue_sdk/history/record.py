"""A downloaded history: everything the check needs, in one file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from vendue_sdk._generated.types import UNSET
from vendue_sdk.calls import Call, Send, segment
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
        facts: list[Json] = []
        terms: Json = {}
        path = f"/api/v1/lots/{segment(lot_id)}/history"
        call = Call("GET", path, _as_it_is, query={"limit": _PAGE})
        cursor: Any = UNSET
        while cursor is not None:
            page = send(call.on_page(cursor))
            facts.extend(page["items"])
            terms, cursor = page["terms"], page["next_cursor"]
        meta = send(Call("GET", "/api/v1/meta", _as_it_is))
        return cls(str(lot_id), terms, facts, meta.get("receipt_key"))

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
