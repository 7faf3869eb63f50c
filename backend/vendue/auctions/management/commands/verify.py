"""``manage.py verify``: whether the market obeys every invariant; exits with 1 if it does not."""

import json
import time
from argparse import FileType
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vendue.auctions.services.verification import checking, record
from vendue.auctions.services.verification.findings import MEANINGS, Findings, Invariant

_EVERY_SECONDS = 2.0


class Command(BaseCommand):
    """Reads one snapshot of the database and, where given, a client's record. Changes nothing."""

    help = "Check every invariant of the market in the database."

    def add_arguments(self, parser: CommandParser) -> None:
        """A record to hold the market against, and the form of the report."""
        parser.add_argument(
            "--record",
            type=FileType("r"),
            metavar="FILE",
            help="what a client sent and was told, one JSON object a line",
        )
        parser.add_argument("--json", action="store_true", help="report as JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        """Check, report, and fail where something is violated."""
        self._shown_at = time.monotonic()
        findings = checking.check(_told(options["record"]), progress=self._show)
        if options["json"]:
            self.stdout.write(json.dumps(findings.as_json(), indent=2))
        else:
            self._report(findings)
        if not findings.is_clean:
            broken = ", ".join(sorted(findings.violated(), key=lambda i: int(i[1:])))
            raise CommandError(f"Violated: {broken}.", returncode=1)

    def _show(self, findings: Findings) -> None:
        if time.monotonic() - self._shown_at >= _EVERY_SECONDS:
            self._shown_at = time.monotonic()
            checked = findings.checked
            self.stderr.write(f"{checked['lots']} lots, {checked['facts']} facts …")

    def _report(self, findings: Findings) -> None:
        checked = ", ".join(f"{count} {what}" for what, count in sorted(findings.checked.items()))
        self.stdout.write(f"Checked: {checked or 'nothing there'}.")
        for invariant in Invariant:
            count = findings.counts[invariant]
            verdict = f"{count} VIOLATED" if count else "ok"
            self.stdout.write(f"{invariant:<4} {verdict:<12} {MEANINGS[invariant]}")
            for example in findings.examples.get(invariant, ()):
                self.stdout.write(f"       {example.subject}: {example.detail}")


def _told(file: TextIO | None) -> list[record.Told]:
    if file is None:
        return []
    try:
        with file:
            return record.parse(file)
    except ValueError as error:
        raise CommandError(f"The record cannot be read: {error}") from error
