"""The closer: opens auctions and closes lots. Many may run."""

import signal
import time
from types import FrameType
from typing import Any

import structlog
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from vendue.auctions.services import closing

ROUND_SECONDS = 0.1
log = structlog.get_logger(__name__)


class Command(BaseCommand):
    """Run until told to stop; a database that is away for a while is waited for."""

    help = "Open auctions that have begun and close lots that have ended."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Work in rounds, at most a tenth of a second apart."""
        self._stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        pause = ROUND_SECONDS
        while not self._stopping:
            try:
                worked = self._round()
                pause = ROUND_SECONDS
            except DatabaseError as error:
                worked = 0
                pause = min(pause * 2, 5.0)
                log.warning("closer_waits_for_the_database", error=type(error).__name__)
                connection.close()
            if not worked:
                time.sleep(pause)

    def _round(self) -> int:
        closed = closing.close_due_lots()
        opened = closing.open_due_auctions()
        if closed or opened:
            log.info("round", lots_closed=closed, auctions_opened=opened)
        return closed + opened

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True
