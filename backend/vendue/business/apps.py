"""Django's record of this module."""

from django.apps import AppConfig


class BusinessConfig(AppConfig):
    """The module `business`."""

    name = "vendue.business"
    label = "business"
