"""Things handed over once: a value is put away under a token, and whoever shows it takes it.

Kept in Valkey under the token's digest, for a short time. With Valkey down there are none.
"""

import secrets
from hashlib import sha256

from vendue.kernel.errors import Unavailable
from vendue.platform.gateways import valkey

_TOKEN_BYTES = 32


def put(purpose: str, value: bytes, *, seconds: int) -> str:
    """Put a value away for at most so many seconds. Returns its token, which is good once.

    Raises ``Unavailable``.
    """
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    try:
        valkey.breaker().call(
            lambda: valkey.client().set(_name(purpose, token), value, ex=seconds, nx=True)
        )
    except valkey.ValkeyDown as error:
        raise Unavailable from error
    return token


def take(purpose: str, token: str) -> bytes | None:
    """The value of a token, which is then used up; ``None`` for one that is not good.

    Raises ``Unavailable``.
    """
    try:
        value = valkey.breaker().call(lambda: valkey.client().getdel(_name(purpose, token)))
    except valkey.ValkeyDown as error:
        raise Unavailable from error
    assert value is None or isinstance(value, bytes)
    return value


def _name(purpose: str, token: str) -> str:
    return f"once:{purpose}:{sha256(token.encode()).hexdigest()}"
