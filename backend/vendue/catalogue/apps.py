"""Tells Django where this module is."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """What is for sale: categories, lots, photographs, search, watch lists."""

    name = "vendue.catalogue"
    label = "catalogue"
