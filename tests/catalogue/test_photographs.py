"""Photographs: what is taken in, what is made of it, what is refused."""

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from threading import Event

import pytest
from django.db import connection
from PIL import Image

from tests.catalogue.factories import a_lot, a_picture, a_seller_of
from tests.factories import an_actor
from vendue.catalogue.engine import pictures
from vendue.catalogue.errors import (
    LotNotEditable,
    PhotographTooLarge,
    PhotographUnreadable,
    TooManyPhotographs,
)
from vendue.catalogue.models import Photograph
from vendue.catalogue.queries import views
from vendue.catalogue.services import lots, photographs
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.platform.models import OutboxEvent
from vendue.platform.services import media

pytestmark = pytest.mark.django_db


def add(lot, data=None, **fields):
    return photographs.add_photograph(
        actor=a_seller_of(lot), lot_id=lot.id, data=data or a_picture(), alt_text="", **fields
    )


def png_header(width, height):
    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0"))


def webp_header(width, height):
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + sizes
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_becomes_sizes_in_both_encodings(form):
    lot = a_lot()
    photograph = add(lot, a_picture(2_400, 1_200, form=form))
    assert (photograph.status, photograph.position) == ("waiting", 0)
    assert OutboxEvent.objects.get().name == "catalogue.photograph_added"
    photographs.make_renditions(photograph.id)
    photograph.refresh_from_db()
    assert (photograph.status, photograph.width, photograph.height) == ("ready", 1_920, 960)
    assert [(s["width"], s["height"]) for s in photograph.renditions] == [
        (320, 160),
        (960, 480),
        (1_920, 960),
    ]
    for size in photograph.renditions:
        for encoding in ("webp", "avif"):
            with Image.open(BytesIO(media.read(size[encoding]))) as image:
                assert (image.format.lower(), image.width) == (encoding, size["width"])


def test_a_small_picture_is_not_enlarged():
    assert [(r.width, r.height) for r in pictures.render(a_picture(100, 50))] == [(100, 50)]
    sizes = [(r.width, r.height) for r in pictures.render(a_picture(500, 50))]
    assert sizes == [(320, 32), (500, 50)]


def test_place_and_camera_are_left_behind_and_the_picture_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    exif[0x010F] = "A camera of somebody"
    exif.get_ifd(0x8825)[2] = (56.0, 57.0, 1.0)
    data = a_picture(640, 320, exif=exif.tobytes(), comment=b"a secret")
    (smallest, *_) = pictures.render(data)
    assert smallest.height > smallest.width
    for encoded in (smallest.webp, smallest.avif):
        with Image.open(BytesIO(encoded)) as image:
            kept = image.getexif()
            assert 0x010F not in kept
            assert not kept.get_ifd(0x8825)
        assert b"somebody" not in encoded
        assert b"secret" not in encoded


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "1"])
def test_a_huge_picture_is_made_small_first_and_keeps_its_look(mode):
    data = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (8_000, 400), "white").convert(mode).save(data, "PNG", exif=exif)
    *_, largest = pictures.render(data.getvalue())
    assert (largest.width, largest.height) == (96, 1_920)
    with Image.open(BytesIO(largest.webp)) as image:
        assert image.convert("RGB").getpixel((48, 960)) == (255, 255, 255)


def test_what_is_transparent_lies_on_white():
    data = BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(data, "PNG")
    (only,) = pictures.render(data.getvalue())
    with Image.open(BytesIO(only.webp)) as image:
        assert image.convert("RGB").getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<html><script>alert(1)</script></html>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"\x00",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"RIFF\x00\x00\x00\x00WEBPVP8Z" + b"\0" * 20,
        png_header(0, 10),
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_is_kept(data):
    lot = a_lot()
    with pytest.raises(PhotographUnreadable):
        add(lot, data)
    assert not Photograph.objects.exists()
    assert not OutboxEvent.objects.exists()


@pytest.mark.parametrize("data", [png_header(50_000, 50_000), webp_header(16_000, 16_000)])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(data):
    with pytest.raises(PhotographTooLarge) as refused:
        pictures.inspect(data)
    assert refused.value.data["maximum_pixels"] == 100_000_000


def test_too_many_bytes_are_refused():
    with pytest.raises(PhotographTooLarge):
        pictures.inspect(a_picture() + b"\0" * pictures.MAXIMUM_BYTES)


def test_a_file_that_is_two_things_is_served_as_one():
    data = a_picture() + b"<script>alert(1)</script>"
    for rendition in pictures.render(data):
        assert b"script" not in rendition.webp + rendition.avif


