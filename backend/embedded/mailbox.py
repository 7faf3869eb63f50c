"""Caught messages, as files: newest first, bounded."""

import re
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

KEPT = 500
IDENTIFIER = re.compile(r"[0-9]{19,20}")
LINK = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Letter:
    """One caught message, read."""

    id: str
    received_at: datetime
    sender: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    html: str

    @property
    def links(self) -> tuple[str, ...]:
        """Addresses in the plain text, in order, without the punctuation that follows them."""
        return tuple(found.rstrip(".,;:!?)") for found in LINK.findall(self.text))


class Mailbox:
    """The folder of caught messages. One process writes to it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._latest = 0
        self._writing = threading.Lock()

    def keep(self, content: bytes, recipients: list[str]) -> None:
        """Store a message with those it was really sent to; the oldest gives way."""
        with self._writing:
            # Names are times, so that they sort; two in the same nanosecond still differ.
            self._latest = max(self._latest + 1, time.time_ns())
            draft = self._folder / "incoming"
            envelope = f"X-Envelope-To: {', '.join(recipients)}\r\n".encode()
            draft.write_bytes(envelope + content)
            draft.replace(self._folder / f"{self._latest}.eml")
            for old in self._files()[KEPT:]:
                old.unlink()

    def letters(self, *, to: str = "", limit: int = KEPT) -> list[Letter]:
        """The newest letters first; only those to one address, if it is given."""
        wanted = to.strip().lower()
        found: list[Letter] = []
        for path in self._files():
            letter = _read(path)
            if letter and (not wanted or wanted in map(str.lower, letter.recipients)):
                found.append(letter)
            if len(found) >= limit:
                break
        return found

    def letter(self, identifier: str) -> Letter | None:
        """One letter, or None if there is none of this name."""
        if not IDENTIFIER.fullmatch(identifier):
            return None
        return _read(self._folder / f"{identifier}.eml")

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.eml"), key=lambda path: int(path.stem), reverse=True)


def _read(path: Path) -> Letter | None:
    try:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
    except FileNotFoundError:
        return None
    assert isinstance(message, EmailMessage)
    recipients = message.get("X-Envelope-To", "").split(",")
    return Letter(
        id=path.stem,
        received_at=datetime.fromtimestamp(int(path.stem) / 1e9, UTC),
        sender=str(message.get("From", "")),
        recipients=tuple(filter(None, (one.strip() for one in recipients))),
        subject=str(message.get("Subject", "")),
        text=_body(message, "plain"),
        html=_body(message, "html"),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        # An unknown character set: what can be read is better than nothing.
        return bytes(part.get_payload(decode=True) or b"").decode(errors="replace")
