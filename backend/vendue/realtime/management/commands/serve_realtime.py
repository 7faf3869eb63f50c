"""``manage.py serve_realtime``: sockets and streams, until stopped."""

import logging
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management.base import BaseCommand

from vendue.realtime.application import application
from vendue.realtime.protocol import FrameProtocol, RequestProtocol

#: A request is a few hundred bytes; nothing longer is read.
_LONGEST_MESSAGE = 4_096
_BACKLOG = 4_096
_DRAIN_SECONDS = 5


class Command(BaseCommand):
    """One realtime process; many may run, each behind the same address."""

    help = "Serve WebSockets and event streams."

    def handle(self, *_: Any, **__: Any) -> None:
        """Run until SIGTERM or SIGINT; every socket is then closed with 1012."""
        # It would write each address with its ticket.
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
        uvicorn.run(
            application(),
            host=settings.VENDUE.vendue_realtime_host,
            port=settings.VENDUE.vendue_realtime_port,
            http=RequestProtocol,
            ws=FrameProtocol,
            ws_max_size=_LONGEST_MESSAGE,
            ws_ping_interval=20,
            ws_ping_timeout=20,
            ws_per_message_deflate=False,
            backlog=_BACKLOG,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            # The gate reads the one header that an operator trusts.
            proxy_headers=False,
            timeout_graceful_shutdown=_DRAIN_SECONDS,
        )
