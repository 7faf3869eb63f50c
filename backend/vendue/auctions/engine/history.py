"""The history of a lot as a chain of hashes that anyone can recompute (rule 7).

The public content of a fact is a flat JSON object; its hash is the SHA-256 of the object's
canonical form (RFC 8785). The object holds the hash before it; for the first fact that is the
hash of the lot's published terms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.figures import Fact, pseudonym
from vendue.auctions.engine.rule_documents import rules_document
from vendue.auctions.engine.terms import LotTerms

SALT_BYTES = 32
BIDDER_DOMAIN = b"vendue:bidder:1"
MAXIMUM_DOMAIN = b"vendue:maximum:1"
RESERVE_DOMAIN = b"vendue:reserve:1"

#: What a fact's hash covers. Fields that are added to the public fact later are not among them.
HASHED_FIELDS = (
    "lot_id",
    "sequence",
    "epoch",
    "kind",
    "bidder",
    "leader",
    "amount_minor",
    "price_minor",
    "ends_at",
    "at",
    "voided_sequences",
    "result",
    "commitments",
    "previous_hash",
)


@dataclass(frozen=True, slots=True)
class Salts:
    """Fresh random salts for the commitments of one fact; ``None`` where it has no such value."""

    bidder: bytes | None = None
    maximum: bytes | None = None


def commitment(domain: bytes, salt: bytes, value: str) -> str:
    """SHA-256(domain ‖ salt ‖ value) in hexadecimal: binds to the value without showing it.

    With the salt erased nothing can be learnt from it any more. Raises ``ValueError`` for a salt
    that is not 32 bytes long.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError("A salt has 32 bytes.")
    return sha256(domain + salt + value.encode()).hexdigest()


def bidder_commitment(salt: bytes, bidder: UUID) -> str:
    """Commits to the account behind a number."""
    return commitment(BIDDER_DOMAIN, salt, str(bidder))


def maximum_commitment(salt: bytes, maximum_minor: int) -> str:
    """Commits to a maximum, in minor units, written in decimal."""
    return commitment(MAXIMUM_DOMAIN, salt, str(maximum_minor))


def reserve_commitment(salt: bytes, reserve_minor: int) -> str:
    """Commits to a reserve, in minor units, written in decimal."""
    return commitment(RESERVE_DOMAIN, salt, str(reserve_minor))


def published_terms(lot_id: UUID, terms: LotTerms, reserve_salt: bytes | None) -> dict[str, Any]:
    """The public terms of a lot as JSON. Of a reserve they hold the commitment alone."""
    committed = None
    if terms.reserve_minor is not None:
        assert reserve_salt is not None
        committed = reserve_commitment(reserve_salt, terms.reserve_minor)
    return {
        "lot_id": str(lot_id),
        "currency": terms.currency,
        "start_price_minor": terms.start_price_minor,
        "reserve_commitment": committed,
        "buy_now_minor": terms.buy_now_minor,
        "starts_at": timestamp(terms.starts_at),
        "ends_at": timestamp(terms.ends_at),
        "hard_end": None if terms.hard_end is None else timestamp(terms.hard_end),
        "rules": rules_document(terms.rules),
    }


def fact_content(lot_id: UUID, fact: Fact, salts: Salts, previous_hash: str) -> dict[str, Any]:
    """What the public sees of a fact and its hash covers; neither account nor maximum."""
    bidder = maximum = None
    if fact.bidder is not None:
        assert salts.bidder is not None
        bidder = bidder_commitment(salts.bidder, fact.bidder)
    if fact.maximum_minor is not None:
        assert salts.maximum is not None
        maximum = maximum_commitment(salts.maximum, fact.maximum_minor)
    return {
        "lot_id": str(lot_id),
        "sequence": fact.sequence,
        "epoch": fact.epoch,
        "kind": fact.kind.value,
        "bidder": pseudonym(fact.bidder_number),
        "leader": pseudonym(fact.leader_number),
        "amount_minor": fact.amount_minor,
        "price_minor": fact.price_minor,
        "ends_at": timestamp(fact.ends_at),
        "at": timestamp(fact.at),
        "voided_sequences": list(fact.voided_sequences),
        "result": None if fact.result is None else fact.result.value,
        "commitments": {"bidder": bidder, "maximum": maximum},
        "previous_hash": previous_hash,
    }


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical(content)).hexdigest()


def canonical(content: Mapping[str, Any]) -> bytes:
    """The canonical JSON of RFC 8785.

    Sorting keys is all it takes: the keys are ASCII and the numbers integers within 2^53, for
    which the two forms are the same bytes.
    """
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def timestamp(at: datetime) -> str:
    """RFC 3339 in UTC, always with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
