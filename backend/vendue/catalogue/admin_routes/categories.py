"""The category tree, for staff."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Status

from vendue.catalogue.errors import CategoryHoldsLots, SlugTaken
from vendue.catalogue.queries import categories
from vendue.catalogue.queries.tree import Node
from vendue.catalogue.schemas.categories import CategoryDetailOut, CategoryIn, CategoryPatch
from vendue.catalogue.services import categories as writing
from vendue.kernel.errors import NotFound
from vendue.kernel.http import ApiRequest, created, expected_version, problems, staff

router = Router(tags=["categories"])


@router.post(
    "",
    operation_id="create_category",
    response={201: CategoryDetailOut, **problems(SlugTaken, CategoryHoldsLots)},
    auth=staff("staff:categories"),
)
def create_category(request: ApiRequest, response: HttpResponse, body: CategoryIn) -> Status[Node]:
    """Add a category, as a root or below one that holds no lots."""
    category = writing.create_category(
        actor=request.auth,
        slug=body.slug,
        parent=body.parent,
        words=body.model_dump(),
        reason=body.reason,
    )
    created(response, f"/api/v1/categories/{category.slug}")
    return Status(201, categories.fresh(category.slug))


@router.patch(
    "/{category_id}",
    operation_id="update_category",
    response={200: CategoryDetailOut, **problems(NotFound)},
    auth=staff("staff:categories"),
)
def update_category(request: ApiRequest, category_id: UUID, body: CategoryPatch) -> Node:
    """Change a category's names, attribute schema or position.

    Lots already published keep the facets they were published with.
    """
    category = writing.update_category(
        actor=request.auth,
        category_id=category_id,
        version=expected_version(request),
        changes=body.model_dump(exclude_unset=True, exclude={"reason"}),
        reason=body.reason,
    )
    return categories.fresh(category.slug)
