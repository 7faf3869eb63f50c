"""Files: stored once under a key that is never reused, in a folder or an S3-compatible store.

Keys are content-addressed (``key_for``), so a public address can be cached for ever. Keys under
``private/`` have no address: an upload as it came may name the place it was taken.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

from vendue.kernel.errors import NotFound
from vendue.platform.gateways import media_store

PRIVATE = "private/"
CONTENT_TYPES = {
    ".avif": "image/avif",
    ".bin": "application/octet-stream",
    ".csv": "text/csv",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".webp": "image/webp",
}
_KEY = re.compile(r"[a-z0-9_-]{1,64}(/[a-z0-9_-]{1,128}){0,6}(\.[a-z0-9]{1,8})")


@dataclass(frozen=True, slots=True)
class PublicFile:
    """A file and the type it is served as."""

    data: bytes
    content_type: str


def key_for(folder: str, data: bytes, extension: str) -> str:
    """The key of these bytes: ``folder/ab/abcdef….webp``. ``extension`` has its dot."""
    digest = sha256(data).hexdigest()
    return f"{folder}/{digest[:2]}/{digest}{extension}"


def store(key: str, data: bytes, content_type: str) -> None:
    """Keep a file. Storing the same key again changes nothing.

    Raises ``ValueError`` for a key that is no key, or whose ending belongs to another type.
    """
    if content_type_of(_checked(key)) != content_type:
        raise ValueError(f"{key} does not end like {content_type}.")
    media_store.current().store(key, data, content_type)


def read(key: str) -> bytes:
    """The bytes of a file. Raises ``NotFound``."""
    try:
        return media_store.current().read(_checked(key))
    except FileNotFoundError:
        raise NotFound from None


def read_public(key: str) -> PublicFile | None:
    """A file for anybody who asks by its address; ``None`` where there is nothing to show."""
    if not is_key(key) or key.startswith(PRIVATE) or _ending(key) not in CONTENT_TYPES:
        return None
    try:
        return PublicFile(media_store.current().read(key), content_type_of(key))
    except FileNotFoundError:
        return None


def url(key: str) -> str:
    """The public address of a file. Raises ``ValueError`` for a private one."""
    if key.startswith(PRIVATE):
        raise ValueError(f"{key} is private and has no address.")
    return media_store.current().url(_checked(key))


def delete(key: str) -> None:
    """Remove a file; one that is not there is no error."""
    media_store.current().delete(_checked(key))


def content_type_of(key: str) -> str:
    """The type a file is served as, by the ending of its key. Raises ``ValueError``."""
    ending = _ending(key)
    if ending not in CONTENT_TYPES:
        raise ValueError(f"{key} ends in nothing that is served.")
    return CONTENT_TYPES[ending]


def is_key(text: str) -> bool:
    """Whether this could be a key: no dots that climb, nothing hidden."""
    return _KEY.fullmatch(text) is not None


def _ending(key: str) -> str:
    return key[key.rfind(".") :]


def _checked(key: str) -> str:
    if not is_key(key):
        raise ValueError(f"{key!r} is not a key.")
    return key
