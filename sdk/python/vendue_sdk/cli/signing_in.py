"""Who uses the command line, kept between commands."""

import json
import os
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.text import Text

from vendue_sdk.cli.output import messages, results
from vendue_sdk.client import LOCAL_MARKET, Vendue
from vendue_sdk.credentials import FileTokenStore
from vendue_sdk.errors import AuthenticationFailed

#: The market that the command was told to talk to.
CHOSEN: ContextVar[str | None] = ContextVar("CHOSEN", default=None)


def login(
    email: Annotated[str, typer.Option(prompt=True, envvar="VENDUE_EMAIL")] = "",
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, envvar="VENDUE_PASSWORD")
    ] = "",
) -> None:
    """Sign in; later commands go on with the session."""
    base_url = address()
    store = _store(base_url)
    before = store.path.read_bytes() if store.path.exists() else None
    store.path.unlink(missing_ok=True)
    try:
        with Vendue(email=email, password=password, tokens=store, base_url=base_url) as vendue:
            person = vendue.me.get()
    except BaseException:
        # A slip of the finger signs nobody out.
        if before is not None:
            store.path.touch(mode=0o600)
            store.path.write_bytes(before)
        raise
    folder().joinpath("market.json").write_text(json.dumps({"base_url": base_url}) + "\n")
    messages.print(Text(f"✓ Signed in to {base_url} as {person.display_name}."))


def logout() -> None:
    """Sign out, at the market and here."""
    store = _store(address())
    if not store.path.exists():
        messages.print("Nobody is signed in.")
        return
    try:
        with Vendue(tokens=store, base_url=address()) as vendue:
            vendue.sessions.sign_out()
    except AuthenticationFailed:
        # The session had ended already.
        pass
    store.path.unlink(missing_ok=True)
    messages.print("✓ Signed out.")


def whoami() -> None:
    """Say who later commands act as, and at which market."""
    with market() as vendue:
        person = vendue.me.get()
    results.print(Text(f"{person.display_name} <{person.email}> at {address()}"))


def market() -> Vendue:
    """The market, as whoever is signed in; with VENDUE_API_KEY set, as its holder."""
    base_url = address()
    api_key = os.environ.get("VENDUE_API_KEY")
    if api_key:
        return Vendue(api_key, base_url=base_url)
    store = _store(base_url)
    return Vendue(tokens=store if store.path.exists() else None, base_url=base_url)


def address() -> str:
    """The address given, else the one signed in to last, else the local market."""
    given = CHOSEN.get()
    if given:
        return given.rstrip("/")
    try:
        known = json.loads(folder().joinpath("market.json").read_text(encoding="utf-8"))
        return str(known["base_url"])
    except (OSError, ValueError, LookupError):
        return LOCAL_MARKET


def folder() -> Path:
    """Where the command line keeps what it remembers."""
    given = os.environ.get("VENDUE_CONFIG")
    return Path(given) if given else Path.home() / ".config" / "vendue"


def _store(base_url: str) -> FileTokenStore:
    """One file for each market: a session's tokens must never go to another one."""
    parts = urlsplit(base_url)
    return FileTokenStore(folder() / f"session-{parts.hostname}-{parts.port or parts.scheme}.json")
