"""Where files are kept: a local folder, or any store that speaks S3."""

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage  # type: ignore[import-untyped]  # it ships no types

#: A key never gets other bytes, so its answer may be kept for ever.
CACHE_CONTROL = "public, max-age=31536000, immutable"


class MediaStore(Protocol):
    """What both kinds of store do. Keys have been checked by the caller."""

    def store(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the bytes; nothing changes if the key is known."""

    def read(self, key: str) -> bytes:
        """The bytes. Raises ``FileNotFoundError``."""

    def url(self, key: str) -> str:
        """Where a client reads it."""

    def delete(self, key: str) -> None:
        """Remove it, if it is there."""


class FolderStore:
    """Files in a folder, served by the api process under ``/media/``."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self._folder = folder
        self._base_url = base_url.rstrip("/")

    def store(self, key: str, data: bytes, content_type: str) -> None:  # noqa: ARG002 - the ending says it
        """Write beside the place and rename, so that nobody reads half a file."""
        target = self._folder / key
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".part-")
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
            Path(name).replace(target)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def read(self, key: str) -> bytes:
        """The bytes. Raises ``FileNotFoundError``."""
        return (self._folder / key).read_bytes()

    def url(self, key: str) -> str:
        """Where a client reads it."""
        return f"{self._base_url}/media/{key}"

    def delete(self, key: str) -> None:
        """Remove it, if it is there."""
        (self._folder / key).unlink(missing_ok=True)


class BucketStore:
    """Objects in a bucket. Its policy lets anybody read the public folders, never ``private/``."""

    def __init__(self, storage: S3Storage, public_url: str) -> None:
        self._storage = storage
        self._public_url = public_url.rstrip("/")

    def store(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the bytes; nothing changes if the key is known."""
        if self._storage.exists(key):
            return
        content = ContentFile(data, name=key)
        content.content_type = content_type  # type: ignore[attr-defined]  # read by S3Storage
        self._storage.save(key, content)

    def read(self, key: str) -> bytes:
        """The bytes. Raises ``FileNotFoundError``."""
        with self._storage.open(key, "rb") as found:
            data: bytes = found.read()
        return data

    def url(self, key: str) -> str:
        """Where a client reads it."""
        return f"{self._public_url}/{key}" if self._public_url else str(self._storage.url(key))

    def delete(self, key: str) -> None:
        """Remove it, if it is there."""
        self._storage.delete(key)


def from_address(address: str, base_url: str) -> MediaStore:
    """The store of an address: a folder, or ``s3://bucket?endpoint=…&region=…&public_url=…``.

    Credentials of a bucket come from the environment, as every S3 client reads them.
    """
    if not address.startswith("s3://"):
        return FolderStore(Path(address), base_url)
    parts = urlsplit(address)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {
        "bucket_name": parts.netloc,
        "location": parts.path.strip("/"),
        "endpoint_url": query.get("endpoint"),
        "region_name": query.get("region", "us-east-1"),
        "querystring_auth": False,
        "file_overwrite": True,
        "default_acl": None,
        "object_parameters": {"CacheControl": CACHE_CONTROL},
    }
    return BucketStore(S3Storage(**options), query.get("public_url", ""))


@cache
def current() -> MediaStore:
    """This process's store."""
    return from_address(settings.VENDUE.media, settings.VENDUE.vendue_base_url)
