"""The caller's own profile and sessions."""

from uuid import UUID

from ninja import Query, Router, Status

from vendue.identity.errors import LastOwner, TooManyOrganisations
from vendue.identity.queries import accounts, memberships
from vendue.identity.queries.accounts import LiveSession, Person
from vendue.identity.queries.memberships import MyMembership
from vendue.identity.schemas.me import (
    MyMembershipOut,
    MyMembershipPageOut,
    PersonOut,
    ProfilePatch,
)
from vendue.identity.schemas.sessions import LiveSessionPageOut
from vendue.identity.services import endings, organisations, profiles
from vendue.kernel.errors import NotFound, PreconditionRequired, Stale
from vendue.kernel.http import ApiRequest, expected_version, problems, signed_in
from vendue.kernel.pages import Page, PageQuery

router = Router(tags=["me"])


@router.get("", operation_id="get_me", response=PersonOut, auth=signed_in("profile:read"))
def get_me(request: ApiRequest) -> Person:
    """Read the account of the caller, its profile and its organisations."""
    return accounts.person(request.auth.id)


@router.patch(
    "",
    operation_id="update_me",
    response={200: PersonOut, **problems(Stale, PreconditionRequired)},
    auth=signed_in("profile:write"),
)
def update_me(request: ApiRequest, body: ProfilePatch) -> Person:
    """Change one's profile. What is left out stays as it is."""
    return profiles.update(
        actor=request.auth,
        version=expected_version(request),
        changes=body.model_dump(exclude_unset=True),
    )


@router.get(
    "/sessions",
    operation_id="list_my_sessions",
    response=LiveSessionPageOut,
    auth=signed_in("profile:read"),
)
def list_my_sessions(request: ApiRequest, page: Query[PageQuery]) -> Page[LiveSession]:
    """List the sessions of the account that have not ended, newest first."""
    return accounts.live_sessions(
        request.auth.id, request.auth.session_id, cursor=page.cursor, limit=page.limit
    )


@router.delete(
    "/sessions/{session_id}",
    operation_id="end_my_session",
    response={204: None, **problems(NotFound)},
    auth=signed_in("profile:write"),
)
def end_my_session(request: ApiRequest, session_id: UUID) -> Status[None]:
    """End one session of one's own, on whichever device it is."""
    endings.end(actor=request.auth, session_id=session_id)
    return Status(204, None)


@router.get(
    "/memberships",
    operation_id="list_my_memberships",
    response=MyMembershipPageOut,
    auth=signed_in("profile:read"),
)
def list_my_memberships(request: ApiRequest, page: Query[PageQuery]) -> Page[MyMembership]:
    """List the organisations you belong to and those that offer you a place, oldest first."""
    return memberships.memberships_of(request.auth, cursor=page.cursor, limit=page.limit)


@router.post(
    "/memberships/{organisation_id}/acceptance",
    operation_id="accept_membership",
    response={200: MyMembershipOut, **problems(TooManyOrganisations, NotFound)},
    auth=signed_in("profile:write"),
)
def accept_membership(request: ApiRequest, organisation_id: UUID) -> MyMembership:
    """Take the place that an organisation offers you. Only now may you act for it.

    From now on you cannot bid on what it sells. Accepting twice changes nothing.
    """
    return organisations.accept_membership(actor=request.auth, organisation_id=organisation_id)


@router.delete(
    "/memberships/{organisation_id}",
    operation_id="end_my_membership",
    response={204: None, **problems(LastOwner, NotFound)},
    auth=signed_in("profile:write"),
)
def end_my_membership(request: ApiRequest, organisation_id: UUID) -> Status[None]:
    """Leave an organisation, or decline the place it offers you."""
    organisations.remove_member(
        actor=request.auth, organisation_id=organisation_id, account_id=request.auth.id
    )
    return Status(204, None)
