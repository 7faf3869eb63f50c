"""Who the caller is: nobody, an API key, or a person whose session is carried on by itself.

Nothing here does input or output but the token stores. A ``Login`` says which call is needed
next; the transport makes it, one at a time however many threads wait for it.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from vendue_sdk._generated.models import Session
from vendue_sdk.calls import Call

#: A token this near its end is refreshed before it is used.
_MARGIN = timedelta(seconds=20)
#: A repeated refresh gets the same answer for ten seconds, so each attempt has to be short.
_REFRESH_TIMEOUT_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Tokens:
    """A session as a program keeps it. ``device_id`` has to stay with its refresh token."""

    access_token: str
    access_expires_at: datetime
    refresh_token: str
    device_id: str


class TokenStore(Protocol):
    """Where a session outlives the process."""

    def load(self) -> Tokens | None:
        """What was saved last, if anything."""

    def save(self, tokens: Tokens) -> None:
        """Keep these instead."""


class MemoryTokenStore:
    """Keeps a session as long as the process lives."""

    def __init__(self, tokens: Tokens | None = None) -> None:
        self._tokens = tokens

    def load(self) -> Tokens | None:
        """What was saved last, if anything."""
        return self._tokens

    def save(self, tokens: Tokens) -> None:
        """Keep these instead."""
        self._tokens = tokens


class FileTokenStore:
    """Keeps a session in a file that nobody else can read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Tokens | None:
        """What was saved last, if anything."""
        try:
            saved = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        expires_at = datetime.fromisoformat(saved.pop("access_expires_at"))
        return Tokens(access_expires_at=expires_at, **saved)

    def save(self, tokens: Tokens) -> None:
        """Keep these instead. The file appears whole, with its rights, or not at all."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self.path.with_name(f"{self.path.name}.{uuid4().hex}")
        saved = {**asdict(tokens), "access_expires_at": tokens.access_expires_at.isoformat()}
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(saved, file)
        fresh.replace(self.path)


@dataclass(frozen=True, slots=True)
class SessionPaths:
    """Where sessions begin and are carried on; staff have their own."""

    sign_in: str = "/api/v1/sessions"
    refresh: str = "/api/v1/sessions/refresh"


class Login:
    """A person's session: begun with a password, or taken up from a store.

    Not for use by two threads at once: its transport holds a lock around it.
    """

    def __init__(
        self,
        *,
        store: TokenStore,
        email: str | None = None,
        password: str | None = None,
        paths: SessionPaths | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._email = email
        self._password = password
        self._paths = paths or SessionPaths()
        self._now = now
        self._tokens = store.load()
        self._device_id = self._tokens.device_id if self._tokens else str(uuid4())

    @property
    def device_id(self) -> str:
        """What the market knows this device by; a refresh token is good only from its own."""
        return self._device_id

    @property
    def access_token(self) -> str | None:
        """The token to send now, if there is one."""
        return self._tokens.access_token if self._tokens else None

    @property
    def has_password(self) -> bool:
        """Whether a lost session can be begun again."""
        return self._email is not None and self._password is not None

    def needed(self, refused: str | None = None) -> Call[Session] | None:
        """The call without which there is no good token, or ``None`` when there is one.

        ``refused`` is a token that the market did not take, although it looked good here.
        """
        if self._is_good(refused):
            return None
        self._take_up()
        if self._is_good(refused):
            return None
        if self._tokens is None:
            return self._sign_in() if self.has_password else None
        return self._refresh(self._tokens.refresh_token)

    def accept(self, session: Session) -> None:
        """Go on with the session that the call has given."""
        if session.refresh_token is None:
            raise ValueError("A program needs its refresh token in the answer.")
        self._tokens = Tokens(
            access_token=session.access_token,
            access_expires_at=session.access_expires_at,
            refresh_token=session.refresh_token,
            device_id=self._device_id,
        )
        self._store.save(self._tokens)

    def lose(self) -> bool:
        """The session is over. Whether another can be begun instead."""
        had_one, self._tokens = self._tokens is not None, None
        return had_one and self.has_password

    def _is_good(self, refused: str | None) -> bool:
        tokens = self._tokens
        if tokens is None or tokens.access_token == refused:
            return False
        return tokens.access_expires_at - self._now() > _MARGIN

    def _take_up(self) -> None:
        """Another process with the same store may have refreshed: its token is the good one."""
        saved = self._store.load()
        if saved is None or self._tokens is None:
            return
        if saved.access_expires_at > self._tokens.access_expires_at:
            self._tokens = saved

    def _sign_in(self) -> Call[Session]:
        return Call(
            "POST",
            self._paths.sign_in,
            Session.from_dict,
            body={"email": self._email, "password": self._password},
        )

    def _refresh(self, refresh_token: str) -> Call[Session]:
        call = Call(
            "POST", self._paths.refresh, Session.from_dict, body={"refresh_token": refresh_token}
        )
        return replace(call, is_repeatable=True, timeout_seconds=_REFRESH_TIMEOUT_SECONDS)
