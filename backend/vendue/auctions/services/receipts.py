"""Receipts: the market signs what it accepted, so that nobody has to take its word later."""

from base64 import b64decode, urlsafe_b64encode
from functools import cache
from hashlib import sha256
from typing import Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings


def sign(claims: dict[str, Any]) -> str:
    """A compact JWS (EdDSA) over the claims. The same claims always give the same receipt."""
    header, key = _signer()
    body = header + b"." + _encoded(orjson.dumps(claims, option=orjson.OPT_SORT_KEYS))
    return (body + b"." + _encoded(key.sign(body))).decode()


@cache
def public_key() -> dict[str, str]:
    """The key that verifies receipts, as a JWK."""
    raw = _private_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "use": "sig",
        "alg": "EdDSA",
        "kid": sha256(raw).hexdigest()[:16],
        "x": _encoded(raw).decode(),
    }


@cache
def _signer() -> tuple[bytes, Ed25519PrivateKey]:
    header = {"alg": "EdDSA", "kid": public_key()["kid"], "typ": "vendue-receipt+jwt"}
    return _encoded(orjson.dumps(header, option=orjson.OPT_SORT_KEYS)), _private_key()


def _private_key() -> Ed25519PrivateKey:
    secret = settings.VENDUE.vendue_receipt_key.get_secret_value()
    return Ed25519PrivateKey.from_private_bytes(b64decode(secret))


def _encoded(data: bytes) -> bytes:
    return urlsafe_b64encode(data).rstrip(b"=")
