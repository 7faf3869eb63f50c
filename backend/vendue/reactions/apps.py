"""Tells Django where the relay's command is."""

from django.apps import AppConfig


class ReactionsConfig(AppConfig):
    """What follows from what."""

    name = "vendue.reactions"
    label = "reactions"
