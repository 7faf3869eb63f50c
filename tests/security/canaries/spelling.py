"""What a planted secret can look like once it has left: every spelling a program would make."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import md5, sha1, sha256
from html import unescape
from urllib.parse import quote, unquote
from uuid import UUID

#: Between digits these say nothing: 73 918,26 and 73.918,26 and 73'918.26 are the same amount.
_SEPARATORS = re.compile(r"(?<=\d)[ .,'\u2019_\u00a0\u2009\u202f](?=\d)")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_CENTS = 100
_LEAST_TEXT = 8


@dataclass(frozen=True)
class Canary:
    """A secret, and those who may be told of it."""

    name: str
    known_to: frozenset[str]
    #: Looked for as they stand, and without regard to case.
    exact: frozenset[str]
    folded: frozenset[str]

    def is_in(self, text: "Text") -> bool:
        """Whether any spelling of it stands there."""
        return any(one in text.plain for one in self.exact) or any(
            one in text.folded for one in self.folded
        )


@dataclass(frozen=True)
class Text:
    """Something that was sent, as it came and as its reader would see it."""

    plain: str
    folded: str

    @classmethod
    def of(cls, content: bytes) -> "Text":
        """Undoes escapes of JSON, HTML and addresses, and what separates digits."""
        plain = content.decode("utf-8", "replace")
        seen = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), plain)
        read = unquote(unescape(seen))
        forms = [plain, read] if read != plain else [plain]
        squeezed = [_SEPARATORS.sub("", form) for form in forms]
        return cls("\n".join([*forms, *squeezed]), "\n".join([*forms, *squeezed]).casefold())


def amount(name: str, known_to: Iterable[str], minor: int, *near: int) -> Canary:
    """An amount in minor units, to the major unit; ``near`` are others that would betray it."""
    size = (minor.bit_length() + 7) // 8
    packed = [minor.to_bytes(size, order) for order in ("big", "little")]
    digits = str(minor)
    return Canary(
        name,
        frozenset(known_to),
        exact=_in_base64(digits.encode(), str(minor // _CENTS).encode(), *packed),
        folded=frozenset(
            {
                *(str(one // _CENTS) for one in (minor, *near)),
                f"{minor:x}",
                *(one.hex() for one in packed),
                *_digests(digits.encode()),
            }
        ),
    )


def identifier(name: str, known_to: Iterable[str], value: UUID) -> Canary:
    """The id of an account or of something that leads to one."""
    return Canary(
        name,
        frozenset(known_to),
        exact=_in_base64(value.bytes, str(value).encode(), value.hex.encode()),
        folded=frozenset({str(value), value.hex, str(value.int), *_digests(str(value).encode())}),
    )


def words(name: str, known_to: Iterable[str], text: str) -> Canary:
    """A name, or the part of an address that is somebody's own."""
    written = text.encode()
    return Canary(
        name,
        frozenset(known_to),
        exact=_in_base64(written),
        folded=frozenset({text.casefold(), quote(text).casefold(), written.hex()})
        | _digests(written),
    )


def secret(name: str, known_to: Iterable[str], value: bytes) -> Canary:
    """Random bytes: a salt, or a key."""
    return Canary(
        name, frozenset(known_to), exact=_in_base64(value), folded=frozenset({value.hex()})
    )


def credential(name: str, known_to: Iterable[str], value: str) -> Canary:
    """A token, which is of use to nobody in any other spelling."""
    return Canary(name, frozenset(known_to), exact=frozenset({value}), folded=frozenset())


def _digests(content: bytes) -> frozenset[str]:
    # Of an amount a plain digest is no secret: all amounts are soon tried.
    return frozenset(made(content).hexdigest() for made in (md5, sha1, sha256))


def _in_base64(*contents: bytes) -> frozenset[str]:
    """What stands in any base64 text that holds the content, wherever in it the content begins."""
    found = set()
    for content in contents:
        for before in range(3):
            for encode in (b64encode, urlsafe_b64encode):
                text = encode(bytes(before) + content).decode().rstrip("=")
                first = (before * 8 + 5) // 6
                whole = (before + len(content)) * 8 // 6
                found.add(text[first:whole])
    return frozenset(one for one in found if len(one) >= _LEAST_TEXT)
