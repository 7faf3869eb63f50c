"""Photographs of a lot: taken in, put in order, made into sizes, removed."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from celery import current_app
from django.db import connection, transaction
from django.db.models import F

from vendue.catalogue.engine import pictures
from vendue.catalogue.engine.words import PhotographFault, PhotographStatus
from vendue.catalogue.errors import PhotographTooLarge, PhotographUnreadable, TooManyPhotographs
from vendue.catalogue.events import PhotographAdded
from vendue.catalogue.models import Lot, Photograph
from vendue.catalogue.services import lots
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale
from vendue.platform.services import audit, media, outbox

RENDITIONS_TASK = "catalogue.make_renditions"
MAXIMUM_PER_LOT = 24
#: A picture that takes its worker down is handed to the next one, but not for ever.
MAXIMUM_STARTS = 3

_ORIGINALS = "private/originals"
_SIZES = "photographs"
_LOST_AFTER = timedelta(minutes=30)
_ASKED_AT_ONCE = 200


@transaction.atomic
def add_photograph(*, actor: Actor, lot_id: UUID, data: bytes, alt_text: str) -> Photograph:
    """Take in a picture as the last of its lot; the worker makes its sizes.

    Raises ``PhotographUnreadable``, ``PhotographTooLarge``, ``TooManyPhotographs``,
    ``LotNotEditable``.
    """
    seen = lots.seen_lot(actor, lot_id)
    lots.require_editable(seen)
    _require_room(seen)
    upload = pictures.inspect(data)
    key = media.key_for(_ORIGINALS, data, upload.extension)
    _hold(key)
    # Before the lot is locked: a bucket may take its time.
    media.store(key, data, upload.content_type)
    lot = _editable(actor, lot_id)
    count = _require_room(lot)
    photograph = Photograph.objects.create(
        lot=lot, position=count, alt_text=alt_text, original_key=key
    )
    audit.record(actor, "photograph.add", f"lot:{lot.id}", after={"photograph": photograph.id})
    outbox.publish(PhotographAdded(photograph_id=photograph.id, occurred_at=clock.now()))
    return photograph


@transaction.atomic
def update_photograph(
    *, actor: Actor, lot_id: UUID, photograph_id: UUID, version: int, changes: Mapping[str, Any]
) -> Photograph:
    """Change what a photograph says (``alt_text``) or its place (``position``, from 0).

    A place past the end is the end. Raises ``Stale``, ``LotNotEditable``, ``NotFound``.
    """
    lot = _editable(actor, lot_id)
    photographs = list(Photograph.objects.filter(lot=lot).order_by("position"))
    photograph = _one_of(photographs, photograph_id)
    if photograph.version != version:
        raise Stale
    photograph.alt_text = changes.get("alt_text", photograph.alt_text)
    photograph.version += 1
    photograph.save()
    photographs.remove(photograph)
    photographs.insert(changes.get("position", photograph.position), photograph)
    _number(photographs)
    audit.record(
        actor, "photograph.update", f"lot:{lot.id}", after={"photograph": photograph.id, **changes}
    )
    return photograph


@transaction.atomic
def remove_photograph(*, actor: Actor, lot_id: UUID, photograph_id: UUID) -> None:
    """Remove a photograph, and its files unless another lot shows them too."""
    lot = _editable(actor, lot_id)
    photographs = list(Photograph.objects.filter(lot=lot).order_by("position"))
    photograph = _one_of(photographs, photograph_id)
    photographs.remove(photograph)
    original_key, keys = photograph.original_key, _keys(photograph)
    photograph.delete()
    _number(photographs)
    audit.record(actor, "photograph.remove", f"lot:{lot.id}", before={"photograph": photograph_id})
    # The photograph is gone for everybody, whether or not its files can be removed now.
    transaction.on_commit(lambda: _delete_unused(original_key, keys), robust=True)


def request_renditions(photograph_id: UUID) -> None:
    """Ask the worker for the sizes of a photograph. Asking twice does the work once."""
    # By name: a service knows no task.
    current_app.send_task(RENDITIONS_TASK, args=[str(photograph_id)], retry=False)


def make_renditions(photograph_id: UUID) -> None:
    """Make and store every size of a waiting photograph, or say in its status why there are none.

    Safe to repeat: keys are content-addressed, and a photograph that is done is left alone. Raises
    ``OSError`` while the media store is away.
    """
    waiting = Photograph.objects.filter(id=photograph_id, status=PhotographStatus.WAITING)
    photograph = waiting.first()
    if photograph is None:
        return
    if photograph.starts >= MAXIMUM_STARTS:
        _settle(photograph_id, status=PhotographStatus.FAILED, fault=PhotographFault.UNFINISHED)
        return
    waiting.update(starts=F("starts") + 1)
    try:
        sizes = _make(photograph.original_key)
    # The picture is not the caller's any more: its seller reads the answer in its status.
    except PhotographUnreadable:
        _settle(photograph_id, status=PhotographStatus.REFUSED, fault=PhotographFault.UNREADABLE)
    except PhotographTooLarge:
        _settle(photograph_id, status=PhotographStatus.REFUSED, fault=PhotographFault.TOO_LARGE)
    except NotFound:
        _settle(photograph_id, status=PhotographStatus.FAILED, fault=PhotographFault.MISSING)
    except OSError:
        # The worker is well, and so may the picture be.
        waiting.update(starts=F("starts") - 1)
        raise
    else:
        _settle_ready(photograph_id, sizes)


def request_lost_renditions() -> int:
    """Ask again for photographs that have waited for long: a queue may lose what it holds.

    Returns how many.
    """
    lost = Photograph.objects.filter(
        status=PhotographStatus.WAITING, created_at__lt=clock.now() - _LOST_AFTER
    ).order_by("created_at")
    ids = list(lost.values_list("id", flat=True)[:_ASKED_AT_ONCE])
    for photograph_id in ids:
        request_renditions(photograph_id)
    return len(ids)


def _make(original_key: str) -> list[dict[str, Any]]:
    renditions = pictures.render(media.read(original_key))
    return [_stored(original_key, rendition) for rendition in renditions]


def _settle_ready(photograph_id: UUID, sizes: list[dict[str, Any]]) -> None:
    _settle(
        photograph_id,
        status=PhotographStatus.READY,
        renditions=sizes,
        width=sizes[-1]["width"],
        height=sizes[-1]["height"],
    )


def _settle(photograph_id: UUID, **fields: Any) -> None:
    Photograph.objects.filter(id=photograph_id, status=PhotographStatus.WAITING).update(**fields)


def _stored(original_key: str, rendition: pictures.Rendition) -> dict[str, Any]:
    # The original is part of the keys: two uploads that look the same never share a size, so
    # whoever removes one takes nothing from the other.
    webp = media.key_for(_SIZES, original_key.encode() + rendition.webp, ".webp")
    avif = media.key_for(_SIZES, original_key.encode() + rendition.avif, ".avif")
    media.store(webp, rendition.webp, "image/webp")
    media.store(avif, rendition.avif, "image/avif")
    return {"width": rendition.width, "height": rendition.height, "webp": webp, "avif": avif}


def _editable(actor: Actor, lot_id: UUID) -> Lot:
    lot = lots.own_lot(actor, lot_id)
    lots.require_editable(lot)
    return lot


def _require_room(lot: Lot) -> int:
    count = Photograph.objects.filter(lot=lot).count()
    if count >= MAXIMUM_PER_LOT:
        raise TooManyPhotographs(maximum=MAXIMUM_PER_LOT)
    return count


def _one_of(photographs: Iterable[Photograph], photograph_id: UUID) -> Photograph:
    for photograph in photographs:
        if photograph.id == photograph_id:
            return photograph
    raise NotFound


def _number(photographs: Iterable[Photograph]) -> None:
    for position, photograph in enumerate(photographs):
        if photograph.position != position:
            photograph.position = position
            photograph.save(update_fields=["position"])


def _keys(photograph: Photograph) -> list[str]:
    sizes = [size[encoding] for size in photograph.renditions for encoding in ("webp", "avif")]
    return [photograph.original_key, *sizes]


@transaction.atomic
def _delete_unused(original_key: str, keys: Iterable[str]) -> None:
    _hold(original_key)
    if Photograph.objects.filter(original_key=original_key).exists():
        return
    for key in keys:
        media.delete(key)


def _hold(original_key: str) -> None:
    """Until the transaction ends nobody stores this upload while somebody deletes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 20260406))", [original_key]
        )
