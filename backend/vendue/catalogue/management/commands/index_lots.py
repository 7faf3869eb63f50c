"""``manage.py index_lots``: makes published lots found by the words of today's category tree."""

from typing import Any

from django.core.management.base import BaseCommand

from vendue.catalogue.services import listing


class Command(BaseCommand):
    """Goes through all published lots, a stretch at a time. Safe to repeat and to interrupt."""

    help = "Index the words of published lots anew, after categories or attributes got new names."

    def handle(self, *_: Any, **__: Any) -> None:
        """Index every published lot, and say how many there were."""
        indexed, last = 0, None
        while stretch := listing.index_anew(after=last):
            indexed, last = indexed + len(stretch), stretch[-1]
        self.stdout.write(f"{indexed} lots indexed.")
