"""Facet tokens: a number for each value of each facet, by which listings are narrowed and counted.

A number, because a search compares and counts very many of them. It is the beginning of a hash, so
nobody keeps a dictionary: 64 bits collide once among four thousand million different values.
"""

from functools import lru_cache
from hashlib import sha256
from itertools import product
from string import ascii_uppercase

# Facets that every lot has; an attribute's name cannot begin with `@`.
CATEGORY = "@category"
CONDITION = "@condition"
COUNTRY = "@country"
SELLER = "@seller"
SELLER_KIND = "@seller_kind"

#: Everything that may be a country's code.
COUNTRIES = tuple("".join(pair) for pair in product(ascii_uppercase, repeat=2))


@lru_cache(maxsize=8_192)
def token(name: str, value: str) -> int:
    """The token of one value of one facet, as PostgreSQL's ``bigint``."""
    digest = sha256(f"{name}={value}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
