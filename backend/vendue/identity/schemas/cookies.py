"""Where a browser keeps its refresh token, and what it must show before the cookie is believed.

The cookie is HttpOnly, SameSite=Strict and sent to the session operations only. A second cookie,
readable by the page, holds a token that the page repeats in ``X-CSRF-Token``: another site can
make a browser send the first cookie, and cannot read what belongs into the header.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.schemas.sessions import SessionOut, Transport
from vendue.identity.services import sessions
from vendue.identity.services.sessions import SignedIn
from vendue.kernel import clock
from vendue.kernel.errors import NotAllowed, Unauthenticated
from vendue.kernel.http import ApiRequest


@dataclass(frozen=True, slots=True)
class _Jar:
    refresh: str
    csrf: str
    path: str


_JARS = {
    Audience.PUBLIC: _Jar("vendue_refresh", "vendue_csrf", "/api/v1/sessions"),
    Audience.STAFF: _Jar("vendue_staff_refresh", "vendue_staff_csrf", "/api/admin/v1/sessions"),
}


def answer(
    response: HttpResponse, signed_in: SignedIn, transport: Transport, audience: Audience
) -> SessionOut:
    """The session as its owner gets it; the refresh token goes where the owner keeps it."""
    if transport is Transport.COOKIE:
        _keep(response, signed_in, _JARS[audience])
    response["Cache-Control"] = "no-store"
    return SessionOut(
        session_id=signed_in.session_id,
        access_token=signed_in.access_token,
        access_expires_at=signed_in.access_expires_at,
        refresh_token=signed_in.refresh_token if transport is Transport.BEARER else None,
        expires_at=signed_in.expires_at,
    )


def presented(request: ApiRequest, given: str | None, audience: Audience) -> tuple[str, Transport]:
    """The refresh token of the body, else the cookie's, and how it travelled.

    Raises ``Unauthenticated`` where there is none and ``NotAllowed`` for a cookie that comes
    without its ``X-CSRF-Token``.
    """
    if given is not None:
        return given, Transport.BEARER
    token = request.COOKIES.get(_JARS[audience].refresh)
    if not token:
        raise Unauthenticated("There is no session to refresh.")
    if not sessions.is_csrf_token(token, request.headers.get("X-CSRF-Token", "")):
        raise NotAllowed("Send the value of the readable cookie in X-CSRF-Token.")
    return token, Transport.COOKIE


def clear(response: HttpResponse, audience: Audience) -> None:
    """Have the browser forget the session."""
    jar = _JARS[audience]
    response.delete_cookie(jar.refresh, path=jar.path, samesite="Strict")
    response.delete_cookie(jar.csrf, path="/", samesite="Strict")


def _keep(response: HttpResponse, signed_in: SignedIn, jar: _Jar) -> None:
    is_secure = settings.VENDUE.vendue_base_url.startswith("https:")
    seconds = int((signed_in.expires_at - clock.now()).total_seconds())
    response.set_cookie(
        jar.refresh,
        signed_in.refresh_token,
        max_age=seconds,
        path=jar.path,
        secure=is_secure,
        httponly=True,
        samesite="Strict",
    )
    response.set_cookie(
        jar.csrf,
        signed_in.csrf_token,
        max_age=seconds,
        path="/",
        secure=is_secure,
        samesite="Strict",
    )
