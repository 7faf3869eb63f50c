"""Tells Django where this module is."""

from django.apps import AppConfig


class PlatformConfig(AppConfig):
    """The services every other module stands on."""

    name = "vendue.platform"
    label = "platform"
