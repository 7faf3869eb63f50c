"""Histories that are chained well and still cannot be: every rule the shown amounts can tell."""

from datetime import timedelta
from typing import Any

import pytest

from tests.auctions.engine.published import publish, seal
from tests.auctions.engine.sale import ENDS, OPENS, Sale, some_rules
from vendue.auctions.engine.history import timestamp
from vendue.auctions.engine.rules import BuyNowPolicy, BuyNowUntil
from vendue.auctions.engine.verifying import verify_chain, verify_history

LATE = ENDS - timedelta(seconds=5)


def a_sale() -> Sale:
    """Facts: 1 bid A, 2 bid B, 3 answer, 4 bid C leads, 5 bid B, 6 answer capped, 7 void, 8 bid,
    9 answer, 10 extension, 11 close."""
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 3_000)
    sale.bid("C", 6_000)
    sale.bid("B", 5_960)
    sale.void(5)
    sale.bid("B", 5_200, at=LATE)
    sale.close()
    return sale


def checks(sale: Sale, position: int, **lies: Any) -> set[str]:
    """The checks that fail when one fact is replaced and everything is hashed anew."""
    terms, facts = publish(sale)
    facts[position - 1] = {**facts[position - 1], **lies}
    lying = seal(terms, facts)
    assert verify_chain(terms, lying) == []
    return {finding.check for finding in verify_history(terms, lying)}


def test_the_sale_behind_these_lies_is_true():
    terms, facts = publish(a_sale())
    assert len(facts) == 11
    assert verify_history(terms, facts) == []


@pytest.mark.parametrize(
    ("position", "lies", "check"),
    [
        (1, {"amount_minor": 1_001, "price_minor": 1_001}, "price"),
        (1, {"at": timestamp(OPENS - timedelta(seconds=1))}, "not_open"),
        (1, {"bidder": "bidder 2", "leader": "bidder 2"}, "bidder"),
        (2, {"amount_minor": 1_049, "price_minor": 1_049}, "minimum_bid"),
        (2, {"amount_minor": 2_900}, "amount"),
        (2, {"leader": "bidder 2"}, "answer"),
        (3, {"amount_minor": 3_101, "price_minor": 3_101}, "price"),
        (3, {"amount_minor": 3_099}, "amount"),
        (3, {"kind": "bid"}, "answer"),
        (3, {"bidder": "bidder 2"}, "answer"),
        (3, {"kind": "extension"}, "answer"),
        (4, {"price_minor": 3_000, "amount_minor": 3_000}, "price_fell"),
        (4, {"result": "sold"}, "result"),
        (5, {"ends_at": timestamp(ENDS + timedelta(seconds=1))}, "end_moved"),
        (6, {"leader": "bidder 2"}, "leader"),
        (7, {"epoch": 0}, "epoch"),
        (7, {"epoch": 2}, "epoch"),
        (7, {"voided_sequences": [3]}, "void"),
        (7, {"voided_sequences": []}, "void"),
        (7, {"leader": None}, "leader"),
        (8, {"epoch": 0}, "epoch"),
        (8, {"at": timestamp(OPENS)}, "time"),
        (10, {"ends_at": timestamp(ENDS + timedelta(seconds=26))}, "extension"),
        (10, {"price_minor": 9_999}, "price"),
        (10, {"kind": "reserve_met", "ends_at": timestamp(ENDS)}, "reserve"),
        (11, {"at": timestamp(ENDS)}, "early_close"),
        (11, {"result": "unsold"}, "result"),
        (11, {"result": "reserve_not_met"}, "result"),
        (11, {"bidder": "bidder 1"}, "winner"),
        (11, {"amount_minor": 5_000}, "winner"),
        (11, {"leader": "bidder 1"}, "leader"),
        (11, {"result": None}, "result"),
        (11, {"kind": "cancel"}, "result"),
        (11, {"kind": "purchase", "result": "bought"}, "price"),
    ],
)
def test_a_lie_about_one_fact_is_found(position: int, lies: dict[str, Any], check: str):
    assert check in checks(a_sale(), position, **lies)


