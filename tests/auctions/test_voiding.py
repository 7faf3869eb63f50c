"""Voids through the services: the vectors, the bidders' rows, refusals and the preview."""

from uuid import UUID

import pytest

from tests.auctions.engine.vectors import VECTORS, Vector
from tests.auctions.selling import a_sale, a_seller, lots_of
from tests.auctions.test_bidding import bid
from tests.factories import a_staff_actor, an_actor
from vendue.auctions.errors import BidNotStanding, LotClosed
from vendue.auctions.models import AutoBid, LotFact, LotState
from vendue.auctions.queries import lots as queries
from vendue.auctions.services import cancelling, voiding
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)

STAFF_SCOPE = "staff:auctions"
WITH_VOID = [vector for vector in VECTORS if vector.void is not None]


def played(vector: Vector) -> tuple[UUID, dict[str, Actor], list[int]]:
    """The bids of a vector, placed: the lot, who is who and the sequence of each bid."""
    seller = a_seller()
    (lot,) = lots_of(seller, reserve_minor=vector.reserve_minor)
    a_sale(seller, lot)
    actors = {name: an_actor() for name in {step.bidder for step in vector.steps}}
    sequences = []
    for step in vector.steps:
        status, answer = bid(lot.id, actors[step.bidder], step.maximum_minor)
        assert status == 201
        sequences.append(answer["bid"]["sequence"])
    return lot.id, actors, sequences


@pytest.mark.parametrize("vector", WITH_VOID, ids=lambda vector: f"vector-{vector.number}")
def test_the_vectors_with_a_void(vector):
    lot_id, actors, sequences = played(vector)
    outcome = voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE),
        lot_id=lot_id,
        sequences=[sequences[vector.void]],
        reason="Bid by mistake.",
    )
    leader, price_minor = vector.before_void
    row = LotState.objects.get(lot_id=lot_id)
    assert outcome.before.price_minor == price_minor
    assert (row.leader_id, row.price_minor) == (
        actors[vector.leader].account_id,
        vector.price_minor,
    )
    assert (row.epoch, row.sequence) == (1, outcome.before.sequence + 1)
    fact = LotFact.objects.get(kind="void")
    assert fact.voided_sequences == [sequences[vector.void]]
    assert fact.hash == row.head_hash
    assert OutboxEvent.objects.filter(name="lot.bid_voided").count() == 1
    assert leader in actors


def test_each_bidders_row_says_what_still_stands():
    lot_id, actors, sequences = played(VECTORS[20])  # A 50, B 60, C 70
    voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE),
        lot_id=lot_id,
        sequences=sequences[1:],
        reason="Two were one person.",
    )
    rows = {row.account_id: (row.maximum_minor, row.sequence) for row in AutoBid.objects.all()}
    assert rows == {
        actors["A"].account_id: (5_000, sequences[0]),
        actors["B"].account_id: (None, None),
        actors["C"].account_id: (None, None),
    }
    state = queries.lot_state(lot_id)
    assert (state.price_minor, state.leader, state.bid_count) == (1_000, "bidder 1", 1)


def test_a_bidder_falls_back_to_the_bid_before_and_may_bid_again():
    seller = a_seller()
    (lot,) = lots_of(seller)
    a_sale(seller, lot)
    first, second = an_actor(), an_actor()
    bid(lot.id, first, 3_000)
    _, raised = bid(lot.id, first, 9_000)
    bid(lot.id, second, 5_000)
    voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE),
        lot_id=lot.id,
        sequences=[raised["bid"]["sequence"]],
        reason="A slip of the hand.",
    )
    assert AutoBid.objects.get(account_id=first.account_id).maximum_minor == 3_000
    row = LotState.objects.get(lot=lot)
    assert (row.leader_id, row.price_minor) == (second.account_id, 3_100)
    status, answer = bid(lot.id, first, 6_000)
    assert (status, answer["standing"], answer["state"]["price_minor"]) == (201, "leading", 5_100)
    assert answer["state"]["leader"] == "bidder 1"


def test_voiding_all_bids_leaves_the_start_price_and_nobody_leading():
    lot_id, _, sequences = played(VECTORS[1])
    outcome = voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE), lot_id=lot_id, sequences=sequences, reason="All fake."
    )
    assert (outcome.after.price_minor, outcome.after.leader) == (1_000, None)
    assert outcome.after.minimum_bid_minor == 1_000
    assert [(one.bidder, one.led_before, one.leads_after) for one in outcome.touched] == [
        ("bidder 1", True, False),
        ("bidder 2", False, False),
    ]


def test_a_preview_says_the_same_and_changes_nothing():
    lot_id, _, sequences = played(VECTORS[20])
    before = LotState.objects.values().get()
    facts, events = LotFact.objects.count(), OutboxEvent.objects.count()
    preview = voiding.preview_void(lot_id=lot_id, sequences=[sequences[2]])
    assert LotState.objects.values().get() == before
    assert (LotFact.objects.count(), OutboxEvent.objects.count()) == (facts, events)
    assert not AuditEntry.objects.filter(action="lot.void_bids").exists()
    done = voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE), lot_id=lot_id, sequences=[sequences[2]], reason="Yes."
    )
    assert done == preview


def test_the_reason_stands_in_the_trail_without_any_maximum():
    lot_id, _, sequences = played(VECTORS[20])
    voiding.void_bids(
        actor=a_staff_actor(STAFF_SCOPE), lot_id=lot_id, sequences=[sequences[2]], reason="Shill."
    )
    entry = AuditEntry.objects.get(action="lot.void_bids")
    assert (entry.reason, entry.before, entry.after) == (
        "Shill.",
        {"epoch": 0, "price_minor": 6_100},
        {"epoch": 1, "price_minor": 5_100, "voided_sequences": [sequences[2]]},
    )


def test_what_is_no_standing_bid_is_refused_and_nothing_moves():
    lot_id, _, sequences = played(VECTORS[1])  # A 50, B 30: fact 3 is A's automatic bid
    staff = a_staff_actor(STAFF_SCOPE)
    before = LotState.objects.values().get()
    for named in ([3], [99], [sequences[0], 99]):
        with pytest.raises(BidNotStanding):
            voiding.void_bids(actor=staff, lot_id=lot_id, sequences=named, reason="A try.")
    assert LotState.objects.values().get() == before
    voiding.void_bids(actor=staff, lot_id=lot_id, sequences=[sequences[1]], reason="Once.")
    with pytest.raises(BidNotStanding):
        voiding.void_bids(actor=staff, lot_id=lot_id, sequences=[sequences[1]], reason="Twice.")
    with pytest.raises(NotFound):
        voiding.void_bids(actor=staff, lot_id=new_id(), sequences=[1], reason="Nothing.")


def test_a_closed_lot_is_not_voided():
    lot_id, _, sequences = played(VECTORS[1])
    staff = a_staff_actor(STAFF_SCOPE)
    cancelling.cancel_lot(actor=staff, lot_id=lot_id, reason="It broke.")
    with pytest.raises(LotClosed):
        voiding.void_bids(actor=staff, lot_id=lot_id, sequences=sequences, reason="Too late.")
    assert not LotFact.objects.filter(kind="void").exists()
