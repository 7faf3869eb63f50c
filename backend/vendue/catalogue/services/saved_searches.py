"""Searches that people keep: saved, changed, removed, and looked through for what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q, QuerySet

from vendue.catalogue.engine.words import SearchAlert
from vendue.catalogue.errors import TooManySavedSearches
from vendue.catalogue.models import LotListing, SavedSearch
from vendue.catalogue.queries import conditions
from vendue.catalogue.queries import saved_searches as queries
from vendue.catalogue.queries.saved_searches import SavedSearchView
from vendue.identity.services import counting
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import InvalidRequest, NotFound, Stale

MAXIMUM_KEPT = 100
#: Lots of one search are counted up to this in one alert.
COUNTED = 100

# A listing bears the time at which its publication began. What is looked through ends before
# anything that may still be uncommitted, so that nothing slips behind the mark.
_SETTLED_AFTER = timedelta(seconds=30)
_DAILY_EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a saved search has newly found: at most ``COUNTED`` lots, the newest first."""

    saved_search_id: UUID
    account_id: UUID
    name: str
    lot_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How many searches were looked through, and what those found that found something."""

    searches: int
    found: tuple[Found, ...]


@transaction.atomic
def create(
    *, actor: Actor, name: str, query: Mapping[str, Any], alert: SearchAlert
) -> SavedSearchView:
    """Keep a search for the caller. What is listed already is not news.

    Raises ``TooManySavedSearches``, or ``InvalidRequest`` for a query no lot could match.
    """
    _require_sense(query)
    counting.begin(actor.id)
    if SavedSearch.objects.filter(account_id=actor.id).count() >= MAXIMUM_KEPT:
        raise TooManySavedSearches(maximum=MAXIMUM_KEPT)
    row = SavedSearch.objects.create(
        account_id=actor.id,
        name=name,
        query=query,
        alert=alert.value,
        looked_until=clock.database_now(),
    )
    return queries.view_of(row)


@transaction.atomic
def update(
    *, actor: Actor, saved_search_id: UUID, version: int, changes: Mapping[str, Any]
) -> SavedSearchView:
    """Change a search's ``name``, ``query`` or ``alert``.

    With another query, or alerts anew, what is listed already is not news. Raises ``NotFound``,
    ``Stale`` or ``InvalidRequest``.
    """
    row = _own(actor).select_for_update(no_key=True).filter(id=saved_search_id).first()
    if row is None:
        raise NotFound
    if row.version != version:
        raise Stale
    if "query" in changes:
        _require_sense(changes["query"])
    if "query" in changes or row.alert == SearchAlert.OFF:
        row.looked_until = clock.database_now()
    for name, value in changes.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    return queries.view_of(row)


@transaction.atomic
def remove(*, actor: Actor, saved_search_id: UUID) -> None:
    """Keep a search no longer. Raises ``NotFound``."""
    removed, _ = _own(actor).filter(id=saved_search_id).delete()
    if not removed:
        raise NotFound


def look_through(*, at_most: int) -> Look:
    """Look the searches through whose turn has come, in the caller's transaction.

    Immediate ones every time there is something new, daily ones a day after the last look. Each
    lot is found once by each search. Several may look at once.
    """
    until = clock.database_now() - _SETTLED_AFTER
    newest = LotListing.objects.filter(listed_at__lte=until).aggregate(at=Max("listed_at"))["at"]
    if newest is None:
        return Look(0, ())
    due = Q(alert=SearchAlert.IMMEDIATE, looked_until__lt=newest) | Q(
        alert=SearchAlert.DAILY, looked_until__lt=min(newest, until - _DAILY_EVERY)
    )
    rows = list(
        SavedSearch.objects.select_for_update(skip_locked=True, no_key=True)
        .filter(due)
        .order_by("looked_until", "id")[:at_most]
    )
    found = [_look_through(row, until) for row in rows]
    SavedSearch.objects.bulk_update(rows, ["looked_until", "last_alerted_at"])
    return Look(len(rows), tuple(one for one in found if one.lot_ids))


def _look_through(row: SavedSearch, until: datetime) -> Found:
    lot_ids = queries.newly_listed(row, until=until, limit=COUNTED)
    row.looked_until = until
    if lot_ids:
        row.last_alerted_at = clock.now()
    return Found(row.id, row.account_id, row.name, tuple(lot_ids))


def _own(actor: Actor) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(account_id=actor.id)


def _require_sense(query: Mapping[str, Any]) -> None:
    try:
        conditions.require_sense(queries.search_of(query))
    except InvalidRequest as refusal:
        # The same rule as for a search, with where the field stands in this body.
        for error in refusal.data["errors"]:
            error.pointer = f"/query/{error.pointer}"
        raise
