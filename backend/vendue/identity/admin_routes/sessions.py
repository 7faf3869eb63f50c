"""Sessions of staff: their own audience, their own cookie, shorter lives."""

from django.http import HttpResponse
from ninja import Router, Status

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.errors import EmailUnconfirmed, TokenReused, WrongCredentials
from vendue.identity.schemas import cookies
from vendue.identity.schemas.sessions import RefreshIn, SessionOut, SignInIn
from vendue.identity.services import endings, sessions
from vendue.kernel.errors import NotAllowed
from vendue.kernel.http import KEY_NEVER, ApiRequest, any_staff, problems, staff

router = Router(tags=["sessions"])


@router.post(
    "",
    operation_id="create_staff_session",
    response={201: SessionOut, **problems(WrongCredentials, EmailUnconfirmed)},
    auth=any_staff,
    openapi_extra=KEY_NEVER,
)
def create_staff_session(
    request: ApiRequest, response: HttpResponse, body: SignInIn
) -> Status[SessionOut]:
    """Begin a session of a member of staff. Everybody else is answered as with a wrong password."""
    begun = sessions.sign_in(
        actor=request.auth,
        email=body.email,
        password=body.password,
        audience=Audience.STAFF,
        user_agent=request.headers.get("User-Agent", ""),
    )
    return Status(201, cookies.answer(response, begun, body.transport, Audience.STAFF))


@router.post(
    "/refresh",
    operation_id="refresh_staff_session",
    response={200: SessionOut, **problems(TokenReused, NotAllowed)},
    auth=any_staff,
    openapi_extra=KEY_NEVER,
)
def refresh_staff_session(
    request: ApiRequest, response: HttpResponse, body: RefreshIn
) -> SessionOut:
    """Exchange the refresh token for a new one, and get a new access token with it."""
    token, transport = cookies.presented(request, body.refresh_token, Audience.STAFF)
    carried_on = sessions.refresh(
        actor=request.auth,
        token=token,
        audience=Audience.STAFF,
        user_agent=request.headers.get("User-Agent", ""),
    )
    return cookies.answer(response, carried_on, transport, Audience.STAFF)


@router.delete("/current", operation_id="end_staff_session", response={204: None}, auth=staff())
def end_staff_session(request: ApiRequest, response: HttpResponse) -> Status[None]:
    """End the session this request came with."""
    endings.sign_out(actor=request.auth)
    cookies.clear(response, Audience.STAFF)
    return Status(204, None)
