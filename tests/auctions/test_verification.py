"""The checker on an honest market, and on one whose rows somebody changed."""

import json
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.auctions.bids import bid, buy
from tests.factories import a_live_lot, a_staff_actor, an_account, an_actor
from vendue.auctions.models import AutoBid, LotFact, LotState
from vendue.auctions.services import closing, reserves, voiding
from vendue.auctions.services.verification import checking
from vendue.auctions.services.verification.findings import Invariant
from vendue.identity.models import Membership, Organisation
from vendue.kernel import clock
from vendue.kernel.ids import new_id
from vendue.platform.models import IdempotencyKey, OutboxEvent
from vendue.platform.services import sealing
from vendue.trust.models import Suspension

pytestmark = pytest.mark.django_db(transaction=True)


def everything_that_can_happen() -> list[UUID]:
    """Lots with a tie, an answer, own raises, a void, a lowered reserve, a purchase, an end."""
    buyers = [an_actor() for _ in range(3)]
    contested = a_live_lot(seconds_left=20)
    for actor, maximum_minor in ((0, 5_000), (1, 5_000), (2, 900), (2, 6_000), (0, 8_000), (0, 50)):
        bid(contested.lot_id, buyers[actor], maximum_minor)
    standing = voiding.standing_bids(contested.lot_id)
    voiding.void_bids(
        actor=a_staff_actor(), lot_id=contested.lot_id, sequences=[standing[-1].sequence],
        reason="a mistake",
    )  # fmt: skip
    bid(contested.lot_id, buyers[1], 9_000)

    reserved = a_live_lot(reserve_minor=9_000, seconds_left=3600 * 24)
    bid(reserved.lot_id, buyers[0], 4_000)
    bid(reserved.lot_id, buyers[1], 6_000)
    seller = an_actor(reserved.seller)
    reserves.lower_reserve(actor=seller, lot_id=reserved.lot_id, reserve_minor=5_500)

    secret = a_live_lot(reserve_minor=9_000, seconds_left=3600 * 24)
    bid(secret.lot_id, buyers[0], 4_000)
    reserves.lower_reserve(actor=an_actor(secret.seller), lot_id=secret.lot_id, reserve_minor=8_000)

    bought = a_live_lot(buy_now_minor=9_000)
    buy(bought.lot_id, buyers[0])
    buy(bought.lot_id, buyers[1])
    unsold = a_live_lot(seconds_left=-1)
    bid(unsold.lot_id, buyers[0], 5_000)
    closing.close_due_lots()
    sealing.seal_waiting()
    return [lot.lot_id for lot in (contested, reserved, secret, bought, unsold)]


def test_an_honest_market_is_clean():
    everything_that_can_happen()
    findings = checking.check()
    assert findings.examples == {}
    assert findings.checked["lots"] == 5
    assert findings.checked["facts"] == LotFact.objects.count() > 12
    assert findings.checked["answers"] == IdempotencyKey.objects.count()


def changed(sql: str, *parameters: object) -> frozenset[Invariant]:
    """What the checker says after somebody with all rights changed rows."""
    everything_that_can_happen()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, parameters)
        assert cursor.rowcount > 0
        cursor.execute("RESET session_replication_role")
    return checking.check().violated()


