"""A seller's work on a lot until it is published, and after it has ended: use cases of one lot."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from vendue.catalogue.engine import attributes, offers
from vendue.catalogue.engine.offers import Offer
from vendue.catalogue.engine.words import (
    EDITABLE,
    UNPUBLISHED,
    LotStage,
    PhotographStatus,
    SellerKind,
)
from vendue.catalogue.errors import (
    CategoryNotForLots,
    LotIncomplete,
    LotNotEditable,
    LotNotRelistable,
    LotNotWithdrawable,
)
from vendue.catalogue.events import LotApproved, LotSubmitted, PhotographAdded
from vendue.catalogue.models import Category, Lot, Photograph
from vendue.catalogue.queries import ownership
from vendue.catalogue.services import sellers
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import InvalidRequest, NotFound, Stale, invalid_field
from vendue.kernel.lots import LotResult
from vendue.platform.services import audit, flags, outbox
from vendue.platform.services.flags import Flag
from vendue.trust.services import sellers as verified

_WORDS = tuple(f.name for f in fields(Offer) if f.name not in {"category", "organisation_id"})
_UNSOLD = frozenset({LotResult.UNSOLD, LotResult.RESERVE_NOT_MET, LotResult.CANCELLED})


@transaction.atomic
def create_lot(*, actor: Actor, offer: Offer) -> Lot:
    """Write a draft. Raises ``InvalidRequest``, ``CategoryNotForLots``; ``NotFound`` for an
    organisation that the caller may not offer lots for."""
    seller = sellers.seller_for(actor, offer.organisation_id)
    category = _category_for(offer, seller.kind)
    lot = Lot.objects.create(
        seller_account_id=seller.account_id,
        seller_organisation_id=seller.organisation_id,
        seller_kind=seller.kind,
        category=category,
        **{name: getattr(offer, name) for name in _WORDS},
    )
    audit.record(actor, "lot.create", f"lot:{lot.id}", after={"title": lot.title})
    return lot


@transaction.atomic
def update_lot(*, actor: Actor, lot_id: UUID, version: int, changes: Mapping[str, Any]) -> Lot:
    """Change a draft or a returned lot.

    Raises ``Stale``, ``LotNotEditable``, ``InvalidRequest``, ``CategoryNotForLots``.
    """
    lot = own_lot(actor, lot_id)
    if lot.version != version:
        raise Stale
    require_editable(lot)
    known = _offer_of(lot)
    offer = replace(known, **changes)
    lot.category = _category_for(offer, SellerKind(lot.seller_kind))
    for name in _WORDS:
        setattr(lot, name, getattr(offer, name))
    lot.version += 1
    lot.save()
    audit.record(
        actor,
        "lot.update",
        f"lot:{lot.id}",
        before={name: getattr(known, name) for name in changes},
        after={name: getattr(offer, name) for name in changes},
    )
    return lot


@transaction.atomic
def submit_lot(*, actor: Actor, lot_id: UUID) -> Lot:
    """Hand a lot in for review; in a sandbox it is approved at once.

    Raises ``LotNotEditable`` unless it is a draft or returned, ``LotIncomplete`` with what is
    missing, ``SellerUnverified``.
    """
    verified.require_seller(actor)
    lot = own_lot(actor, lot_id)
    require_editable(lot)
    offer = _offer_of(lot)
    schema = lot.category.attribute_schema
    gaps = offers.missing_words(offer) + attributes.missing(
        schema, offer.attributes, at="/attributes"
    )
    # The category may have changed since the draft was written.
    gaps += attributes.value_faults(schema, offer.attributes, at="/attributes")
    if gaps:
        raise LotIncomplete(errors=gaps)
    now = clock.now()
    is_skipped = flags.enabled(Flag.SANDBOX, actor)
    lot.submitted_at = now
    lot.review_note = ""
    # The organisation may have become a trader since the draft was written.
    lot.seller_kind = sellers.kind_of(lot.seller_organisation_id)
    move(lot, LotStage.APPROVED if is_skipped else LotStage.SUBMITTED, actor, "lot.submit")
    event = LotApproved if is_skipped else LotSubmitted
    outbox.publish(event(lot_id=lot.id, occurred_at=now))
    return lot


@transaction.atomic
def withdraw_lot(*, actor: Actor, lot_id: UUID) -> Lot:
    """Take back a lot that was never published. Raises ``LotNotWithdrawable`` for another.

    A published lot is withdrawn where its bids are known; see ``publication.mark_withdrawn``.
    """
    lot = own_lot(actor, lot_id)
    if lot.stage not in UNPUBLISHED:
        raise LotNotWithdrawable
    move(lot, LotStage.WITHDRAWN, actor, "lot.withdraw")
    return lot


@transaction.atomic
def relist_lot(*, actor: Actor, lot_id: UUID) -> Lot:
    """Copy a lot that did not sell into a new draft, photographs included.

    Raises ``LotNotRelistable`` for one that sold or has not ended.
    """
    ended = own_lot(actor, lot_id)
    if ended.stage != LotStage.WITHDRAWN and ended.result not in _UNSOLD:
        raise LotNotRelistable
    lot = Lot.objects.create(
        seller_account_id=ended.seller_account_id,
        seller_organisation_id=ended.seller_organisation_id,
        seller_kind=sellers.kind_of(ended.seller_organisation_id),
        category_id=ended.category_id,
        relisted_from=ended,
        **{name: getattr(ended, name) for name in _WORDS},
    )
    copies = [
        Photograph(
            lot=lot,
            position=photograph.position,
            alt_text=photograph.alt_text,
            original_key=photograph.original_key,
            status=photograph.status,
            fault=photograph.fault,
            width=photograph.width,
            height=photograph.height,
            renditions=photograph.renditions,
        )
        for photograph in Photograph.objects.filter(lot=ended)
    ]
    Photograph.objects.bulk_create(copies)
    outbox.publish_all(
        PhotographAdded(photograph_id=copy.id, occurred_at=clock.now())
        for copy in copies
        if copy.status == PhotographStatus.WAITING
    )
    audit.record(actor, "lot.relist", f"lot:{lot.id}", after={"relisted_from": str(ended.id)})
    return lot


def own_lot(actor: Actor, lot_id: UUID) -> Lot:
    """The caller's lot, locked until the transaction ends. Raises ``NotFound`` for another's."""
    return own_lots(actor, [lot_id])[lot_id]


def seen_lot(actor: Actor, lot_id: UUID) -> Lot:
    """The caller's lot as it stands at this moment, not locked. Raises ``NotFound``."""
    lot = Lot.objects.filter(ownership.owned_by(actor), id=lot_id).first()
    if lot is None:
        raise NotFound
    sellers.require_may_change(actor, [lot])
    return lot


