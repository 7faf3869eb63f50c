"""The SDK's own check of histories: true ones hold, each lie is found, receipts open."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings

from tests.auctions.engine.published import LOT, publish, seal
from tests.auctions.engine.sale import ENDS, OPENS, Sale
from tests.auctions.engine.test_machine import SaleMachine
from tests.sdk.people import a_bidder, a_lot_on_sale
from vendue.auctions.engine.history import timestamp
from vendue_sdk import AsyncVendue, Vendue
from vendue_sdk.errors import HistoryUnreadable
from vendue_sdk.history.checking import check
from vendue_sdk.history.receipts import check_commitments, check_receipt
from vendue_sdk.history.record import HistoryRecord
from vendue_sdk.history.rules import Increments

LATE = ENDS - timedelta(seconds=5)


def a_record(terms, facts):
    return HistoryRecord(str(LOT), terms, facts, None)


class CheckedSales(SaleMachine):
    """Random sales whose histories the SDK checks as well."""

    def teardown(self):
        super().teardown()
        if hasattr(self, "sale"):
            assert check(a_record(*publish(self.sale))).fault is None


class TestCheckedSales(CheckedSales.TestCase):
    """With every run of the tests."""

    settings = settings(
        max_examples=60,
        deadline=None,
        stateful_step_count=40,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


def a_sale():
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


@pytest.mark.parametrize(
    ("position", "lies", "name"),
    [
        (1, {"amount_minor": 1_001, "price_minor": 1_001}, "price"),
        (1, {"at": timestamp(OPENS - timedelta(seconds=1))}, "not_open"),
        (1, {"bidder": "bidder 2", "leader": "bidder 2"}, "bidder"),
        (1, {"commitments": {"bidder": None, "maximum": None}}, "commitments"),
        (2, {"amount_minor": 1_049, "price_minor": 1_049}, "minimum_bid"),
        (2, {"amount_minor": 2_900}, "amount"),
        (3, {"amount_minor": 3_101, "price_minor": 3_101}, "price"),
        (3, {"kind": "bid"}, "answer"),
        (4, {"price_minor": 3_000, "amount_minor": 3_000}, "price_fell"),
        (4, {"price_minor": 3_150, "amount_minor": 3_150}, "minimum_bid"),
        (4, {"result": "sold"}, "result"),
        (5, {"ends_at": timestamp(ENDS + timedelta(seconds=1))}, "end_moved"),
        (7, {"epoch": 0}, "epoch"),
        (7, {"voided_sequences": [3]}, "void"),
        (7, {"leader": None}, "leader"),
        (8, {"at": timestamp(OPENS)}, "time"),
        (10, {"ends_at": timestamp(ENDS + timedelta(seconds=26))}, "extension"),
        (10, {"kind": "reserve_met", "ends_at": timestamp(ENDS)}, "extension"),
        (11, {"at": timestamp(ENDS)}, "early_close"),
        (11, {"result": "reserve_not_met"}, "result"),
        (11, {"bidder": "bidder 1"}, "winner"),
        (11, {"leader": "bidder 1"}, "leader"),
        (11, {"kind": "cancel"}, "result"),
        (11, {"kind": "cancel", "result": "cancelled"}, "late_cancel"),
        (11, {"kind": "purchase", "result": "bought"}, "not_open"),
    ],
)
def test_a_lie_that_is_chained_well_is_found(position, lies, name):
    terms, facts = publish(a_sale())
    assert check(a_record(terms, facts)).holds
    facts[position - 1] = {**facts[position - 1], **lies}
    verdict = check(a_record(terms, seal(terms, facts)))
    assert verdict.fault is not None
    assert verdict.fault.check == name


@pytest.mark.parametrize(
    ("tamper", "sequence", "name"),
    [
        (lambda facts: facts.pop(4), 5, "sequence"),
        (lambda facts: facts[2].update(price_minor=3_000), 3, "hash"),
        (lambda facts: facts[2].update(previous_hash="0" * 64), 3, "link"),
        (lambda facts: facts[5].pop("commitments"), 6, "shape"),
        (lambda facts: facts[0].update(lot_id="another"), 1, "lot"),
    ],
)
def test_a_broken_chain_is_found_at_its_first_bad_fact(tamper, sequence, name):
    terms, facts = publish(a_sale())
    tamper(facts)
    fault = check(a_record(terms, facts)).fault
    assert (fault.sequence, fault.check) == (sequence, name)


def test_other_terms_break_the_chain():
    terms, facts = publish(a_sale())
    assert check(a_record({**terms, "start_price_minor": 900}, facts)).fault.check == "link"


def test_a_step_lies_in_the_band_and_the_segment_of_its_amount():
    table = Increments(
        [
            {"from_minor": 100, "steps_minor": [10]},
            {"from_minor": 500, "steps_minor": [20, 30]},
            {"from_minor": 1_000, "basis_points": 333, "floor_minor": 50},
        ]
    )
    amounts = (1, 100, 499, 500, 519, 520, 549, 550, 999, 1_000, 1_502, 10_000)
    assert [table.step(a) for a in amounts] == [10, 10, 10, 20, 20, 30, 30, 20, 30, 50, 51, 333]
    assert table.is_one_above_some(579, 549)
    assert table.is_one_above_some(10_333, 9_000)
    assert not table.is_one_above_some(10_334, 10_000)


def test_a_bidder_opens_a_bid_of_the_real_market(base_url):
    lot_id = a_lot_on_sale()
    anna, berta = a_bidder(base_url), a_bidder(base_url)
    anna.lots.place_bid(lot_id, maximum_minor=5_000)
    placed = berta.lots.place_bid(lot_id, maximum_minor=3_000)
    record = Vendue(base_url=base_url).history_of(lot_id)
    verdict = check(record)
    assert (verdict.holds, verdict.facts, verdict.decisions) == (True, 3, 2)
    proof = berta.lots.get_bid_receipt(lot_id, placed.bid.bid_id).to_dict()
    assert proof["receipt"] == placed.bid.receipt
    assert check_receipt(record, placed.bid.receipt) is None
    assert check_commitments(record, proof) is None
    assert check_commitments(record, {**proof, "maximum_minor": 3_001}).check == "commitments"
    forged = placed.bid.receipt[:-8] + "AAAAAAAA"
    assert check_receipt(record, forged).check == "receipt"
    anna_saw = HistoryRecord(record.lot_id, record.terms, record.facts[:1], record.receipt_key)
    assert check_receipt(anna_saw, placed.bid.receipt).check == "receipt"


def test_a_long_history_is_one_download_of_several_pages(base_url, monkeypatch):
    monkeypatch.setattr("vendue_sdk.history.record._PAGE", 2)
    lot_id = a_lot_on_sale()
    bidders = [a_bidder(base_url) for _ in range(3)]
    for maximum_minor, bidder in zip((5_000, 6_000, 7_000), bidders, strict=True):
        bidder.lots.place_bid(lot_id, maximum_minor=maximum_minor)
    record = Vendue(base_url=base_url).history_of(lot_id)
    assert len(record.facts) == 3
    assert check(record).holds

    async def download():
        async with AsyncVendue(base_url=base_url) as vendue:
            return await vendue.history_of(lot_id)

    assert asyncio.run(download()) == record


def test_a_saved_record_is_read_back_whole(tmp_path):
    path = tmp_path / "history.json"
    record = a_record(*publish(a_sale()))
    record.save(path)
    assert HistoryRecord.load(path) == record


@pytest.mark.parametrize("text", ["", "[]", '{"lot_id": 1}', "\xff"])
def test_another_file_is_no_history(tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(HistoryUnreadable, match=r"other\.json"):
        HistoryRecord.load(path)


def test_terms_of_another_shape_are_a_fault_and_no_crash():
    terms, facts = publish(a_sale())
    odd = {**terms, "rules": {}}
    assert check(a_record(odd, seal(odd, facts))).fault.check == "terms"
    assert check(a_record({**terms, "rules": float("nan")}, facts)).fault.check == "terms"
    assert check(a_record([], facts)).fault.check == "terms"
