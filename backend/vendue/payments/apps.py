"""Django's record of this module."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    """The module `payments`."""

    name = "vendue.payments"
    label = "payments"
