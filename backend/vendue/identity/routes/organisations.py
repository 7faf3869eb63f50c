"""Organisations, their members and their API keys."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.identity.errors import AlreadyMember, LastOwner, TooManyKeys, TooManyOrganisations
from vendue.identity.models import ApiKey, Organisation
from vendue.identity.queries import organisations as reading
from vendue.identity.queries.organisations import Member
from vendue.identity.schemas.organisations import (
    ApiKeyIn,
    ApiKeyPageOut,
    CreatedApiKeyOut,
    MemberIn,
    MemberOut,
    MemberPageOut,
    MemberPatch,
    OrganisationIn,
    OrganisationOut,
    OrganisationPatch,
)
from vendue.identity.services import api_keys, organisations
from vendue.identity.services.api_keys import CreatedKey
from vendue.kernel.errors import NotFound, PreconditionRequired, Stale
from vendue.kernel.http import (
    KEY_NEVER,
    ApiRequest,
    created,
    expected_version,
    problems,
    signed_in,
)
from vendue.kernel.pages import Page, PageQuery

router = Router(tags=["organisations"])


@router.post(
    "",
    operation_id="create_organisation",
    response={201: OrganisationOut, **problems(TooManyOrganisations)},
    auth=signed_in("organisations:write"),
)
def create_organisation(
    request: ApiRequest, response: HttpResponse, body: OrganisationIn
) -> Status[Organisation]:
    """Found an organisation. You become its owner."""
    organisation = organisations.create(actor=request.auth, facts=body.model_dump())
    created(response, f"/api/v1/organisations/{organisation.id}")
    return Status(201, organisation)


@router.get(
    "/{organisation_id}",
    operation_id="get_organisation",
    response={200: OrganisationOut, **problems(NotFound)},
    auth=signed_in("profile:read"),
)
def get_organisation(request: ApiRequest, organisation_id: UUID) -> Organisation:
    """Read an organisation you belong to."""
    return reading.organisation_for(request.auth, organisation_id)


@router.patch(
    "/{organisation_id}",
    operation_id="update_organisation",
    response={200: OrganisationOut, **problems(NotFound, Stale, PreconditionRequired)},
    auth=signed_in("organisations:write"),
)
def update_organisation(
    request: ApiRequest, organisation_id: UUID, body: OrganisationPatch
) -> Organisation:
    """Change an organisation's facts. Its owners and managers may."""
    return organisations.update(
        actor=request.auth,
        organisation_id=organisation_id,
        version=expected_version(request),
        changes=body.model_dump(exclude_unset=True),
    )


@router.get(
    "/{organisation_id}/members",
    operation_id="list_members",
    response={200: MemberPageOut, **problems(NotFound)},
    auth=signed_in("profile:read"),
)
def list_members(
    request: ApiRequest, organisation_id: UUID, page: Query[PageQuery]
) -> Page[Member]:
    """List who belongs to an organisation of yours."""
    return reading.members_of(request.auth, organisation_id, cursor=page.cursor, limit=page.limit)


@router.post(
    "/{organisation_id}/members",
    operation_id="add_member",
    response={201: MemberOut, **problems(NotFound, AlreadyMember, TooManyOrganisations)},
    auth=signed_in("organisations:write"),
)
def add_member(
    request: ApiRequest, response: HttpResponse, organisation_id: UUID, body: MemberIn
) -> Status[Member]:
    """Offer an account a place in the organisation. Only owners make owners and managers.

    It gives no rights until the person accepts it with `accept_membership`.
    """
    member = organisations.add_member(
        actor=request.auth,
        organisation_id=organisation_id,
        account_id=body.account_id,
        role=body.role,
    )
    created(response, f"/api/v1/organisations/{organisation_id}/members/{member.account_id}")
    return Status(201, member)


@router.patch(
    "/{organisation_id}/members/{account_id}",
    operation_id="update_member",
    response={200: MemberOut, **problems(NotFound, LastOwner, Stale, PreconditionRequired)},
    auth=signed_in("organisations:write"),
)
def update_member(
    request: ApiRequest, organisation_id: UUID, account_id: UUID, body: MemberPatch
) -> Member:
    """Give a member another role. What the member's keys may do follows it."""
    return organisations.update_member(
        actor=request.auth,
        organisation_id=organisation_id,
        account_id=account_id,
        role=body.role,
        version=expected_version(request),
    )


@router.delete(
    "/{organisation_id}/members/{account_id}",
    operation_id="remove_member",
    response={204: None, **problems(NotFound, LastOwner)},
    auth=signed_in("organisations:write"),
)
def remove_member(request: ApiRequest, organisation_id: UUID, account_id: UUID) -> Status[None]:
    """Take a member out, withdraw an offer, or leave. The keys the member made are revoked."""
    organisations.remove_member(
        actor=request.auth, organisation_id=organisation_id, account_id=account_id
    )
    return Status(204, None)


@router.get(
    "/{organisation_id}/api-keys",
    operation_id="list_api_keys",
    response={200: ApiKeyPageOut, **problems(NotFound)},
    auth=signed_in("organisations:write"),
)
def list_api_keys(
    request: ApiRequest, organisation_id: UUID, page: Query[PageQuery]
) -> Page[ApiKey]:
    """List the keys of an organisation of yours, revoked ones included; never the keys' text."""
    return reading.api_keys_of(request.auth, organisation_id, cursor=page.cursor, limit=page.limit)


@router.post(
    "/{organisation_id}/api-keys",
    operation_id="create_api_key",
    response={201: CreatedApiKeyOut, **problems(NotFound, TooManyKeys)},
    auth=signed_in("organisations:write"),
    openapi_extra=KEY_NEVER,
)
def create_api_key(
    request: ApiRequest, response: HttpResponse, organisation_id: UUID, body: ApiKeyIn
) -> Status[CreatedKey]:
    """Make a key for a program of the organisation. It is shown in this answer and never again.

    The program acts as you *and* for the organisation, and can never do more than you can.
    """
    key = api_keys.create(
        actor=request.auth,
        organisation_id=organisation_id,
        name=body.name,
        scopes=frozenset(body.scopes),
        days=body.expires_in_days,
    )
    response["Cache-Control"] = "no-store"
    return Status(201, key)


@router.delete(
    "/{organisation_id}/api-keys/{api_key_id}",
    operation_id="revoke_api_key",
    response={204: None, **problems(NotFound)},
    auth=signed_in("organisations:write"),
)
def revoke_api_key(request: ApiRequest, organisation_id: UUID, api_key_id: UUID) -> Status[None]:
    """Revoke a key. It stops working within seconds."""
    api_keys.revoke(actor=request.auth, organisation_id=organisation_id, api_key_id=api_key_id)
    return Status(204, None)
