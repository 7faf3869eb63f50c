"""Limits hold although many ask at the same moment."""

from contextlib import suppress

import pytest

from tests.catalogue.factories import a_listed_lot
from tests.factories import an_actor
from tests.live import at_the_same_time
from vendue.catalogue.engine.words import SearchAlert
from vendue.catalogue.errors import TooManySavedSearches, TooManyWatched
from vendue.catalogue.models import SavedSearch, WatchListEntry
from vendue.catalogue.services import saved_searches, watching

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 8
MOST = 3


def test_a_watch_list_grows_to_its_limit_and_not_beyond(monkeypatch):
    monkeypatch.setattr(watching, "MAXIMUM_WATCHED", MOST)
    actor, lots = an_actor(), [a_listed_lot() for _ in range(AT_ONCE)]

    def watch(number):
        with suppress(TooManyWatched):
            watching.watch_lot(actor=actor, lot_id=lots[number].id)

    at_the_same_time(AT_ONCE, watch)
    assert WatchListEntry.objects.count() == MOST


def test_one_lot_watched_many_times_at_once_is_watched_once():
    actor, lot = an_actor(), a_listed_lot()
    entries = at_the_same_time(AT_ONCE, lambda _: watching.watch_lot(actor=actor, lot_id=lot.id).id)
    assert len(set(entries)) == WatchListEntry.objects.count() == 1


def test_saved_searches_grow_to_their_limit_and_not_beyond(monkeypatch):
    monkeypatch.setattr(saved_searches, "MAXIMUM_KEPT", MOST)
    actor = an_actor()

    def keep(number):
        with suppress(TooManySavedSearches):
            saved_searches.create(
                actor=actor, name=f"Search {number}", query={}, alert=SearchAlert.OFF
            )

    at_the_same_time(AT_ONCE, keep)
    assert SavedSearch.objects.count() == MOST
