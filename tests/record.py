"""A client's record, kept while it bids: what it sent, in which order, and what it was told."""

import itertools
import json
import threading
from base64 import urlsafe_b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from vendue.auctions.services.verification.record import Told


class Record:
    """Lines of one client, whichever threads they come from. Moments are one counter."""

    def __init__(self) -> None:
        self.lines: list[Told] = []
        self._counter = itertools.count(1)
        self._mutex = threading.Lock()

    def moment(self) -> int:
        """The next moment of this client's time."""
        with self._mutex:
            return next(self._counter)

    def note(self, **fields: Any) -> Told:
        """Keep a line; it was acknowledged now if it has a status."""
        acknowledged_at = None if fields.get("status") is None else self.moment()
        line = Told(acknowledged_at=acknowledged_at, **fields)
        self.lines.append(line)
        return line

    def note_answer(
        self, sent_at: int, operation: str, lot_id: UUID, status: int, body: bytes, **sent: Any
    ) -> Told:
        """Keep what an answer to a bid, a purchase or a read said."""
        answer = json.loads(body)
        own = answer.get("bid") or answer.get("purchase") or {}
        return self.note(
            operation=operation,
            lot_id=lot_id,
            sent_at=sent_at,
            status=status,
            code=answer.get("code"),
            sequence=own.get("sequence", answer.get("sequence")),
            bid_id=own.get("bid_id", own.get("purchase_id")),
            hash=_claims(own["receipt"])["hash"] if own else None,
            body_sha256=sha256(body).hexdigest(),
            **sent,
        )

    def write(self, path: Path) -> None:
        """Write the lines as the checker reads them."""
        path.write_text("".join(line.model_dump_json() + "\n" for line in self.lines))


def _claims(receipt: str) -> dict[str, Any]:
    body = receipt.split(".")[1]
    claims: dict[str, Any] = json.loads(urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    return claims
