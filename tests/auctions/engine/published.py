"""The history of a sale as the public reads it, and as the market seals it."""

from hashlib import sha256
from typing import Any

from tests.auctions.engine.sale import Sale, a_bidder
from vendue.auctions.engine.figures import Fact
from vendue.auctions.engine.history import Salts, content_hash, fact_content, published_terms

LOT = a_bidder("lot")


def a_salt(purpose: str) -> bytes:
    """A salt that a test can open again."""
    return sha256(purpose.encode()).digest()


def salts_of(fact: Fact) -> Salts:
    return Salts(a_salt(f"bidder {fact.sequence}"), a_salt(f"maximum {fact.sequence}"))


def publish(sale: Sale) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The terms and the sealed facts."""
    terms = published_terms(LOT, sale.terms, a_salt("reserve"))
    return terms, seal(terms, [fact_content(LOT, fact, salts_of(fact), "") for fact in sale.facts])


def seal(terms: dict[str, Any], contents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Chain contents, true or not, so that only their steps can give a lie away."""
    sealed: list[dict[str, Any]] = []
    previous_hash = content_hash(terms)
    for content in contents:
        chained = {name: value for name, value in content.items() if name != "hash"}
        chained["previous_hash"] = previous_hash
        previous_hash = content_hash(chained)
        sealed.append({**chained, "hash": previous_hash})
    return sealed
