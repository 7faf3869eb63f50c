"""Tells Django where the contract's command is."""

from django.apps import AppConfig


class RealtimeConfig(AppConfig):
    """Holds no tables."""

    name = "vendue.realtime"
    label = "realtime"
