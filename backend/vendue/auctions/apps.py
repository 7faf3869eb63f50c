"""Django's record of this module."""

from django.apps import AppConfig


class AuctionsConfig(AppConfig):
    """The module `auctions`."""

    name = "vendue.auctions"
    label = "auctions"
