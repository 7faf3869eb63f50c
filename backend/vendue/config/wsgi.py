"""The API's entry point: WSGI, because it serves three times the requests that ASGI does."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from vendue.config import site

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vendue.config.settings")

application = site.in_front_of(
    get_wsgi_application(),
    folder=settings.VENDUE.vendue_web_app,
    base_url=settings.VENDUE.vendue_base_url,
    realtime_url=settings.VENDUE.vendue_realtime_url,
    media=settings.VENDUE.media,
)

# The routes are built now and not by the first request. What is loaded by then stays for ever:
# looking through it for garbage took tens of milliseconds, in the middle of somebody's bid.
assert get_resolver().url_patterns
gc.collect()
gc.freeze()
