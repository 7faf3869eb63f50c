"""``manage.py export_contracts``: write the contracts that the routes make."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from vendue.api.export import export


class Command(BaseCommand):
    """Needs no server and no database."""

    help = "Write openapi.json and admin.json from the routes."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the files and name them."""
        for path in export(options["folder"]):
            self.stdout.write(str(path))
