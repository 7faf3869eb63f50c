"""The secrets people and programs hold, derived rather than stored wherever that is possible.

A refresh token and the token of a letter can be computed again from a row and the market's key:
the row alone opens nothing, and the same token can be given out twice without keeping it.
"""

import binascii
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

REFRESH_PREFIX = "vr_"
API_KEY_PREFIX = "vk_"
SEED_BYTES = 32

#: Characters of an API key that are kept readable, so that its owner recognises it.
SHOWN_CHARACTERS = len(API_KEY_PREFIX) + 8

_ID_BYTES = 16
_COUNTER_BYTES = 4
_MAC_BYTES = 32


@dataclass(frozen=True, slots=True)
class Presented:
    """A token split into what it claims and what proves it."""

    id: UUID
    counter: int
    proof: bytes


def subkey(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose only, so that no proof made for one use passes in another."""
    return hmac.digest(secret, b"vendue " + purpose.encode(), "sha256")


def refresh_token(secret: bytes, *, seed: bytes, session_id: UUID, counter: int) -> str:
    """The refresh token number ``counter`` of a session. Needs both the key and the row's seed."""
    claim = session_id.bytes + counter.to_bytes(_COUNTER_BYTES, "big")
    return REFRESH_PREFIX + _encode(claim + _refresh_proof(secret, seed, claim))


def read_refresh_token(token: str) -> Presented | None:
    """What a refresh token claims, unproved; ``None`` if it has not even the form of one."""
    raw = _decode(token.removeprefix(REFRESH_PREFIX))
    if not token.startswith(REFRESH_PREFIX) or len(raw) != _ID_BYTES + _COUNTER_BYTES + _MAC_BYTES:
        return None
    counter = int.from_bytes(raw[_ID_BYTES : _ID_BYTES + _COUNTER_BYTES], "big")
    return Presented(UUID(bytes=raw[:_ID_BYTES]), counter, raw[-_MAC_BYTES:])


def is_refresh_token(secret: bytes, presented: Presented, *, seed: bytes) -> bool:
    """Whether the market once made this token, for whichever turn it claims."""
    claim = presented.id.bytes + presented.counter.to_bytes(_COUNTER_BYTES, "big")
    return hmac.compare_digest(presented.proof, _refresh_proof(secret, seed, claim))


def csrf_token(secret: bytes, session_id: UUID) -> str:
    """What a page must repeat in a header before its refresh cookie is believed."""
    return _encode(hmac.digest(subkey(secret, "csrf"), session_id.bytes, "sha256"))


def link_token(secret: bytes, *, purpose: str, letter_id: UUID) -> str:
    """The token in a letter's link. It serves one purpose and no other."""
    return _encode(letter_id.bytes + _link_proof(secret, purpose, letter_id))


def read_link_token(secret: bytes, token: str, *, purpose: str) -> UUID | None:
    """The letter a token came in; ``None`` if it is not a token for this purpose."""
    raw = _decode(token)
    if len(raw) != _ID_BYTES + _MAC_BYTES:
        return None
    letter_id = UUID(bytes=raw[:_ID_BYTES])
    is_ours = hmac.compare_digest(raw[_ID_BYTES:], _link_proof(secret, purpose, letter_id))
    return letter_id if is_ours else None


def new_api_key() -> str:
    """A fresh API key: 256 random bits, so that a plain digest of it is safe to keep."""
    return API_KEY_PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """What is kept of a secret, and what caches know it by."""
    return sha256(token.encode("utf-8", "surrogatepass")).digest()


def _refresh_proof(secret: bytes, seed: bytes, claim: bytes) -> bytes:
    return hmac.digest(subkey(secret, "refresh"), seed + claim, "sha256")


def _link_proof(secret: bytes, purpose: str, letter_id: UUID) -> bytes:
    return hmac.digest(subkey(secret, f"letter {purpose}"), letter_id.bytes, "sha256")


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    """The bytes behind the text, or none if it is not exactly what ``_encode`` writes."""
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""
    return raw if _encode(raw) == text else b""
