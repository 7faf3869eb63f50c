"""Watch lists: lots an account keeps an eye on."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction

from vendue.catalogue.errors import TooManyWatched
from vendue.catalogue.models import LotListing, WatchListEntry
from vendue.identity.services import counting
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound

MAXIMUM_WATCHED = 1_000


@transaction.atomic
def watch_lot(*, actor: Actor, lot_id: UUID) -> WatchListEntry:
    """Put a published lot on the caller's list; once is enough. Raises ``TooManyWatched``."""
    if not LotListing.objects.filter(lot_id=lot_id).exists():
        raise NotFound
    counting.begin(actor.id)
    watched = WatchListEntry.objects.filter(account_id=actor.id)
    known = watched.filter(lot_id=lot_id).first()
    if known is not None:
        return known
    if watched.count() >= MAXIMUM_WATCHED:
        raise TooManyWatched(maximum=MAXIMUM_WATCHED)
    return WatchListEntry.objects.create(account_id=actor.id, lot_id=lot_id)


@transaction.atomic
def unwatch_lot(*, actor: Actor, lot_id: UUID) -> None:
    """Take a lot off the caller's list; one that is not on it is no error."""
    WatchListEntry.objects.filter(account_id=actor.id, lot_id=lot_id).delete()


def watchers_of(lot_ids: Collection[UUID]) -> Mapping[UUID, tuple[UUID, ...]]:
    """Who watches each of these lots, in one query; a lot that nobody watches is missing."""
    watchers: dict[UUID, list[UUID]] = {}
    entries = WatchListEntry.objects.filter(lot_id__in=lot_ids)
    for lot_id, account_id in entries.values_list("lot_id", "account_id"):
        watchers.setdefault(lot_id, []).append(account_id)
    return {lot_id: tuple(found) for lot_id, found in watchers.items()}
