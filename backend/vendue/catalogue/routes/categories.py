"""Categories, for everybody."""

from ninja import Router

from vendue.catalogue.queries import categories
from vendue.catalogue.queries.categories import CategoryTree
from vendue.catalogue.queries.tree import Node
from vendue.catalogue.schemas.categories import CategoryDetailOut, CategoryTreeOut
from vendue.kernel.errors import NotFound
from vendue.kernel.fields import Slug
from vendue.kernel.http import ApiRequest, anybody, problems

router = Router(tags=["categories"])


@router.get("", operation_id="list_categories", response=CategoryTreeOut, auth=anybody)
def list_categories(request: ApiRequest) -> CategoryTree:
    """List the whole category tree, with the live lots of each."""
    return categories.all_categories()


@router.get(
    "/{category}",
    operation_id="get_category",
    response={200: CategoryDetailOut, **problems(NotFound)},
    auth=anybody,
)
def get_category(request: ApiRequest, category: Slug) -> Node:
    """Get a category by its slug, with its attribute schema and its facets."""
    return categories.category(category)
