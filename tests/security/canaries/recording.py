"""Everything that left the market, with who got it: answers, frames, streams, letters, logs."""

import contextlib
import http.client
import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.live import HOST
from tests.security.canaries.spelling import Canary, Text


class Way(StrEnum):
    """How something left."""

    ANSWER = "answer"
    PAGE = "page"
    FRAME = "frame"
    STREAM = "stream"
    LETTER = "letter"
    LOG = "log"


@dataclass(frozen=True)
class Sent:
    """One thing that left, and whom it reached."""

    way: Way
    listener: str
    what: str
    content: bytes
    #: What the listener had written to get it, and knew before.
    asked: bytes = b""


@dataclass
class Recording:
    """All that left; several threads write to it."""

    sent: list[Sent] = field(default_factory=list)
    canaries: list[Canary] = field(default_factory=list)

    def add(
        self, way: Way, listener: str, what: str, content: bytes, *, asked: bytes = b""
    ) -> None:
        """Note something."""
        self.sent.append(Sent(way, listener, what, content, asked))

    def of(self, way: Way) -> list[Sent]:
        """What left this way."""
        return [one for one in self.sent if one.way is way]

    def leaks(self, way: Way) -> list[str]:
        """Each secret in something that reached another than those who may know it."""
        # Many are told the same; it is read once.
        heard: dict[bytes, list[Sent]] = {}
        for one in self.of(way):
            heard.setdefault(one.content, []).append(one)
        return [leak for content, told in heard.items() for leak in self._in(content, told)]

    def _in(self, content: bytes, told: list[Sent]) -> Iterator[str]:
        text = Text.of(content)
        for canary in self.canaries:
            strangers = [one for one in told if one.listener not in canary.known_to]
            if strangers and canary.is_in(text):
                for one in strangers:
                    if not canary.is_in(Text.of(one.asked)):
                        yield f"{canary.name} reached {one.listener} in {one.what}"


@dataclass(frozen=True)
class Caller:
    """Somebody at the market's doors, from an address of their own."""

    name: str
    address: str
    token: str = ""

    def headers(self) -> dict[str, str]:
        """What their requests carry."""
        known = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return {"X-Test-Address": self.address, "User-Agent": "Browser of the tests", **known}


def ask(
    recording: Recording,
    port: int,
    caller: Caller,
    method: str,
    path: str,
    body: Any = None,
    *,
    way: Way = Way.ANSWER,
    **headers: str,
) -> tuple[int, bytes]:
    """One request; status line, fields and body of its answer are noted."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    content = None if body is None else json.dumps(body).encode()
    if content is not None:
        sent["Content-Type"] = "application/json"
    with contextlib.closing(http.client.HTTPConnection(HOST, port, timeout=20)) as connection:
        connection.request(method, path, content, {**caller.headers(), **sent})
        answer = connection.getresponse()
        read = answer.read()
    fields = "".join(f"{name}: {value}\r\n" for name, value in answer.getheaders())
    recording.add(
        way,
        caller.name,
        f"{method} {path} ({answer.status})",
        f"{fields}\r\n".encode() + read,
        asked=path.encode() + b"\n" + (content or b""),
    )
    return answer.status, read


class Socket:
    """A connection whose every frame is noted as it comes."""

    def __init__(
        self, recording: Recording, url: str, listener: str, channels: Iterable[str]
    ) -> None:
        self._recording = recording
        self._listener = listener
        self._open = contextlib.ExitStack()
        self._connection = self._open.enter_context(connect(url, compression=None))
        for channel in channels:
            self._connection.send(json.dumps({"type": "subscribe", "channel": channel}))
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def close(self) -> None:
        """Hang up, with everything read that had come."""
        self._open.close()
        self._reading.join(10)

    def _read(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            for frame in self._connection:
                content = frame.encode() if isinstance(frame, str) else frame
                kind = str(json.loads(content)["type"])
                self._recording.add(Way.FRAME, self._listener, kind, content)


class Stream:
    """A stream of events over HTTP, whose every line is noted as it comes."""

    def __init__(
        self, recording: Recording, port: int, listener: str, path: str, **headers: str
    ) -> None:
        self._recording = recording
        self._listener = listener
        self._connection = http.client.HTTPConnection(HOST, port, timeout=60)
        self._connection.request("GET", path, headers=headers)
        self._answer = self._connection.getresponse()
        self._socket = self._connection.sock
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def close(self) -> None:
        """Hang up."""
        # Closing alone would wait for a reader that waits for more.
        with contextlib.suppress(OSError):
            self._socket.shutdown(2)
        self._reading.join(10)
        self._connection.close()

    def _read(self) -> None:
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
            while line := self._answer.readline():
                self._recording.add(Way.STREAM, self._listener, "line", line)


def note_letters(recording: Recording, folder: Path, names: dict[str, str]) -> None:
    """Every caught letter, once as it went over the wire and once as its reader sees it."""
    for path in sorted(folder.glob("*.eml")):
        raw = path.read_bytes()
        letter = message_from_bytes(raw, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        listener = names.get(str(letter["X-Envelope-To"]).strip(), "nobody")
        what = str(letter["Subject"])
        read = [f"{name}: {value}" for name, value in letter.items()]
        parts = [part for part in letter.walk() if not part.is_multipart()]
        read += [str(part.get_content()) for part in parts]
        recording.add(Way.LETTER, listener, what, raw)
        recording.add(Way.LETTER, listener, what, "\n".join(read).encode())


def note_logs(recording: Recording, folder: Path) -> None:
    """Every line that a process wrote."""
    for path in sorted(folder.glob("*.log")):
        for line in path.read_bytes().splitlines():
            recording.add(Way.LOG, "the log", path.stem, line)
