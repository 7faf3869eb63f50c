"""The API with the lot's lock taken away: what a test serves to see that the race is real."""

import django

django.setup()

from vendue.auctions.services import locking  # noqa: E402 - Django must be set up first
from vendue.config import wsgi  # noqa: E402 - as above

locking.LOCK = locking.LOCK.replace("FOR NO KEY UPDATE", "")
locking.LOCK_FREE = locking.LOCK
application = wsgi.application
