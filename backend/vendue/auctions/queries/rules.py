"""Reading rule sets and increment tables, resolved so that anyone can recompute a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from vendue.auctions.models import IncrementTable, RuleSet
from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of
from vendue.kernel.tables import Edition


@dataclass(frozen=True, slots=True)
class TableView:
    """One version of an increment table."""

    increment_table_id: UUID
    name: str
    currency: str
    number: int
    bands: Sequence[dict[str, Any]]
    edition: Edition
    published_at: datetime | None
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class CurrencyIncrements:
    """The table that a rule set uses for a currency."""

    currency: str
    increment_table_id: UUID
    bands: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class CategoryOverride:
    """What a rule set does differently for a category and those below it."""

    category_path: str
    override: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RuleSetView:
    """One version of a rule set with the bands of its tables."""

    rule_set_id: UUID
    name: str
    number: int
    rules: dict[str, Any]
    increments: Sequence[CurrencyIncrements]
    category_overrides: Sequence[CategoryOverride]
    edition: Edition
    published_at: datetime | None
    version: int
    created_at: datetime


def rule_sets(
    *, name: str | None, edition: Edition | None, cursor: str | None, limit: int
) -> Page[RuleSetView]:
    """Versions of rule sets, the newest first."""
    found = _newest_first(RuleSet.objects.all(), name, edition, cursor)
    page = page_of(list(found[: limit + 1]), limit, lambda row: (str(row.id),))
    return Page(_views(page.items), page.next_cursor)


def rule_set(rule_set_id: UUID, *, edition: Edition | None = None) -> RuleSetView:
    """One version of a rule set. Raises ``NotFound``."""
    found = RuleSet.objects.filter(id=rule_set_id)
    if edition is not None:
        found = found.filter(edition=edition)
    views = _views(list(found))
    if not views:
        raise NotFound
    return views[0]


def increment_tables(
    *, name: str | None, edition: Edition | None, cursor: str | None, limit: int
) -> Page[TableView]:
    """Versions of increment tables, the newest first."""
    found = _newest_first(IncrementTable.objects.all(), name, edition, cursor)
    page = page_of(list(found[: limit + 1]), limit, lambda row: (str(row.id),))
    return Page([table_view(row) for row in page.items], page.next_cursor)


def increment_table(increment_table_id: UUID) -> TableView:
    """One version of an increment table. Raises ``NotFound``."""
    row = IncrementTable.objects.filter(id=increment_table_id).first()
    if row is None:
        raise NotFound
    return table_view(row)


def rule_set_view(row: RuleSet) -> RuleSetView:
    """A row with the bands of its tables."""
    return _views([row])[0]


def table_view(row: IncrementTable) -> TableView:
    """A row as it is shown."""
    return TableView(
        increment_table_id=row.id,
        name=row.name,
        currency=row.currency,
        number=row.number,
        bands=row.bands,
        edition=Edition(row.edition),
        published_at=row.published_at,
        version=row.version,
        created_at=row.created_at,
    )


def tables_of(rows: Iterable[RuleSet]) -> dict[str, IncrementTable]:
    """The tables that rule sets name, by id; drafts among them where a rule set is a draft."""
    ids = {table_id for row in rows for table_id in row.increment_tables.values()}
    return {str(table.id): table for table in IncrementTable.objects.filter(id__in=ids)}


def _newest_first(
    found: QuerySet[Any], name: str | None, edition: Edition | None, cursor: str | None
) -> QuerySet[Any]:
    wanted = {"name": name, "edition": edition}
    found = found.filter(**{field: value for field, value in wanted.items() if value is not None})
    if cursor is not None:
        found = found.filter(id__lt=decode_cursor(cursor, UUID)[0])
    return found.order_by("-id")


def _views(rows: Sequence[RuleSet]) -> list[RuleSetView]:
    tables = tables_of(rows)
    return [
        RuleSetView(
            rule_set_id=row.id,
            name=row.name,
            number=row.number,
            rules=row.document,
            increments=[
                CurrencyIncrements(currency, UUID(table_id), tables[table_id].bands)
                for currency, table_id in sorted(row.increment_tables.items())
            ],
            category_overrides=[
                CategoryOverride(path, override)
                for path, override in sorted(row.category_overrides.items())
            ],
            edition=Edition(row.edition),
            published_at=row.published_at,
            version=row.version,
            created_at=row.created_at,
        )
        for row in rows
    ]
