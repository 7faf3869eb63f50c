"""The hash chain over the audit trail, as pure functions: what is hashed, and how.

``hash = SHA-256(previous hash ‖ canonical entry)``, the entry in the canonical JSON of RFC 8785;
the first previous hash is 32 zero bytes.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import rfc8785

GENESIS = bytes(32)
_COMMITMENT_DOMAIN = b"vendue audit personal values v1\x00"


def commitment(salt: bytes, values: Mapping[str, Any]) -> bytes:
    """What the chain says about personal values: nothing, to anybody without the salt."""
    return sha256(_COMMITMENT_DOMAIN + salt + rfc8785.dumps(dict(values))).digest()


def link(previous_hash: bytes, entry: Mapping[str, Any]) -> bytes:
    """The hash of an entry at its place in the chain."""
    return sha256(previous_hash + rfc8785.dumps(dict(entry))).digest()


def moment(at: datetime) -> str:
    """A time as it is hashed: UTC with microseconds, always six digits."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def require_canonical(value: object) -> None:
    """Refuse what the database would give back in another form. Raises ``ValueError``.

    A float is refused although RFC 8785 knows floats: ``jsonb`` returns 1e22 as an integer.
    """
    match value:
        case None | bool() | str():
            return
        case int():
            if abs(value) >= 2**53:
                raise ValueError("An audited number must be below 2^53.")
        case list():
            for item in value:
                require_canonical(item)
        case dict():
            for name, item in value.items():
                require_canonical(name)
                require_canonical(item)
        case _:
            raise ValueError(f"An audited value cannot be a {type(value).__name__}.")
