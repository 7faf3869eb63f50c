"""What stands before every connection: how many there may be, from where, and whose it is."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
from prometheus_client import Gauge

from vendue.identity.services import tickets
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.errors import DomainError, NotAllowed, RateLimited, Unauthenticated, Unavailable
from vendue.kernel.ids import new_id
from vendue.kernel.problems import MEDIA_TYPE, problem_details
from vendue.platform.services import limits
from vendue.realtime.errors import CloseCode
from vendue.realtime.reading import read

Scope = Any
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

#: Tickets that are looked at together; who comes then waits in line, and not for long.
_AT_ONCE = 64
_IN_LINE_SECONDS = 10.0
_CONNECTIONS = Gauge("vendue_realtime_connections", "Connections that are open.")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many connections there may be, and of which pages."""

    most: int
    most_per_address: int
    #: Origins such as ``https://example.org``; ``*`` for every one.
    origins: frozenset[str]
    #: Whether pages served by this machine to itself may connect, on whatever port.
    local_origins: bool
    #: Header in which a trusted proxy names the caller; empty without one.
    address_header: str


class Door:
    """Who is inside, over all gates of a process, and who may come in."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._inside: Counter[str] = Counter()
        self._count = 0

    def enter(self, scope: Scope) -> str:
        """Count a connection in. Returns its address, to ``leave`` by.

        Raises ``NotAllowed`` for the page of another origin, ``RateLimited`` for an address that
        has too many, ``Unavailable`` where there is no room.
        """
        headers = {n.decode("latin-1"): value.decode("latin-1") for n, value in scope["headers"]}
        if not self._is_allowed(headers.get("origin")):
            raise NotAllowed("Pages of this origin may not connect.")
        address = self._address(scope, headers)
        if self._count >= self._bounds.most:
            raise Unavailable
        if self._inside[address] >= self._bounds.most_per_address:
            raise RateLimited("Too many connections from this address.")
        self._inside[address] += 1
        self._count += 1
        _CONNECTIONS.inc()
        return address

    def leave(self, address: str) -> None:
        """Count a connection out."""
        self._inside[address] -= 1
        if not self._inside[address]:
            del self._inside[address]
        self._count -= 1
        _CONNECTIONS.dec()

    def _is_allowed(self, origin: str | None) -> bool:
        """Programs name no origin. Pages must be ours: any page can open a socket to anywhere."""
        bounds = self._bounds
        if origin is None or origin in bounds.origins or "*" in bounds.origins:
            return True
        return bounds.local_origins and _is_local(origin)

    def _address(self, scope: Scope, headers: Mapping[str, str]) -> str:
        given = headers.get(self._bounds.address_header) if self._bounds.address_header else None
        peer = scope["client"][0] if scope["client"] else ""
        return limits.network_of((given or peer)[:45])


class Gate:
    """Lets a connection through to the application, with an ``actor`` in its scope."""

    def __init__(self, application: Application, door: Door) -> None:
        self._application = application
        self._door = door
        self._line = asyncio.Semaphore(_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, or refuse it."""
        address: str | None = None
        try:
            address = self._door.enter(scope)
            actor = await self._actor(scope)
            scope["actor"] = replace(actor, origin=Origin(ip=address))
            await self._application(scope, receive, send)
        except DomainError as refusal:
            await _turn_away(scope, send, refusal)
        finally:
            if address is not None:
                self._door.leave(address)

    async def _actor(self, scope: Scope) -> Actor:
        ticket = parse_qs(scope["query_string"].decode("latin-1")).get("ticket")
        if not ticket:
            return Actor(kind=ActorKind.GUEST)
        try:
            async with asyncio.timeout(_IN_LINE_SECONDS), self._line:
                return await read(tickets.redeem, ticket[0])
        except TimeoutError as error:
            raise Unavailable from error


async def refuse(scope: Scope, send: Send, refusal: DomainError) -> None:
    """Answer a request or a handshake with a problem."""
    details = problem_details(refusal, instance=scope["path"], request_id=str(new_id()))
    headers = [(b"content-type", MEDIA_TYPE.encode())]
    if refusal.status in {429, 503}:
        headers.append((b"retry-after", b"2"))
    kind = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    await send({"type": f"{kind}.start", "status": refusal.status, "headers": headers})
    await send({"type": f"{kind}.body", "body": orjson.dumps(details)})


async def _turn_away(scope: Scope, send: Send, refusal: DomainError) -> None:
    code = _CLOSED_WITH.get(type(refusal))
    if scope["type"] == "websocket" and code is not None:
        # A page can read the code of a close, but not of a handshake that failed.
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.close", "code": code})
    else:
        await refuse(scope, send, refusal)


_CLOSED_WITH = {Unauthenticated: CloseCode.TICKET, RateLimited: CloseCode.TOO_MANY}


def _is_local(origin: str) -> bool:
    try:
        host = urlsplit(origin).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
