"""Saved searches: what they find, whom they tell, how often."""

from datetime import timedelta

import pytest

from tests.catalogue.factories import a_category, a_listed_lot
from tests.comms.bell import told
from tests.comms.test_letters import a_reader
from tests.factories import an_actor
from vendue.catalogue.engine.words import SearchAlert
from vendue.catalogue.models import LotListing, SavedSearch
from vendue.catalogue.services import saved_searches
from vendue.comms.models import Notification
from vendue.comms.services import alerts, mails
from vendue.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _listed_in_the_past(monkeypatch):
    """Inside one transaction every listing is of the same moment: look through right up to it."""
    monkeypatch.setattr(saved_searches, "_SETTLED_AFTER", timedelta(0))


def a_search(actor=None, *, alert=SearchAlert.IMMEDIATE, name="Clocks", **query):
    view = saved_searches.create(actor=actor or an_actor(), name=name, query=query, alert=alert)
    # Before this test's transaction began, at whose time its lots are listed.
    SavedSearch.objects.filter(id=view.saved_search_id).update(
        looked_until=clock.now() - timedelta(minutes=5)
    )
    return view


def the_entry(view) -> Notification:
    return Notification.objects.get(saved_search_id=view.saved_search_id)


def test_what_a_search_newly_finds_is_told_once():
    actor = an_actor()
    view = a_search(actor, words="mantel clock")
    lot = a_listed_lot(title="Mantel clock of oak")
    a_listed_lot(title="A silver spoon", description="It shines.")

    assert alerts.tell_findings() == 1
    assert alerts.tell_findings() == 0

    row = the_entry(view)
    assert (row.kind, row.data["lot_count"], row.data["lot_ids"]) == (
        "saved_search",
        1,
        [str(lot.id)],
    )
    (pushed,) = told(actor)
    assert pushed["notification"]["saved_search_id"] == str(view.saved_search_id)
    assert pushed["notification"]["data"]["saved_search_name"] == "Clocks"
    assert SavedSearch.objects.get().last_alerted_at is not None


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ({}, True),
        ({"condition": ["good", "fair"]}, True),
        ({"condition": ["new"]}, False),
        ({"currency": "EUR", "price_to_minor": 1_000}, True),
        ({"currency": "EUR", "price_to_minor": 999}, False),
        ({"attribute": ["material:oak"]}, True),
        ({"attribute": ["material:brass"]}, False),
        ({"country": "LV", "seller_kind": "private"}, True),
        ({"seller_kind": "trader"}, False),
        # What says which lots to look at now does not say which to wait for.
        ({"status": "closed", "ending_within": "1m"}, True),
    ],
)
def test_a_search_finds_what_it_asks_for(query, finds):
    a_search(**query)
    a_listed_lot()
    assert alerts.tell_findings() == int(finds)


def test_a_category_counts_with_those_below_it():
    parent = a_category("time")
    a_search(category="time")
    a_listed_lot(category=a_category("watches", parent=parent))
    assert alerts.tell_findings() == 1


def test_what_is_not_read_adds_up_and_what_is_read_begins_anew():
    view = a_search()
    a_listed_lot()
    alerts.tell_findings()
    again(view)
    a_listed_lot()
    alerts.tell_findings()
    row = the_entry(view)
    # The first lot is found a second time here, because the mark was set back: 1 + 2.
    assert (row.data["lot_count"], row.read_at) == (3, None)

    Notification.objects.update(read_at=clock.now())
    again(view)
    alerts.tell_findings()
    row = the_entry(view)
    assert (row.data["lot_count"], row.read_at) == (2, None)


def test_daily_means_a_day_after_the_last_look():
    view = a_search(alert=SearchAlert.DAILY)
    a_listed_lot()
    assert alerts.tell_findings() == 0
    SavedSearch.objects.update(looked_until=clock.now() - timedelta(hours=25))
    assert alerts.tell_findings() == 1
    assert the_entry(view).data["lot_count"] == 1


def test_searches_without_alerts_and_own_lots_tell_nobody():
    seller = an_actor()
    a_search(seller)
    a_search(alert=SearchAlert.OFF)
    lot = a_listed_lot()
    LotListing.objects.filter(lot_id=lot.id).update(seller_account_id=seller.id)
    assert alerts.tell_findings() == 0


def test_lots_that_are_over_are_no_news():
    a_search()
    a_listed_lot(state={"status": "closed"})
    assert alerts.tell_findings() == 0


def test_a_removed_search_leaves_what_it_had_found():
    actor = an_actor()
    view = a_search(actor)
    a_listed_lot()
    alerts.tell_findings()
    saved_searches.remove(actor=actor, saved_search_id=view.saved_search_id)
    assert the_entry(view).data["lot_count"] == 1


def test_many_searches_are_looked_through_a_stretch_at_a_time(monkeypatch):
    monkeypatch.setattr(alerts, "_SEARCHES_AT_ONCE", 2)
    for _ in range(5):
        a_search()
    a_listed_lot()
    assert alerts.tell_findings() == 5


def test_the_letter_names_the_first_lots_and_comes_once_an_hour(mailoutbox):
    reader = a_reader("lv")
    view = a_search(reader, name="Pulksteņi")
    for number in range(7):
        a_listed_lot(title=f"Clock {number}")
    alerts.tell_findings()
    mails.send_due()

    (letter,) = mailoutbox
    assert letter.subject == "Jaunas lotes meklējumam „Pulksteņi”: 7"
    assert letter.body.count("• Clock") == alerts.LOTS_NAMED
    assert "http://127.0.0.1:8000/me/searches" in letter.body

    again(view)
    alerts.tell_findings()
    row = the_entry(view)
    assert row.mail_due_at == row.mailed_at + timedelta(hours=1)


def again(view) -> None:
    SavedSearch.objects.filter(id=view.saved_search_id).update(
        looked_until=clock.now() - timedelta(minutes=5)
    )
