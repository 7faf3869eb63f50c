"""Photographs side by side: their order, and the files they share or leave behind."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from tests.catalogue.factories import a_lot, a_picture, a_seller_of
from vendue.catalogue.models import Photograph
from vendue.catalogue.services import lots, photographs
from vendue.kernel.errors import NotFound, Stale
from vendue.platform.models import OutboxEvent
from vendue.platform.services import media

pytestmark = pytest.mark.django_db


def add(lot, data=None, **fields):
    return photographs.add_photograph(
        actor=a_seller_of(lot), lot_id=lot.id, data=data or a_picture(), alt_text="", **fields
    )


def order_of(lot):
    return list(
        Photograph.objects.filter(lot=lot).order_by("position").values_list("alt_text", flat=True)
    )


def three_photographs(lot):
    return [
        photographs.add_photograph(
            actor=a_seller_of(lot), lot_id=lot.id, data=a_picture(), alt_text=name
        )
        for name in "abc"
    ]


@pytest.mark.parametrize(("position", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (23, "abc")])
def test_a_photograph_moves_among_the_others(position, order):
    lot = a_lot()
    last = three_photographs(lot)[-1]
    photographs.update_photograph(
        actor=a_seller_of(lot),
        lot_id=lot.id,
        photograph_id=last.id,
        version=1,
        changes={"position": position},
    )
    assert "".join(order_of(lot)) == order


def test_a_change_names_its_version():
    lot = a_lot()
    photograph = add(lot)
    change = {
        "actor": a_seller_of(lot),
        "lot_id": lot.id,
        "photograph_id": photograph.id,
        "version": 1,
        "changes": {"alt_text": "The dial"},
    }
    assert photographs.update_photograph(**change).alt_text == "The dial"
    with pytest.raises(Stale):
        photographs.update_photograph(**change)


def test_removing_closes_the_gap_and_removes_the_files(django_capture_on_commit_callbacks):
    lot = a_lot()
    first = photographs.add_photograph(
        actor=a_seller_of(lot), lot_id=lot.id, data=a_picture(colour="teal"), alt_text="a"
    )
    add(lot)
    with django_capture_on_commit_callbacks(execute=True):
        photographs.remove_photograph(actor=a_seller_of(lot), lot_id=lot.id, photograph_id=first.id)
    assert list(Photograph.objects.values_list("position", flat=True)) == [0]
    with pytest.raises(NotFound):
        media.read(first.original_key)


def test_files_that_another_lot_shows_stay(django_capture_on_commit_callbacks):
    lot = a_lot(stage="draft")
    photograph = add(lot, a_picture(colour="olive"))
    lots.withdraw_lot(actor=a_seller_of(lot), lot_id=lot.id)
    again = lots.relist_lot(actor=a_seller_of(lot), lot_id=lot.id)
    copy = Photograph.objects.get(lot=again)
    with django_capture_on_commit_callbacks(execute=True):
        photographs.remove_photograph(
            actor=a_seller_of(lot), lot_id=again.id, photograph_id=copy.id
        )
    assert media.read(photograph.original_key)


def test_uploads_that_look_the_same_share_no_file(django_capture_on_commit_callbacks):
    plain = a_picture(colour="maroon")
    # The same pixels in another file, as when somebody saves another seller's picture anew.
    kept, removed = add(a_lot(), plain), add(a_lot(), plain + b"behind the picture")
    for photograph in (kept, removed):
        photographs.make_renditions(photograph.id)
    kept.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        photographs.remove_photograph(
            actor=a_seller_of(removed.lot), lot_id=removed.lot_id, photograph_id=removed.id
        )
    assert all(media.read(size["webp"]) for size in kept.renditions)


def test_a_relisted_photograph_that_still_waits_gets_its_sizes():
    lot = a_lot()
    add(lot)
    lots.withdraw_lot(actor=a_seller_of(lot), lot_id=lot.id)
    again = lots.relist_lot(actor=a_seller_of(lot), lot_id=lot.id)
    asked = (
        OutboxEvent.objects.filter(name="catalogue.photograph_added").order_by("position").last()
    )
    assert str(Photograph.objects.get(lot=again).id) in asked.payload


@pytest.mark.django_db(transaction=True)
def test_a_picture_uploaded_again_while_it_is_removed_keeps_its_file(monkeypatch):
    lot, picture = a_lot(), a_picture(colour="orchid")
    photograph = add(lot, picture)
    delete, started = media.delete, Event()

    def delete_slowly(key):
        started.set()
        time.sleep(0.3)
        delete(key)

    def add_again():
        try:
            started.wait(timeout=10)
            return add(lot, picture)
        finally:
            connection.close()

    monkeypatch.setattr(media, "delete", delete_slowly)
    with ThreadPoolExecutor(1) as pool:
        adding = pool.submit(add_again)
        photographs.remove_photograph(
            actor=a_seller_of(lot), lot_id=lot.id, photograph_id=photograph.id
        )
        added = adding.result(timeout=10)
    assert media.read(added.original_key) == picture
