"""The category tree as search and the API read it, kept for a few seconds."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from vendue.catalogue.models import Category
from vendue.kernel.snapshot import Snapshot

KEEP_SECONDS = 10

# Live lots by category. An index-only scan in index order; still the dear part of the tree.
_COUNT_SQL = """
SELECT category_id, count(*) FROM catalogue_lotlisting WHERE status = 'live' GROUP BY category_id
"""


@dataclass(frozen=True, slots=True)
class Node:
    """A category with everything below it. ``lot_count`` counts live lots, a few seconds ago."""

    category_id: UUID
    slug: str
    path: str
    name_lv: str
    name_en: str
    name_ru: str
    position: int
    version: int
    attribute_schema: dict[str, Any]
    lot_count: int
    children: tuple["Node", ...]

    @property
    def leaves(self) -> tuple["Node", ...]:
        """The categories in this subtree that hold lots."""
        if not self.children:
            return (self,)
        return tuple(leaf for child in self.children for leaf in child.leaves)


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole tree: its roots in order, and every node by slug."""

    roots: tuple[Node, ...]
    by_slug: dict[str, Node]
    by_id: dict[UUID, Node]

    @property
    def lot_count(self) -> int:
        """Live lots in all categories."""
        return sum(root.lot_count for root in self.roots)


def tree() -> Tree:
    """The tree, at most ten seconds old."""
    return _TREE.get()


def fresh() -> Tree:
    """The tree as this transaction sees it. Once it is committed, this process reads it anew."""
    transaction.on_commit(forget)
    return _read()


def nodes_of(category_ids: Set[UUID]) -> Mapping[UUID, Node]:
    """Nodes by id, these among them even where another process made one a moment ago."""
    known = tree().by_id
    return known if category_ids <= known.keys() else fresh().by_id


def forget() -> None:
    """Read the tree anew next time."""
    _TREE.forget()


def _read() -> Tree:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_SQL)
        counts: dict[UUID, int] = dict(cursor.fetchall())
    below: dict[UUID | None, list[Category]] = {}
    for category in Category.objects.order_by("position", "slug"):
        below.setdefault(category.parent_id, []).append(category)
    nodes: dict[UUID, Node] = {}

    def grow(category: Category) -> Node:
        children = tuple(grow(child) for child in below.get(category.id, ()))
        node = Node(
            category_id=category.id,
            slug=category.slug,
            path=category.path,
            name_lv=category.name_lv,
            name_en=category.name_en,
            name_ru=category.name_ru,
            position=category.position,
            version=category.version,
            attribute_schema=category.attribute_schema,
            lot_count=counts.get(category.id, 0) + sum(child.lot_count for child in children),
            children=children,
        )
        nodes[category.id] = node
        return node

    roots = tuple(grow(category) for category in below.get(None, ()))
    return Tree(roots, {node.slug: node for node in nodes.values()}, nodes)


def _outside_transactions() -> bool:
    # What a transaction reads may be its own uncommitted change, which others must not see.
    return not connection.in_atomic_block


_TREE = Snapshot(_read, keep_seconds=KEEP_SECONDS, may_keep=_outside_transactions)
