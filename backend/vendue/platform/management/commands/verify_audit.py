"""``manage.py verify_audit``: recomputes the audit trail's hash chain from the first entry."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vendue.platform.services import sealing


class Command(BaseCommand):
    """Prints the head, to be kept elsewhere; exits with 1 and the first bad entry otherwise."""

    help = "Verify the audit trail: nothing changed, nothing missing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a head that was printed earlier."""
        parser.add_argument(
            "--expect",
            type=_head,
            metavar="NUMBER:HASH",
            help="a head printed earlier; the chain must still run through it",
        )

    def handle(self, *_: Any, expect: sealing.Head | None, **__: Any) -> None:
        """Verify, and say what was found."""
        sealing.seal_waiting()
        verdict = sealing.verify(expected=expect)
        if verdict.fault is not None:
            entry = verdict.fault.audit_entry_id or "none"
            raise CommandError(
                f"Link {verdict.fault.number}, entry {entry}: {verdict.fault.reason}", returncode=1
            )
        self.stdout.write(
            f"{verdict.checked} entries verified. Head {verdict.head.number}:{verdict.head.hex}"
        )


def _head(text: str) -> sealing.Head:
    number, _, digest = text.partition(":")
    try:
        return sealing.Head(int(number), bytes.fromhex(digest))
    except ValueError as error:
        raise argparse.ArgumentTypeError("Write a head as NUMBER:HASH.") from error
