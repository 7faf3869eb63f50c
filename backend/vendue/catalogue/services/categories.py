"""The category tree, grown by staff. A category holds lots or categories, never both."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from vendue.catalogue.engine import attributes
from vendue.catalogue.errors import CategoryHoldsLots, SlugTaken
from vendue.catalogue.models import Category, Lot
from vendue.kernel.actor import Actor
from vendue.kernel.errors import InvalidRequest, NotFound, Stale, invalid_field
from vendue.platform.services import audit

MAXIMUM_DEPTH = 4

_CHANGEABLE = ("name_lv", "name_en", "name_ru", "attribute_schema", "position")


@transaction.atomic
def create_category(
    *, actor: Actor, slug: str, parent: str | None, words: Mapping[str, Any], reason: str
) -> Category:
    """Add a category; ``words`` are its names, schema and position.

    Raises ``SlugTaken``, ``CategoryHoldsLots`` for a parent with lots, ``InvalidRequest``.
    """
    above = _parent(parent)
    _require_schema(words["attribute_schema"])
    category = Category(
        slug=slug,
        parent=above,
        path=slug if above is None else f"{above.path}/{slug}",
        **{name: words[name] for name in _CHANGEABLE},
    )
    # Two at the same moment: the constraint decides.
    Category.objects.bulk_create([category], ignore_conflicts=True)
    if not Category.objects.filter(id=category.id).exists():
        raise SlugTaken
    audit.record(
        actor, "category.create", f"category:{category.id}", reason=reason, after={"slug": slug}
    )
    return category


@transaction.atomic
def update_category(
    *,
    actor: Actor,
    category_id: UUID,
    version: int,
    changes: Mapping[str, Any],
    reason: str,
) -> Category:
    """Change a category's names, schema or position; its place in the tree is for ever.

    Lots already published keep the facets they were published with. Raises ``Stale``,
    ``InvalidRequest``.
    """
    category = Category.objects.select_for_update(no_key=True).filter(id=category_id).first()
    if category is None:
        raise NotFound
    if category.version != version:
        raise Stale
    wanted = {name: changes[name] for name in _CHANGEABLE if name in changes}
    _require_schema(wanted.get("attribute_schema", category.attribute_schema))
    before = {name: getattr(category, name) for name in wanted}
    for name, value in wanted.items():
        setattr(category, name, value)
    category.version += 1
    category.save()
    audit.record(
        actor,
        "category.update",
        f"category:{category.id}",
        reason=reason,
        before=before,
        after=wanted,
    )
    return category


def _parent(slug: str | None) -> Category | None:
    if slug is None:
        return None
    # Locked, so that no lot is put into it while it becomes a branch.
    above = Category.objects.select_for_update().filter(slug=slug).first()
    if above is None:
        raise invalid_field("/parent", "unknown_category", "There is no such category.")
    if above.path.count("/") + 1 >= MAXIMUM_DEPTH:
        raise invalid_field("/parent", "too_deep", f"The tree has {MAXIMUM_DEPTH} levels.")
    if Lot.objects.filter(category=above).exists():
        raise CategoryHoldsLots
    return above


def _require_schema(schema: Mapping[str, Any]) -> None:
    faults = attributes.schema_faults(schema, at="/attribute_schema")
    if faults:
        raise InvalidRequest(errors=faults)
