"""The composition root. Celery is set up with Django, so that every process can hand out work."""

from vendue.config.celery import app as celery_app

__all__ = ["celery_app"]
