"""The caller's saved searches."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.catalogue.errors import TooManySavedSearches
from vendue.catalogue.queries import saved_searches as queries
from vendue.catalogue.queries.saved_searches import SavedSearchView
from vendue.catalogue.schemas.saved_searches import (
    SavedSearchIn,
    SavedSearchOut,
    SavedSearchPageOut,
    SavedSearchPatch,
)
from vendue.catalogue.services import saved_searches
from vendue.kernel.errors import NotFound, PreconditionRequired, Stale
from vendue.kernel.http import ApiRequest, created, expected_version, problems, signed_in
from vendue.kernel.pages import Page, PageQuery

router = Router(tags=["me"])


@router.get(
    "/saved-searches",
    operation_id="list_my_saved_searches",
    response=SavedSearchPageOut,
    auth=signed_in("watch:write"),
)
def list_my_saved_searches(request: ApiRequest, query: Query[PageQuery]) -> Page[SavedSearchView]:
    """List the searches you keep, newest first."""
    return queries.saved_searches_of(request.auth, cursor=query.cursor, limit=query.limit)


@router.post(
    "/saved-searches",
    operation_id="create_saved_search",
    response={201: SavedSearchOut, **problems(TooManySavedSearches)},
    auth=signed_in("watch:write"),
)
def create_saved_search(
    request: ApiRequest, response: HttpResponse, body: SavedSearchIn
) -> Status[SavedSearchView]:
    """Keep a search, and be told of new lots that it finds: daily, within a minute, or never."""
    search = saved_searches.create(
        actor=request.auth,
        name=body.name,
        query=body.query.model_dump(mode="json"),
        alert=body.alert,
    )
    created(response, f"/api/v1/me/saved-searches/{search.saved_search_id}")
    return Status(201, search)


@router.get(
    "/saved-searches/{saved_search_id}",
    operation_id="get_my_saved_search",
    response={200: SavedSearchOut, **problems(NotFound)},
    auth=signed_in("watch:write"),
)
def get_my_saved_search(request: ApiRequest, saved_search_id: UUID) -> SavedSearchView:
    """Read one search you keep."""
    return queries.saved_search_of(request.auth, saved_search_id)


@router.patch(
    "/saved-searches/{saved_search_id}",
    operation_id="update_saved_search",
    response={200: SavedSearchOut, **problems(NotFound, Stale, PreconditionRequired)},
    auth=signed_in("watch:write"),
)
def update_saved_search(
    request: ApiRequest, saved_search_id: UUID, body: SavedSearchPatch
) -> SavedSearchView:
    """Rename a search, change what it asks, or when you are told."""
    return saved_searches.update(
        actor=request.auth,
        saved_search_id=saved_search_id,
        version=expected_version(request),
        changes=body.changes(),
    )


@router.delete(
    "/saved-searches/{saved_search_id}",
    operation_id="remove_saved_search",
    response={204: None, **problems(NotFound)},
    auth=signed_in("watch:write"),
)
def remove_saved_search(request: ApiRequest, saved_search_id: UUID) -> Status[None]:
    """Keep a search no longer."""
    saved_searches.remove(actor=request.auth, saved_search_id=saved_search_id)
    return Status(204, None)
