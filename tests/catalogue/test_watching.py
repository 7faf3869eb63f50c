"""Watch lists."""

import pytest

from tests.catalogue.factories import a_listed_lot, a_lot
from tests.factories import an_actor
from vendue.catalogue.errors import TooManyWatched
from vendue.catalogue.models import WatchListEntry
from vendue.catalogue.queries import lots
from vendue.catalogue.services import watching
from vendue.kernel.errors import NotFound

pytestmark = pytest.mark.django_db


def test_watching_twice_is_watching_once():
    lot, actor = a_listed_lot(), an_actor()
    first = watching.watch_lot(actor=actor, lot_id=lot.id)
    assert watching.watch_lot(actor=actor, lot_id=lot.id).id == first.id
    assert WatchListEntry.objects.count() == 1


def test_a_draft_cannot_be_watched():
    lot = a_lot()
    with pytest.raises(NotFound):
        watching.watch_lot(actor=an_actor(), lot_id=lot.id)
    assert not WatchListEntry.objects.exists()


def test_a_full_list_takes_no_more(monkeypatch):
    monkeypatch.setattr(watching, "MAXIMUM_WATCHED", 1)
    actor = an_actor()
    watching.watch_lot(actor=actor, lot_id=a_listed_lot().id)
    with pytest.raises(TooManyWatched):
        watching.watch_lot(actor=actor, lot_id=a_listed_lot().id)
    assert WatchListEntry.objects.count() == 1


def test_unwatching_what_is_not_watched_is_no_error():
    lot, actor, other = a_listed_lot(), an_actor(), an_actor()
    watching.watch_lot(actor=other, lot_id=lot.id)
    watching.unwatch_lot(actor=actor, lot_id=lot.id)
    assert WatchListEntry.objects.get().account_id == other.account_id


def test_the_last_watched_comes_first_on_pages_of_ones_own():
    actor = an_actor()
    watched = [a_listed_lot() for _ in range(3)]
    for lot in watched:
        watching.watch_lot(actor=actor, lot_id=lot.id)
    watching.watch_lot(actor=an_actor(), lot_id=watched[0].id)
    first = lots.watched_lots(actor, cursor=None, limit=2)
    rest = lots.watched_lots(actor, cursor=first.next_cursor, limit=2)
    seen = [view.lot_id for view in (*first.items, *rest.items)]
    assert (seen, rest.next_cursor) == ([lot.id for lot in reversed(watched)], None)
