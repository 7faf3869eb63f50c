"""The realtime process as one ASGI application: its routes, and the hub that lives with it."""

import asyncio
import os
import signal
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import structlog
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.urls import path
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from vendue.kernel.errors import NotFound
from vendue.realtime.consumer import converse
from vendue.realtime.gate import Bounds, Door, Gate, Receive, Scope, Send, refuse
from vendue.realtime.hub import Hub
from vendue.realtime.reading import is_database_there
from vendue.realtime.stream import stream_lot

log = structlog.get_logger(__name__)


def application() -> ProtocolTypeRouter:
    """The application, by the settings."""
    door = Door(_bounds())
    return ProtocolTypeRouter(
        {
            "websocket": _router(("realtime/v1", Gate(converse, door))),
            "http": _router(
                ("realtime/v1/lots/<uuid:lot_id>/events", Gate(stream_lot, door)),
                ("healthz", _alive),
                ("readyz", _ready),
                ("metrics", _metrics),
            ),
            "lifespan": _lifespan,
        }
    )


def _router(*routes: tuple[str, Any]) -> URLRouter:
    """Channels' router; it raises where there is no route, and here that is an answer."""
    return URLRouter([path(*route) for route in (*routes, ("", _nowhere), ("<path:_>", _nowhere))])


async def _nowhere(scope: Scope, _: Receive, send: Send) -> None:
    await refuse(scope, send, NotFound())


async def _alive(_scope: Scope, _receive: Receive, send: Send) -> None:
    await _answer(send, b"text/plain", b"ok")


async def _ready(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Whether lots can be read. Without Valkey what happens is still told, only later."""
    if await is_database_there():
        await _answer(send, b"text/plain", b"ready")
    else:
        await _answer(send, b"text/plain", b"not ready", status=503)


async def _metrics(_scope: Scope, _receive: Receive, send: Send) -> None:
    await _answer(send, CONTENT_TYPE_LATEST.encode(), generate_latest())


async def _answer(send: Send, kind: bytes, body: bytes, *, status: int = 200) -> None:
    headers = [(b"content-type", kind)]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _lifespan(scope: Scope, receive: Receive, send: Send) -> None:
    """Start the hub before the first connection, and end it after the last."""
    await receive()
    hub = Hub(settings.REDIS_URL)
    working = asyncio.create_task(hub.run())
    working.add_done_callback(_end_if_broken)
    scope["state"]["hub"] = hub
    await send({"type": "lifespan.startup.complete"})
    await receive()
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
    await hub.bus.close()
    await send({"type": "lifespan.shutdown.complete"})


def _end_if_broken(working: asyncio.Task[None]) -> None:
    """A process whose hub has failed would only look alive: better that it is started again."""
    if not working.cancelled() and working.exception() is not None:
        log.error("hub_failed", exc_info=working.exception())
        os.kill(os.getpid(), signal.SIGTERM)


def _bounds() -> Bounds:
    env = settings.VENDUE
    base = urlsplit(env.vendue_base_url)
    named = {origin.strip() for origin in env.vendue_allowed_origins.split(",")} - {""}
    return Bounds(
        most=env.vendue_realtime_connections,
        most_per_address=env.vendue_realtime_per_address,
        origins=frozenset(named | {f"{base.scheme}://{base.netloc}"}),
        local_origins=env.vendue_embedded,
        address_header=env.vendue_address_header.lower(),
    )
