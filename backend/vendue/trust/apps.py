"""Tells Django where this module is."""

from django.apps import AppConfig


class TrustConfig(AppConfig):
    """Who may take part, and who for the time being may not."""

    name = "vendue.trust"
    label = "trust"
