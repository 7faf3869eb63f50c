"""The caller's own profile and sessions."""

from uuid import UUID

from ninja import Query, Router, Status

from vendue.identity.queries import accounts
from vendue.identity.queries.accounts import LiveSession, Person
from vendue.identity.schemas.me import PersonOut, ProfilePatch
from vendue.identity.schemas.sessions import LiveSessionPageOut
from vendue.identity.services import endings, profiles
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
