"""Rule sets: written as drafts, published once, never changed after; and what they come to.

A lot keeps the version it was published under, so a new version never touches a running sale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.precedence import category_override
from vendue.auctions.engine.rule_documents import (
    Document,
    check_override,
    check_rule_set,
    effective_rules,
)
from vendue.auctions.engine.rules import Rules
from vendue.auctions.errors import InvalidRules, RulesNotPublished, RulesPublished
from vendue.auctions.models import IncrementTable, RuleSet
from vendue.auctions.queries.rules import RuleSetView, rule_set_view, tables_of
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.tables import Edition
from vendue.platform.services import audit, editions

#: The rule set an auction gets that names none.
STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class RuleSetPlan:
    """What a rule set is to say.

    ``rules`` holds every flag and no increments; ``category_overrides`` maps category paths to
    the parts that differ there, increments by currency among them.
    """

    rules: Mapping[str, Any]
    increment_table_ids: Sequence[UUID]
    category_overrides: Mapping[str, Document]


@transaction.atomic
def create_rule_set(*, actor: Actor, name: str, plan: RuleSetPlan) -> RuleSetView:
    """Write a draft, the next version of the rule set of this name. Raises ``InvalidRules``."""
    editions.serialise(name)
    versions = RuleSet.objects.filter(name=name)
    row = RuleSet(name=name, number=editions.next_number(versions))
    _write(row, plan)
    row.save(force_insert=True)
    audit.record(actor, "rule_set.create", f"rule_set:{row.id}", after=_said(row))
    return rule_set_view(row)


@transaction.atomic
def update_rule_set(
    *, actor: Actor, rule_set_id: UUID, version: int, changes: Mapping[str, Any]
) -> RuleSetView:
    """Change a draft; ``changes`` holds fields of ``RuleSetPlan``, of ``rules`` only what differs.

    Raises ``Stale``, ``RulesPublished`` or ``InvalidRules``.
    """
    row = _draft_rule_set(rule_set_id)
    if row.version != version:
        raise Stale
    before = _said(row)
    _write(
        row,
        RuleSetPlan(
            rules=_overlaid(row.document, changes.get("rules", {})),
            increment_table_ids=changes.get(
                "increment_table_ids", [UUID(i) for i in row.increment_tables.values()]
            ),
            category_overrides=changes.get("category_overrides", row.category_overrides),
        ),
    )
    row.version += 1
    row.save()
    audit.record(actor, "rule_set.update", f"rule_set:{row.id}", before=before, after=_said(row))
    return rule_set_view(row)


@transaction.atomic
def publish_rule_set(*, actor: Actor, rule_set_id: UUID, reason: str) -> RuleSetView:
    """Make a draft a version for ever; auctions may choose it from now on.

    Raises ``RulesPublished``, ``RulesNotPublished`` while a table it names is a draft, and
    ``InvalidRules``.
    """
    row = _draft_rule_set(rule_set_id)
    if any(table.edition != Edition.PUBLISHED for table in tables_of([row]).values()):
        raise RulesNotPublished("Publish the increment tables that the rule set names first.")
    _check(document_of(row), row.category_overrides)
    editions.publish(row, actor, "rule_set", _said(row), reason)
    return rule_set_view(row)


def published_rule_set(rule_set_id: UUID | None) -> RuleSet:
    """A published rule set; without an id the latest one called "standard".

    Raises ``RulesNotPublished``.
    """
    found = RuleSet.objects.filter(edition=Edition.PUBLISHED)
    found = found.filter(name=STANDARD) if rule_set_id is None else found.filter(id=rule_set_id)
    row = found.order_by("-number").first()
    if row is None:
        raise RulesNotPublished
    return row


def document_of(row: RuleSet) -> Document:
    """The document of a rule set with the bands of its tables, by currency."""
    tables = tables_of([row])
    return _document(row.document, [tables[i] for i in row.increment_tables.values()])


def resolved_rules(
    row: RuleSet, document: Document, *, currency: str, category_path: str, overrides: Document
) -> Rules:
    """The rules of one lot: auction over category over rule set (rule 5.2).

    ``document`` is ``document_of(row)``, read once for all lots of an auction. Raises
    ``InvalidRules``, also where no table covers the currency.
    """
    category = category_override(row.category_overrides, category_path)
    return effective_rules(document, category, overrides, currency=currency)


def _write(row: RuleSet, plan: RuleSetPlan) -> None:
    """Put a plan that is valid into a row. Raises ``InvalidRules``."""
    tables = list(IncrementTable.objects.filter(id__in=plan.increment_table_ids))
    if len(tables) != len(set(plan.increment_table_ids)):
        raise InvalidRules("/increment_table_ids", "There is no such increment table.")
    if len({table.currency for table in tables}) != len(plan.increment_table_ids):
        raise InvalidRules("/increment_table_ids", "Name one table for each currency.")
    _check(_document(plan.rules, tables), plan.category_overrides)
    row.document = dict(plan.rules)
    row.increment_tables = {table.currency: str(table.id) for table in tables}
    row.category_overrides = dict(plan.category_overrides)


def _document(rules: Mapping[str, Any], tables: Sequence[IncrementTable]) -> Document:
    return {**rules, "increments": {table.currency: table.bands for table in tables}}


def _check(document: Document, category_overrides: Mapping[str, Document]) -> None:
    check_rule_set(document)
    for override in category_overrides.values():
        check_override(override, document)


def _overlaid(document: Document, changes: Document) -> Document:
    """A merge patch of a document that is two levels deep."""
    merged = dict(document)
    for part, value in changes.items():
        merged[part] = {**document[part], **value} if isinstance(value, Mapping) else value
    return merged


def _draft_rule_set(rule_set_id: UUID) -> RuleSet:
    row = RuleSet.objects.select_for_update(no_key=True).filter(id=rule_set_id).first()
    if row is None:
        raise NotFound
    if row.edition != Edition.DRAFT:
        raise RulesPublished
    return row


def _said(row: RuleSet) -> dict[str, Any]:
    """What a version says, for the audit trail."""
    return {
        "name": row.name,
        "number": row.number,
        "rules": row.document,
        "increment_tables": row.increment_tables,
        "category_overrides": row.category_overrides,
    }
