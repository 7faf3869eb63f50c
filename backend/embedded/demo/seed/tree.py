"""The demo market's categories."""

from collections.abc import Sequence

from embedded.demo.catalogue.records import DemoCategory
from embedded.demo.seed.people import PROCESS
from vendue.catalogue.models import Category
from vendue.catalogue.services import categories
from vendue.kernel.actor import system


def plant(wanted: Sequence[DemoCategory]) -> int:
    """Add the categories that are missing, parents first. Returns how many."""
    standing = set(Category.objects.values_list("slug", flat=True))
    missing = [
        (position, category)
        for position, category in enumerate(wanted)
        if category.slug not in standing
    ]
    for position, category in missing:
        categories.create_category(
            actor=system(PROCESS),
            slug=category.slug,
            parent=category.parent,
            words={
                **{f"name_{language}": name for language, name in category.names.items()},
                "attribute_schema": dict(category.attribute_schema),
                "position": position,
            },
            reason="A category of the demo market.",
        )
    return len(missing)