@pytest.mark.parametrize("data", [a_picture(600, 400)[:900], png_header(900, 900)])
def test_a_broken_picture_is_refused_by_the_worker(data):
    photograph = add(a_lot(), data)
    photographs.make_renditions(photograph.id)
    photograph.refresh_from_db()
    assert (photograph.status, photograph.renditions) == ("refused", [])


def settled(photograph):
    photographs.make_renditions(photograph.id)
    photograph.refresh_from_db()
    return photograph.status, photograph.fault


def test_a_seller_reads_why_a_photograph_has_no_sizes():
    broken, lost = add(a_lot(), a_picture(600, 400)[:900]), add(a_lot())
    media.delete(lost.original_key)
    assert settled(broken) == ("refused", "unreadable")
    assert settled(lost) == ("failed", "missing")
    lot = lots.seen_lot(a_seller_of(lost.lot), lost.lot_id)
    (shown,) = views.own_lot_view(lot).photographs
    assert (shown.status, shown.fault, shown.sizes) == ("failed", "missing", [])


def test_a_picture_that_takes_its_worker_down_is_given_up(monkeypatch):
    class WorkerLost(BaseException):
        pass

    def die(_):
        raise WorkerLost

    photograph = add(a_lot())
    monkeypatch.setattr(pictures, "render", die)
    for _ in range(photographs.MAXIMUM_STARTS):
        with pytest.raises(WorkerLost):
            photographs.make_renditions(photograph.id)
    assert settled(photograph) == ("failed", "unfinished")


def test_a_store_that_is_away_gives_up_no_photograph(monkeypatch):
    def be_away(_):
        raise OSError("The store is away.")

    photograph = add(a_lot())
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(media, "read", be_away)
        for _ in range(2 * photographs.MAXIMUM_STARTS):
            with pytest.raises(OSError, match="away"):
                photographs.make_renditions(photograph.id)
    assert settled(photograph) == ("ready", "")


def test_photographs_that_the_queue_lost_are_asked_for_again(monkeypatch):
    asked = []
    monkeypatch.setattr(photographs, "request_renditions", asked.append)
    lost, fresh, done = add(a_lot()), add(a_lot()), add(a_lot())
    photographs.make_renditions(done.id)
    long_ago = clock.now() - timedelta(hours=1)
    Photograph.objects.exclude(id=fresh.id).update(created_at=long_ago)
    assert photographs.request_lost_renditions() == 1
    assert asked == [lost.id]


@pytest.mark.django_db(transaction=True)
def test_a_slow_store_holds_up_nobody_else_at_the_lot(monkeypatch):
    lot = a_lot()
    store, storing, changed = media.store, Event(), Event()

    def store_slowly(*file):
        storing.set()
        assert changed.wait(timeout=10)
        store(*file)

    def add_one():
        try:
            return add(lot)
        finally:
            connection.close()

    monkeypatch.setattr(media, "store", store_slowly)
    with ThreadPoolExecutor(1) as pool:
        adding = pool.submit(add_one)
        assert storing.wait(timeout=10)
        lots.update_lot(
            actor=a_seller_of(lot), lot_id=lot.id, version=1, changes={"title": "Other"}
        )
        changed.set()
        assert adding.result(timeout=10).position == 0


def test_sizes_are_made_once():
    photograph = add(a_lot())
    photographs.make_renditions(photograph.id)
    photograph.refresh_from_db()
    before = photograph.renditions
    media.delete(photograph.original_key)
    photographs.make_renditions(photograph.id)
    photograph.refresh_from_db()
    assert photograph.renditions == before


def test_what_was_uploaded_has_no_address():
    photograph = add(a_lot())
    with pytest.raises(ValueError, match="private"):
        media.url(photograph.original_key)


def test_a_lot_has_24_photographs_at_most():
    lot = a_lot()
    Photograph.objects.bulk_create(
        Photograph(lot=lot, position=n, original_key="private/originals/aa/aa.jpg")
        for n in range(24)
    )
    with pytest.raises(TooManyPhotographs):
        add(lot)
    assert Photograph.objects.count() == 24


def test_only_the_seller_of_a_draft_adds_photographs():
    lot = a_lot()
    with pytest.raises(NotFound):
        photographs.add_photograph(actor=an_actor(), lot_id=lot.id, data=a_picture(), alt_text="")
    sent = a_lot(stage="submitted")
    with pytest.raises(LotNotEditable):
        add(sent)
    assert not Photograph.objects.exists()
