"""``manage.py create_staff EMAIL``: let somebody sign in to the staff API."""

import getpass
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vendue.identity.engine.permissions import StaffPermission
from vendue.identity.services import registration, staff
from vendue.identity.services.registration import Application
from vendue.kernel.actor import system
from vendue.kernel.errors import InvalidRequest
from vendue.kernel.letters import Language


class Command(BaseCommand):
    """Opens the account where there is none, and sets what the member of staff may do."""

    help = (
        "Let EMAIL sign in to the staff API. A new account's password is asked for, or read from "
        "standard input."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """The address, and optionally which permissions."""
        parser.add_argument("email")
        parser.add_argument("--name", default="Staff", help="Display name of a new account.")
        parser.add_argument(
            "--permission",
            action="append",
            choices=[permission.value for permission in StaffPermission],
            help="One permission; may be given several times. Without it: all.",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Open the account and appoint it."""
        chosen = options["permission"] or list(StaffPermission)
        actor = system("create_staff")
        if not staff.has_account(options["email"]):
            self._open(options["email"], options["name"])
        staff.appoint(
            actor=actor,
            email=options["email"],
            permissions=[StaffPermission(value) for value in chosen],
            reason="Appointed on the command line.",
        )
        self.stdout.write(f"{options['email']} may now sign in to the staff API.")

    def _open(self, email: str, name: str) -> None:
        is_a_person = sys.stdin.isatty()
        password = getpass.getpass() if is_a_person else sys.stdin.readline().rstrip("\n")
        application = Application(email, password, name, Language.ENGLISH, "UTC", "EUR")
        try:
            registration.create_confirmed_account(
                actor=system("create_staff"), application=application
            )
        except InvalidRequest as refusal:
            raise CommandError(refusal.data["errors"][0].detail) from refusal