def test_a_maximum_that_a_capped_price_gave_away_binds_what_follows():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.bid("B", 4_950)  # answered with 50.00, all of A's maximum
    sale.bid("C", 9_000)
    assert checks(sale, 4, price_minor=5_101, amount_minor=5_101) == {"price"}
    assert checks(sale, 4, price_minor=5_000, amount_minor=5_000) == {"price"}


def test_a_late_bid_that_does_not_extend_is_found():
    sale = Sale()
    sale.bid("A", 5_000, at=LATE)
    terms, facts = publish(sale)
    (finding,) = verify_history(terms, seal(terms, facts[:1]))
    assert (finding.sequence, finding.check) == (1, "extension")


def test_an_early_extension_is_found():
    sale = Sale()
    sale.bid("A", 5_000, at=LATE)
    early = timestamp(OPENS)
    terms, facts = publish(sale)
    lying = seal(terms, [{**fact, "at": early} for fact in facts])
    assert {finding.check for finding in verify_history(terms, lying)} == {"extension"}


def test_nothing_comes_after_the_result():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.cancel()
    terms, facts = publish(sale)
    again = {**facts[1], "sequence": 3}
    findings = verify_history(terms, seal(terms, [*facts, again]))
    assert [(finding.sequence, finding.check) for finding in findings] == [(3, "after_the_end")]


def test_a_cancellation_after_the_end_is_found():
    sale = Sale()
    sale.bid("A", 5_000)
    sale.cancel()
    terms, facts = publish(sale)
    late = [facts[0], {**facts[1], "at": timestamp(ENDS)}]
    findings = verify_history(terms, seal(terms, late))
    assert [(finding.sequence, finding.check) for finding in findings] == [(2, "late_cancel")]


def test_a_lowered_reserve_that_is_met_holds_and_needs_a_reserve():
    sale = Sale(reserve_minor=9_000)
    sale.bid("A", 5_000)
    sale.lower_reserve(4_000, at=sale.at + timedelta(seconds=1))
    sale.close()
    terms, facts = publish(sale)
    assert verify_history(terms, facts) == []
    assert checks(sale, 2, leader=None) >= {"leader"}
    none = {**terms, "reserve_commitment": None}
    findings = verify_history(none, seal(none, facts))
    assert [(finding.sequence, finding.check) for finding in findings] == [(2, "reserve")]


@pytest.mark.parametrize("reserve_minor", [4_000, 1_000])
def test_a_reserve_lowered_at_the_microsecond_of_a_bid_is_no_lie(reserve_minor: int):
    sale = Sale(reserve_minor=9_000)
    sale.bid("A", 5_000)
    sale.bid("B", 3_000)
    sale.bid("C", 6_000)
    sale.lower_reserve(reserve_minor)
    terms, facts = publish(sale)
    assert facts[-1]["at"] == facts[-2]["at"]
    assert verify_history(terms, facts) == []


def test_a_purchase_is_at_the_price_of_the_offer():
    sale = Sale(
        buy_now_minor=9_000, rules=some_rules(buy_now=BuyNowPolicy(BuyNowUntil.RESERVE_MET))
    )
    sale.buy("P")
    terms, facts = publish(sale)
    assert verify_history(terms, facts) == []
    assert checks(sale, 1, price_minor=8_999, amount_minor=8_999) == {"price"}
    assert checks(sale, 1, leader="bidder 2") == {"result"}
    assert checks(sale, 1, at=timestamp(ENDS)) == {"not_open"}


def test_a_consequence_without_a_cause_is_found():
    sale = Sale()
    sale.bid("A", 5_000, at=LATE)
    terms, facts = publish(sale)
    orphan = seal(terms, [{**facts[1], "sequence": 1}])
    assert "cause" in {finding.check for finding in verify_history(terms, orphan)}
