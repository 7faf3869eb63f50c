"""Categories on the wire."""

from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field, StrictInt

from vendue.catalogue.queries import categories
from vendue.catalogue.queries.categories import FacetTitle
from vendue.catalogue.queries.tree import Node
from vendue.catalogue.schemas.fields import UNCHANGED, CategoryName
from vendue.kernel.fields import Reason, Slug
from vendue.kernel.http import Body

AttributeSchema = Annotated[
    dict[str, Any],
    Field(
        description="JSON Schema (2020-12) of the attributes: an object whose properties are "
        "closed lists, bounded texts, bounded integers or switches; `x-facet` makes one a facet.",
        examples=[{"type": "object", "properties": {}, "additionalProperties": False}],
    ),
]
Position = Annotated[
    StrictInt, Field(ge=0, le=10_000, description="Place among its siblings, lowest first.")
]


class CategoryRefOut(Schema):
    """A category, as a lot names it."""

    category_id: UUID
    slug: str
    path: str = Field(description="The slugs from the root, joined by `/`.")
    name_lv: str
    name_en: str
    name_ru: str


class CategoryOut(CategoryRefOut):
    """A node of the category tree."""

    parent: str | None = Field(description="Slug of the category above; null for a root.")
    position: int = Field(description="Place among its siblings, lowest first.")
    lot_count: int = Field(description="Live lots here and below, up to ten seconds ago.")
    version: int

    @staticmethod
    def resolve_parent(node: Node) -> str | None:
        """The last but one slug of the path."""
        return node.path.rpartition("/")[0].rpartition("/")[2] or None


class CategoryTreeOut(Schema):
    """The whole tree."""

    items: list[CategoryOut] = Field(description="Parents before their children, in order.")


class LocalNameOut(Schema):
    """A name in the market's languages."""

    lv: str
    en: str
    ru: str


class FacetTitleOut(Schema):
    """A facet that lots of a category can be narrowed down by."""

    name: str = Field(description="The attribute; search takes `attribute=name:value`.")
    title: LocalNameOut
    values: list[str]


class CategoryDetailOut(CategoryOut):
    """A category with what it asks of its lots."""

    attribute_schema: dict[str, Any] = Field(description="JSON Schema of its lots' attributes.")
    facets: list[FacetTitleOut]

    @staticmethod
    def resolve_facets(node: Node) -> list[FacetTitle]:
        """Derived from the schema."""
        return categories.facet_titles(node)


class CategoryIn(Body):
    """A new category. Its slug and its place in the tree are for ever."""

    slug: Slug
    parent: Slug | None = Field(None, description="Slug of the category above; null for a root.")
    name_lv: CategoryName
    name_en: CategoryName
    name_ru: CategoryName
    attribute_schema: AttributeSchema = Field(
        default_factory=lambda: {"type": "object", "properties": {}, "additionalProperties": False}
    )
    position: Position = 0
    reason: Reason


class CategoryPatch(Body):
    """What changes; what is left out stays."""

    name_lv: CategoryName = UNCHANGED
    name_en: CategoryName = UNCHANGED
    name_ru: CategoryName = UNCHANGED
    attribute_schema: AttributeSchema = UNCHANGED
    position: Position = UNCHANGED
    reason: Reason
