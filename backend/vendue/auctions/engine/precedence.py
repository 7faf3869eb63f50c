"""Which category's override holds for a lot (rule 5.2): the narrowest that it lies in."""

from collections.abc import Mapping

from vendue.auctions.engine.rule_documents import Document


def category_override(overrides: Mapping[str, Document], category_path: str) -> Document | None:
    """The override of the longest path that is the lot's category or one above it.

    ``overrides`` is keyed by category path, such as ``clocks/watches``. One override alone holds:
    what a wider category says is not laid under it.
    """
    above = [path for path in overrides if f"{category_path}/".startswith(f"{path}/")]
    return overrides[max(above, key=len)] if above else None
