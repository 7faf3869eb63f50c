"""The chain of hashes, its commitments, and what tampering leads to (rule 7)."""

import json
from copy import deepcopy
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests.auctions.engine.published import LOT, a_salt, publish, salts_of
from tests.auctions.engine.sale import ENDS, Sale, a_bidder
from vendue.auctions.engine.history import (
    HASHED_FIELDS,
    bidder_commitment,
    canonical,
    commitment,
    content_hash,
    fact_content,
    maximum_commitment,
    published_terms,
    reserve_commitment,
    timestamp,
)
from vendue.auctions.engine.verifying import verify_chain, verify_history


def a_sale() -> Sale:
    """A sale with every kind of fact but a purchase and a cancellation."""
    sale = Sale(reserve_minor=4_000, buy_now_minor=90_000)
    sale.bid("A", 3_000)
    sale.bid("B", 2_000)
    sale.bid("C", 6_000)
    sale.bid("B", 5_960)
    sale.void(sale.bids()[1])
    sale.bid("A", 8_000, at=ENDS - timedelta(seconds=5))
    sale.close()
    return sale


TERMS, FACTS = publish(a_sale())


def test_a_true_history_holds():
    assert [fact["kind"] for fact in FACTS] == [
        "bid", "bid", "automatic_bid", "bid", "reserve_met", "bid", "automatic_bid", "void", "bid",
        "extension", "close",
    ]  # fmt: skip
    assert verify_history(TERMS, FACTS) == []


def test_a_history_without_facts_holds():
    assert verify_history(TERMS, []) == []


def test_the_first_fact_covers_the_published_terms():
    assert FACTS[0]["previous_hash"] == content_hash(TERMS)
    changed = {**TERMS, "start_price_minor": 1_001}
    (finding,) = verify_history(changed, FACTS)
    assert (finding.sequence, finding.check) == (1, "link")


def test_a_hash_is_the_sha_256_of_the_canonical_json():
    fact = FACTS[3]
    content = {name: fact[name] for name in HASHED_FIELDS}
    assert fact["hash"] == sha256(rfc8785.dumps(content)).hexdigest()
    assert set(fact) == {*HASHED_FIELDS, "hash"}


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), inner, max_size=4)
    ),
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), VALUES, max_size=6))
def test_our_canonical_form_is_that_of_rfc_8785(content: dict[str, Any]):
    assert canonical(content) == rfc8785.dumps(content)


@pytest.mark.parametrize("field", [*HASHED_FIELDS, "hash"])
@pytest.mark.parametrize("position", range(len(FACTS)))
def test_any_field_that_was_tampered_with_is_found(position: int, field: str):
    facts = deepcopy(FACTS)
    facts[position][field] = _another(facts[position][field])
    findings = verify_chain(TERMS, facts)
    assert findings
    assert position + 1 in {finding.sequence for finding in findings}


@pytest.mark.parametrize("field", [*HASHED_FIELDS, "hash"])
def test_a_missing_field_is_found(field: str):
    facts = deepcopy(FACTS)
    del facts[2][field]
    assert [(finding.sequence, finding.check) for finding in verify_chain(TERMS, facts)] == [
        (3, "shape")
    ]


def test_a_field_added_later_breaks_nothing():
    assert verify_history(TERMS, [{**fact, "novelty": 1} for fact in FACTS]) == []


@pytest.mark.parametrize("position", range(len(FACTS) - 1))
def test_a_fact_left_out_or_moved_is_found(position: int):
    without = FACTS[:position] + FACTS[position + 1 :]
    assert verify_chain(TERMS, without)
    swapped = [*FACTS]
    swapped[position : position + 2] = reversed(swapped[position : position + 2])
    assert verify_chain(TERMS, swapped)


def test_an_earlier_head_is_a_prefix_of_a_later_one():
    for length in range(len(FACTS)):
        assert verify_chain(TERMS, FACTS[:length]) == []


def test_nothing_public_holds_an_account_a_hidden_maximum_or_the_reserve():
    sale = Sale(reserve_minor=44_321)
    sale.bid("A", 23_457)
    sale.bid("B", 34_569)
    terms, facts = publish(sale)
    wire = json.dumps([terms, facts])
    for secret in ("44321", "34569", str(a_bidder("A")), str(a_bidder("B"))):
        assert secret not in wire
    assert facts[-1]["leader"] == "bidder 2"


def test_a_bidder_opens_the_commitments_of_its_own_bid():
    sale = a_sale()
    fact = sale.facts[3]
    salts = salts_of(fact)
    assert FACTS[3]["commitments"] == {
        "bidder": bidder_commitment(salts.bidder, a_bidder("C")),
        "maximum": maximum_commitment(salts.maximum, 6_000),
    }
    assert FACTS[3]["commitments"]["maximum"] != maximum_commitment(salts.maximum, 6_001)


def test_a_commitment_is_the_hash_of_domain_salt_and_value():
    salt = a_salt("any")
    assert (
        maximum_commitment(salt, 6_000) == sha256(b"vendue:maximum:1" + salt + b"6000").hexdigest()
    )
    same = {maximum_commitment(salt, 1), reserve_commitment(salt, 1)}
    assert len(same) == 2
    assert TERMS["reserve_commitment"] == reserve_commitment(a_salt("reserve"), 4_000)


def test_a_fact_commits_to_what_it_has():
    kinds = {fact["kind"]: fact["commitments"] for fact in FACTS}
    assert None not in kinds["bid"].values()
    assert kinds["automatic_bid"]["bidder"] is not None
    assert kinds["automatic_bid"]["maximum"] is None
    assert kinds["close"]["bidder"] is not None
    for kind in ("reserve_met", "extension", "void"):
        assert kinds[kind] == {"bidder": None, "maximum": None}


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_salt_has_thirty_two_bytes(length: int):
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(b"domain", b"s" * length, "value")


def test_a_lot_without_a_reserve_commits_to_none():
    assert published_terms(LOT, Sale().terms, None)["reserve_commitment"] is None


def test_times_are_written_in_utc_with_microseconds():
    riga = timezone(timedelta(hours=2))
    assert timestamp(datetime(2026, 3, 1, 11, tzinfo=riga)) == "2026-03-01T09:00:00.000000Z"
    at = datetime(2026, 3, 1, 9, 0, 0, 1, tzinfo=UTC)
    assert timestamp(at) == "2026-03-01T09:00:00.000001Z"


def test_the_content_of_a_fact_is_exactly_what_is_hashed():
    sale = a_sale()
    content = fact_content(LOT, sale.facts[0], salts_of(sale.facts[0]), "0" * 64)
    assert tuple(content) == HASHED_FIELDS


def _another(value: object) -> object:
    """A value of the same kind that is not the same."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return [*value, 1]
    if isinstance(value, dict):
        return {**value, "bidder": "0" * 64}
    if isinstance(value, str):
        return ("1" if value[0] != "1" else "2") + value[1:]
    return "something"
