"""Access tokens: JWTs signed with Ed25519, short-lived, checked strictly.

Only what this file writes is read back. A header with any other field (``jku``, ``x5u``, ``crit``),
another algorithm, another key id, a missing claim: all are the same refusal.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from vendue.kernel.errors import TokenExpired, Unauthenticated

LIFETIME = timedelta(minutes=10)
MAXIMUM_LENGTH = 4_096

_ALGORITHM = "EdDSA"
_TYPE = "at+jwt"
_CLAIMS = ["iss", "aud", "sub", "sid", "scope", "iat", "exp"]
# What reading a token that somebody else wrote may raise.
_UNREADABLE = (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError, OverflowError)
# Clocks of the market's machines may differ by this much.
_LEEWAY = timedelta(seconds=5)


class Audience(StrEnum):
    """Which of the two APIs a session is for."""

    PUBLIC = "public"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The market's key for access tokens and the name it signs under."""

    private: Ed25519PrivateKey
    public: Ed25519PublicKey
    key_id: str
    issuer: str


def signing_key(raw: bytes, issuer: str) -> SigningKey:
    """The key behind 32 raw bytes. Its id is taken from the public half."""
    private = Ed25519PrivateKey.from_private_bytes(raw)
    public = private.public_key()
    digest = sha256(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).digest()
    return SigningKey(private, public, urlsafe_b64encode(digest[:12]).decode(), issuer)


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says."""

    account_id: UUID
    session_id: UUID
    audience: Audience
    scopes: frozenset[str]
    expires_at: datetime


def issue(claims: Claims, key: SigningKey, *, at: datetime) -> str:
    """The signed token. It lives for ``LIFETIME`` at most, whatever the claims ask."""
    expires_at = min(claims.expires_at, at + LIFETIME)
    payload: dict[str, Any] = {
        "iss": key.issuer,
        "aud": _audience(claims.audience),
        "sub": str(claims.account_id),
        "sid": str(claims.session_id),
        "scope": " ".join(sorted(claims.scopes)),
        "iat": int(at.timestamp()),
        "exp": int(expires_at.timestamp()),
    }
    return jwt.encode(
        payload, key.private, algorithm=_ALGORITHM, headers={"kid": key.key_id, "typ": _TYPE}
    )


def read(token: str, key: SigningKey, *, at: datetime) -> Claims:
    """What a token says, once every part of it was checked.

    Raises ``TokenExpired`` for one that was good until a moment ago and ``Unauthenticated`` for
    everything else.
    """
    if len(token) > MAXIMUM_LENGTH:
        raise Unauthenticated
    try:
        _check_header(token, key)
        payload = jwt.decode(
            token,
            key.public,
            algorithms=[_ALGORITHM],
            issuer=key.issuer,
            audience=[_audience(audience) for audience in Audience],
            # The time is an argument here, so it is compared below.
            options={
                "require": _CLAIMS,
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
                "strict_aud": False,
            },
        )
        claims = _claims(payload)
        issued_at = datetime.fromtimestamp(payload["iat"], UTC)
    except _UNREADABLE as error:
        raise Unauthenticated from error
    if issued_at > at + _LEEWAY or claims.expires_at > issued_at + LIFETIME:
        raise Unauthenticated
    if at >= claims.expires_at:
        raise TokenExpired
    return claims


def _check_header(token: str, key: SigningKey) -> None:
    header = jwt.get_unverified_header(token)
    if header != {"alg": _ALGORITHM, "kid": key.key_id, "typ": _TYPE}:
        raise ValueError("not a header of ours")


def _claims(payload: dict[str, Any]) -> Claims:
    audiences = {_audience(audience): audience for audience in Audience}
    return Claims(
        account_id=UUID(payload["sub"]),
        session_id=UUID(payload["sid"]),
        # A list of audiences is never ours: looking one up raises TypeError.
        audience=audiences[payload["aud"]],
        scopes=frozenset(payload["scope"].split()),
        expires_at=datetime.fromtimestamp(payload["exp"], UTC),
    )


def _audience(audience: Audience) -> str:
    return f"vendue:{audience}"
