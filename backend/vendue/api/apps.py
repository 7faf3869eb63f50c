"""``api`` as Django sees it: an app, so that its commands are found."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Holds no tables."""

    name = "vendue.api"
    label = "api"
