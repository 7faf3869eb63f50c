"""Tells Django where this module is."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Who people are, how they prove it, and for whom they act."""

    name = "vendue.identity"
    label = "identity"
