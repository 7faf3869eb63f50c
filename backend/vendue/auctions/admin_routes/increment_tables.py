"""Staff write and publish increment tables."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.auctions.errors import InvalidRules, RulesPublished
from vendue.auctions.queries import rules as queries
from vendue.auctions.queries.rules import TableView
from vendue.auctions.schemas.increments import (
    AllRulesQuery,
    IncrementTableIn,
    IncrementTableOut,
    IncrementTablePageOut,
    IncrementTablePatch,
    PublicationIn,
    band_documents,
)
from vendue.auctions.services import increment_tables
from vendue.kernel.http import ApiRequest, created, expected_version, problems, staff
from vendue.kernel.pages import Page

router = Router(tags=["rules"], auth=staff("staff:rules"))


@router.get("", operation_id="list_increment_tables", response=IncrementTablePageOut)
def list_increment_tables(request: ApiRequest, query: Query[AllRulesQuery]) -> Page[TableView]:
    """List every version of every increment table, drafts among them, the newest first."""
    return queries.increment_tables(
        name=query.name, edition=query.edition, cursor=query.cursor, limit=query.limit
    )


@router.post(
    "",
    operation_id="create_increment_table",
    response={201: IncrementTableOut, **problems(InvalidRules)},
)
def create_increment_table(
    request: ApiRequest, response: HttpResponse, body: IncrementTableIn
) -> Status[TableView]:
    """Write a draft. It becomes the next version of the table of this name and currency."""
    table = increment_tables.create_increment_table(
        actor=request.auth,
        name=body.name,
        currency=body.currency,
        bands=band_documents(body.bands),
    )
    created(response, f"/api/admin/v1/increment-tables/{table.increment_table_id}")
    return Status(201, table)


@router.get("/{increment_table_id}", operation_id="get_increment_table", response=IncrementTableOut)
def get_increment_table(request: ApiRequest, increment_table_id: UUID) -> TableView:
    """Read one version of an increment table."""
    return queries.increment_table(increment_table_id)


@router.patch(
    "/{increment_table_id}",
    operation_id="update_increment_table",
    response={200: IncrementTableOut, **problems(RulesPublished, InvalidRules)},
)
def update_increment_table(
    request: ApiRequest, increment_table_id: UUID, body: IncrementTablePatch
) -> TableView:
    """Give a draft other bands. A published version never changes: create the next one instead."""
    return increment_tables.update_increment_table(
        actor=request.auth,
        increment_table_id=increment_table_id,
        version=expected_version(request),
        bands=band_documents(body.bands),
    )


@router.post(
    "/{increment_table_id}/publication",
    operation_id="publish_increment_table",
    response={200: IncrementTableOut, **problems(RulesPublished, InvalidRules)},
)
def publish_increment_table(
    request: ApiRequest, increment_table_id: UUID, body: PublicationIn
) -> TableView:
    """Publish a draft. Rule sets that name it can be published from now on."""
    return increment_tables.publish_increment_table(
        actor=request.auth, increment_table_id=increment_table_id, reason=body.reason
    )
