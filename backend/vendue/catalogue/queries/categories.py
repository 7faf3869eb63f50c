"""Reading the category tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendue.catalogue.engine import attributes
from vendue.catalogue.queries import tree
from vendue.catalogue.queries.tree import Node, Tree
from vendue.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class FacetTitle:
    """A facet of a category: its attribute, its title and its values in the schema's order."""

    name: str
    title: dict[str, str]
    values: list[str]


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """Every category, parents before their children, in the order they are shown."""

    items: list[Node]


def all_categories() -> CategoryTree:
    """The whole tree, with live lots counted a few seconds ago."""
    return CategoryTree([node for root in tree.tree().roots for node in _walk(root)])


def category(slug: str) -> Node:
    """One category. Raises ``NotFound``."""
    return _node(tree.tree(), slug)


def fresh(slug: str) -> Node:
    """One category as it stands now, and from now on for this process."""
    return _node(tree.fresh(), slug)


def facet_titles(node: Node) -> list[FacetTitle]:
    """What lots of the category can be narrowed down by."""
    schema = node.attribute_schema
    return [
        FacetTitle(
            name=name,
            title=schema["properties"][name]["title"],
            values=attributes.facet_values(schema, name),
        )
        for name in attributes.facet_names(schema)
    ]


def _node(known: Tree, slug: str) -> Node:
    node = known.by_slug.get(slug)
    if node is None:
        raise NotFound
    return node


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)
