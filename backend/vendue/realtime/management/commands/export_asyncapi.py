"""``manage.py export_asyncapi``: write the contract of the events."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from vendue.realtime import contract


class Command(BaseCommand):
    """Needs no server and no database."""

    help = "Write asyncapi.json from the classes of events and messages."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file and name it."""
        path: Path = options["folder"] / contract.FILE
        path.write_text(contract.text(), encoding="utf-8")
        self.stdout.write(str(path))