def own_lots(actor: Actor, lot_ids: Sequence[UUID]) -> dict[UUID, Lot]:
    """Lots of the caller's, locked until the transaction ends. Raises ``NotFound`` for another's.

    Locked in id order, as everywhere, so that two callers never wait for each other in a circle.
    """
    found = (
        Lot.objects.select_for_update(no_key=True)
        .filter(ownership.owned_by(actor), id__in=set(lot_ids))
        .order_by("id")
    )
    locked = {lot.id: lot for lot in found}
    if len(locked) != len(set(lot_ids)):
        raise NotFound
    sellers.require_may_change(actor, locked.values())
    return locked


def require_editable(lot: Lot) -> None:
    """Refuse a change of a lot that has left its seller's hands. Raises ``LotNotEditable``."""
    if lot.stage not in EDITABLE:
        raise LotNotEditable(stage=lot.stage)


def move(lot: Lot, stage: LotStage, actor: Actor, action: str, *, reason: str = "") -> None:
    """Put a locked lot into its next stage, with one line in the audit trail."""
    before, lot.stage = lot.stage, stage.value
    lot.version += 1
    lot.save()
    audit.record(
        actor,
        action,
        f"lot:{lot.id}",
        reason=reason,
        before={"stage": before},
        after={"stage": lot.stage},
    )


def _offer_of(lot: Lot) -> Offer:
    return Offer(
        category=lot.category.slug,
        organisation_id=lot.seller_organisation_id,
        **{name: getattr(lot, name) for name in _WORDS},
    )


def _category_for(offer: Offer, kind: SellerKind) -> Category:
    """The category of an offer that obeys it. Raises ``InvalidRequest``, ``CategoryNotForLots``."""
    with connection.cursor() as cursor:
        # Until the lot is in it: whoever divides a category locks it before looking for lots.
        cursor.execute(
            "SELECT FROM catalogue_category WHERE slug = %s FOR KEY SHARE", [offer.category]
        )
    category = Category.objects.filter(slug=offer.category).first()
    if category is None:
        raise invalid_field("/category", "unknown_category", "There is no such category.")
    if Category.objects.filter(parent=category).exists():
        raise CategoryNotForLots
    faults = [
        *offers.price_faults(offer),
        *offers.vat_faults(kind, offer.vat_scheme),
        *attributes.value_faults(category.attribute_schema, offer.attributes, at="/attributes"),
    ]
    if faults:
        raise InvalidRequest(errors=faults)
    return category