# Each change of a single value, and the invariants of which at least these must be named.
CHANGES = {
    "a price": ("UPDATE auctions_lotfact SET price_minor = 1 WHERE sequence = 2", "I1 I3 I14"),
    "a maximum": (
        "UPDATE auctions_lotfact SET maximum_minor = maximum_minor + 1 WHERE kind = 'bid'",
        "I3 I14",
    ),
    "a bidder": (
        "UPDATE auctions_lotfact SET bidder_id = gen_random_uuid() WHERE sequence = 1",
        "I3",
    ),
    "a time": (
        "UPDATE auctions_lotfact SET at = at - interval '1 minute' WHERE sequence = 3",
        "I9 I14",
    ),
    "an end": (
        "UPDATE auctions_lotfact SET ends_at = ends_at - interval '1 hour' WHERE sequence = 2",
        "I8 I14",
    ),
    "a result": (
        "UPDATE auctions_lotfact SET result = 'sold' WHERE result = 'unsold'",
        "I3 I4 I5",
    ),
    "a lost fact": ("DELETE FROM auctions_lotfact WHERE sequence = 2", "I6 I7 I11 I14"),
    "a commitment": (
        "UPDATE auctions_lotfact SET bidder_commitment = repeat('0', 64) WHERE sequence = 1",
        "I14",
    ),
    "the head": ("UPDATE auctions_lotstate SET head_hash = repeat('0', 64)", "I14"),
    "the row's end": (
        "UPDATE auctions_lotstate SET ends_at = ends_at + interval '1 second'",
        "I3",
    ),
    "the terms": (
        "UPDATE auctions_lotstate SET terms = jsonb_set(terms, '{start_price_minor}', '999')",
        "I14",
    ),
    "the published reserve": (
        (
            "UPDATE auctions_lotstate SET published_reserve_minor = 9001 "
            "WHERE published_reserve_minor IS NOT NULL"
        ),
        "I3 I14",
    ),
    "a standing maximum": ("UPDATE auctions_autobid SET maximum_minor = 1", "I3"),
    "a lost event": ("DELETE FROM platform_outboxevent WHERE name = 'lot.extended'", "I7"),
    "a doubled event": (
        (
            "INSERT INTO platform_outboxevent (event_id, name, channel, payload, occurred_at) "
            "SELECT gen_random_uuid(), name, channel, payload, occurred_at "
            "FROM platform_outboxevent WHERE name = 'lot.bought'"
        ),
        "I7",
    ),
    "a lost answer": ("DELETE FROM platform_idempotencykey WHERE status = 201", "I11"),
    "an answer": (
        (
            "UPDATE platform_idempotencykey SET body = convert_to(replace("
            "convert_from(body, 'UTF8'), '\"bid_count\":1', '\"bid_count\":2'), 'UTF8') "
            "WHERE status = 201"
        ),
        "I7",
    ),
    "a receipt": (
        (
            "UPDATE platform_idempotencykey SET body = convert_to(replace("
            "convert_from(body, 'UTF8'), '\"receipt\":\"ey', '\"receipt\":\"fy'), 'UTF8') "
            "WHERE status = 201"
        ),
        "I14",
    ),
    "an amount in an event": (
        (
            "UPDATE platform_outboxevent SET payload = "
            "regexp_replace(payload, '\"amount_minor\":([0-9]+)', '\"amount_minor\":\\1.0') "
            "WHERE name = 'lot.bid_placed'"
        ),
        "I7 I17",
    ),
    "the audit trail": ("UPDATE platform_auditentry SET reason = 'another'", "I14"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_row_is_found(what: str):
    sql, invariants = CHANGES[what]
    assert changed(sql) >= {Invariant(name) for name in invariants.split()}


def test_a_seller_a_member_and_a_suspended_account_among_the_bidders_are_found():
    organisation = Organisation.objects.create(name="A house", country="LV", is_trader=True)
    lots = [a_live_lot(organisation_id=organisation.id) for _ in range(3)]
    seller, member, suspended, free = (an_account() for _ in range(4))
    for lot, account in zip(lots, (seller, member, suspended), strict=True):
        bid(lot.lot_id, an_actor(account), 5_000)
        bid(lot.lot_id, an_actor(free), 9_000)
    assert checking.check().is_clean

    before = clock.now() - timedelta(hours=1)
    LotState.objects.filter(lot_id=lots[0].lot_id).update(seller_id=seller.id)
    Membership.objects.create(organisation=organisation, account=member, role="owner",
                              accepted_at=before)  # fmt: skip
    Membership.objects.create(organisation=organisation, account=free, role="owner",
                              created_at=before,
                              accepted_at=clock.now() + timedelta(hours=1))  # fmt: skip
    lots_by_others = Organisation.objects.create(name="A rival", country="LV", is_trader=True)
    LotState.objects.filter(lot_id=lots[2].lot_id).update(organisation_id=lots_by_others.id)
    Membership.objects.create(organisation=lots_by_others, account=free, role="owner",
                              created_at=before)  # fmt: skip
    Suspension.objects.create(account=suspended, reason="x", suspended_by=new_id(),
                              starts_at=before)  # fmt: skip
    findings = checking.check()
    assert findings.violated() == {Invariant.I15}
    assert findings.counts[Invariant.I15] == 3


def test_an_erased_bidder_leaves_a_chain_that_verifies():
    everything_that_can_happen()
    AutoBid.objects.update(secret=None)
    assert checking.check().is_clean


def test_the_command_reports_and_fails_where_something_is_wrong():
    everything_that_can_happen()
    shown = StringIO()
    call_command("verify", stdout=shown)
    assert "I14  ok" in shown.getvalue()

    OutboxEvent.objects.filter(name="lot.closed").delete()
    shown = StringIO()
    with pytest.raises(CommandError, match=r"Violated: I7\.") as failed:
        call_command("verify", "--json", stdout=shown)
    assert failed.value.returncode == 1
    report = json.loads(shown.getvalue())
    assert report["clean"] is False
    assert report["invariants"]["I7"]["violations"] == 1
    assert "events" in report["invariants"]["I7"]["examples"][0]["detail"]
