"""Signing in, carrying a session on, signing out."""

from django.http import HttpResponse
from ninja import Router, Status

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.errors import EmailUnconfirmed, TokenReused, WrongCredentials
from vendue.identity.schemas import cookies
from vendue.identity.schemas.sessions import RefreshIn, SessionOut, SignInIn
from vendue.identity.services import endings, sessions
from vendue.kernel.errors import NotAllowed
from vendue.kernel.http import KEY_NEVER, ApiRequest, anybody, problems, signed_in

router = Router(tags=["sessions"])


@router.post(
    "",
    operation_id="sign_in",
    response={201: SessionOut, **problems(WrongCredentials, EmailUnconfirmed)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def sign_in(request: ApiRequest, response: HttpResponse, body: SignInIn) -> Status[SessionOut]:
    """Begin a session with an address and its password.

    The access token lives for ten minutes; refresh the session for another one.
    """
    begun = sessions.sign_in(
        actor=request.auth,
        email=body.email,
        password=body.password,
        audience=Audience.PUBLIC,
        user_agent=request.headers.get("User-Agent", ""),
    )
    return Status(201, cookies.answer(response, begun, body.transport, Audience.PUBLIC))


@router.post(
    "/refresh",
    operation_id="refresh_session",
    response={200: SessionOut, **problems(TokenReused, NotAllowed)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def refresh_session(request: ApiRequest, response: HttpResponse, body: RefreshIn) -> SessionOut:
    """Exchange the refresh token for a new one, and get a new access token with it.

    A token works once. Two requests within ten seconds from one device get the same successor;
    later a repetition ends the whole session, because somebody else may hold a copy.
    """
    token, transport = cookies.presented(request, body.refresh_token, Audience.PUBLIC)
    carried_on = sessions.refresh(
        actor=request.auth,
        token=token,
        audience=Audience.PUBLIC,
        user_agent=request.headers.get("User-Agent", ""),
    )
    return cookies.answer(response, carried_on, transport, Audience.PUBLIC)


@router.delete(
    "/current",
    operation_id="sign_out",
    response={204: None, **problems(NotAllowed)},
    auth=signed_in(),
)
def sign_out(request: ApiRequest, response: HttpResponse) -> Status[None]:
    """End the session this request came with. Its tokens stop working within seconds."""
    endings.sign_out(actor=request.auth)
    cookies.clear(response, Audience.PUBLIC)
    return Status(204, None)


@router.delete(
    "",
    operation_id="sign_out_everywhere",
    response={204: None},
    auth=signed_in("profile:write"),
)
def sign_out_everywhere(request: ApiRequest, response: HttpResponse) -> Status[None]:
    """End every session of the account, on every device."""
    endings.sign_out_everywhere(actor=request.auth)
    cookies.clear(response, Audience.PUBLIC)
    return Status(204, None)
