"""The API's entry point: WSGI, because it serves three times the requests that ASGI does."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vendue.config.settings")

application = get_wsgi_application()

# What is loaded by now stays for ever. Looking through it for garbage took tens of milliseconds,
# in the middle of somebody's bid; frozen it is left alone.
gc.collect()
gc.freeze()
