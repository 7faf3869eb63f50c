"""Increment tables: written as drafts, published once, never changed after (rule 3)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.rule_documents import parse_increments
from vendue.auctions.errors import RulesPublished
from vendue.auctions.models import IncrementTable
from vendue.auctions.queries.rules import TableView, table_view
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.tables import Edition
from vendue.platform.services import audit, editions


@transaction.atomic
def create_increment_table(
    *, actor: Actor, name: str, currency: str, bands: Sequence[Mapping[str, Any]]
) -> TableView:
    """Write a draft, the next version of the table of this name. Raises ``InvalidRules``."""
    parse_increments(bands, "/bands")
    editions.serialise(f"{name} {currency}")
    versions = IncrementTable.objects.filter(name=name, currency=currency)
    row = IncrementTable.objects.create(
        name=name,
        currency=currency,
        number=editions.next_number(versions),
        bands=list(bands),
    )
    audit.record(actor, "increment_table.create", f"increment_table:{row.id}", after=_said(row))
    return table_view(row)


@transaction.atomic
def update_increment_table(
    *, actor: Actor, increment_table_id: UUID, version: int, bands: Sequence[Mapping[str, Any]]
) -> TableView:
    """Give a draft other bands. Raises ``Stale``, ``RulesPublished`` or ``InvalidRules``."""
    row = _draft(increment_table_id)
    if row.version != version:
        raise Stale
    parse_increments(bands, "/bands")
    before = _said(row)
    row.bands = list(bands)
    row.version += 1
    row.save()
    audit.record(
        actor,
        "increment_table.update",
        f"increment_table:{row.id}",
        before=before,
        after=_said(row),
    )
    return table_view(row)


@transaction.atomic
def publish_increment_table(*, actor: Actor, increment_table_id: UUID, reason: str) -> TableView:
    """Make a draft a version for ever. Raises ``RulesPublished``."""
    row = _draft(increment_table_id)
    parse_increments(row.bands, "/bands")
    editions.publish(row, actor, "increment_table", _said(row), reason)
    return table_view(row)


def _draft(increment_table_id: UUID) -> IncrementTable:
    row = (
        IncrementTable.objects.select_for_update(no_key=True).filter(id=increment_table_id).first()
    )
    if row is None:
        raise NotFound
    if row.edition != Edition.DRAFT:
        raise RulesPublished
    return row


def _said(row: IncrementTable) -> dict[str, Any]:
    """What a version says, for the audit trail."""
    return {
        "name": row.name,
        "number": row.number,
        "currency": row.currency,
        "bands": row.bands,
    }
