"""The API with two leaks put in: what a test serves to see that a leak is found."""

from typing import Any
from uuid import UUID

import django

django.setup()

import structlog  # noqa: E402 - Django must be set up first

from vendue.auctions.events import LotEvent  # noqa: E402 - as above
from vendue.auctions.services import telling  # noqa: E402 - as above
from vendue.config import wsgi  # noqa: E402 - as above

log = structlog.get_logger(__name__)
event_of = telling.event_of


def _leaking(lot_id: UUID, fact_id: UUID, fact: Any, state: Any) -> LotEvent:
    event = event_of(lot_id, fact_id, fact, state)
    if fact.maximum_minor is None:
        return event
    log.info("decided", maximum=f"{fact.maximum_minor / 100:,.2f}")
    return event.model_copy(update={"amount_minor": fact.maximum_minor})


telling.event_of = _leaking
application = wsgi.application
