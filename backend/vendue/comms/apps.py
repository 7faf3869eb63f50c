"""Django's record of this module."""

from django.apps import AppConfig


class CommsConfig(AppConfig):
    """The module `comms`."""

    name = "vendue.comms"
    label = "comms"
