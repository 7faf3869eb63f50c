"""The mail catcher: takes every mail of the local market and delivers none of them."""

import argparse
import asyncio
import contextlib
import signal
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from embedded.inbox import handler_for
from embedded.mailbox import Mailbox

HOST = "127.0.0.1"
LARGEST_BYTES = 10_000_000


class Catcher:
    """aiosmtpd's handler: whatever arrives is kept."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 — aiosmtpd looks for this name
        """Keep one message."""
        content = envelope.original_content or b""
        await asyncio.to_thread(self._mailbox.keep, content, list(envelope.rcpt_tos))
        return "250 Kept for the inbox"


async def serve(mailbox: Mailbox, *, smtp_port: int, inbox_port: int) -> None:
    """Take mails and show them until the process is asked to end."""
    loop = asyncio.get_running_loop()
    asked_to_end = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked_to_end.set)

    pages = ThreadingHTTPServer((HOST, inbox_port), handler_for(mailbox))
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    catcher = Catcher(mailbox)
    smtp = await loop.create_server(
        lambda: SMTP(catcher, data_size_limit=LARGEST_BYTES, enable_SMTPUTF8=True, loop=loop),
        HOST,
        smtp_port,
    )
    async with smtp:
        await asked_to_end.wait()
    pages.shutdown()


def main() -> None:
    """Run from the process table: ``python -m embedded.mail``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--inbox-port", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    given = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(
            serve(Mailbox(given.folder), smtp_port=given.smtp_port, inbox_port=given.inbox_port)
        )


if __name__ == "__main__":
    main()
