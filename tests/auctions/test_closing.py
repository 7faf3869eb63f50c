"""Closing: one result for each lot, under the lot's lock, however many closers there are."""

import threading
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import OperationalError, transaction

from tests import live
from tests.auctions.bids import bid, buy
from tests.auctions.selling import a_draft, a_sale, a_seller, lots_of
from tests.factories import a_live_lot, a_staff_actor, an_actor
from tests.faults.plays import at_once
from vendue.auctions.engine.figures import Decision, LotFigures
from vendue.auctions.models import Auction, AuctionStatus, LotFact, LotState
from vendue.auctions.services import cancelling, closing, scheduling
from vendue.auctions.services.verification import checking
from vendue.kernel import clock
from vendue.kernel.events import Event
from vendue.platform.models import OutboxEvent

pytestmark = pytest.mark.django_db(transaction=True)


def end_now(*lot_ids: UUID) -> None:
    """Move the ends of lots to this moment."""
    LotState.objects.filter(lot_id__in=lot_ids).update(
        ends_at=clock.database_now() - timedelta(milliseconds=1)
    )


def results() -> dict[UUID, str | None]:
    return dict(LotState.objects.values_list("lot_id", "result"))


def test_each_lot_gets_the_result_its_bids_give():
    sold, below, unsold = a_live_lot(), a_live_lot(reserve_minor=9_000), a_live_lot()
    bought, cancelled = a_live_lot(buy_now_minor=9_000), a_live_lot()
    winner = an_actor()
    bid(sold.lot_id, winner, 5_000)
    bid(below.lot_id, winner, 5_000)
    buy(bought.lot_id, winner)
    cancelling.cancel_lot(actor=a_staff_actor(), lot_id=cancelled.lot_id, reason="stolen goods")
    end_now(sold.lot_id, below.lot_id, unsold.lot_id)

    assert closing.close_due_lots() == 3
    assert closing.close_due_lots() == 0
    assert results() == {
        sold.lot_id: "sold",
        below.lot_id: "reserve_not_met",
        unsold.lot_id: "unsold",
        bought.lot_id: "bought",
        cancelled.lot_id: "cancelled",
    }
    closed = LotState.objects.get(lot_id=sold.lot_id)
    assert (closed.leader_id, closed.status) == (winner.account_id, "closed")
    last = LotFact.objects.filter(lot_id=sold.lot_id).latest("sequence")
    assert (last.kind, last.bidder_id, last.amount_minor) == ("close", winner.account_id, 1_000)
    assert LotFact.objects.exclude(result=None).count() == 5


def test_many_closers_at_once_give_each_lot_one_result():
    for _ in range(60):
        a_live_lot(seconds_left=-1)

    closed = live.at_the_same_time(4, lambda _: closing.close_due_lots())
    while count := closing.close_due_lots():
        closed.append(count)
    assert sum(closed) == 60
    assert LotFact.objects.filter(kind="close").count() == 60
    assert OutboxEvent.objects.filter(name="lot.closed").count() == 60
    assert checking.check().examples == {}


def test_a_lot_that_somebody_holds_delays_no_other():
    held, free = a_live_lot(seconds_left=-1), a_live_lot(seconds_left=-1)
    taken, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            LotState.objects.select_for_update(no_key=True).get(lot_id=held.lot_id)
            taken.set()
            done.wait(5)

    holder = at_once(hold)
    holder.start()
    taken.wait(5)
    assert closing.close_due_lots() == 1
    assert results() == {held.lot_id: None, free.lot_id: "unsold"}
    done.set()
    holder.join()
    assert closing.close_due_lots() == 1
    assert checking.check().examples == {}


def test_a_lot_that_was_extended_after_the_look_stays_open():
    lot = a_live_lot(seconds_left=5)
    bid(lot.lot_id, an_actor(), 5_000)  # extends it
    assert closing._close([lot.lot_id]) == 0
    assert results() == {lot.lot_id: None}


def test_an_extension_moves_no_lot_after_it():
    seller = a_seller()
    ends_at = clock.now() + timedelta(minutes=10)
    draft = a_draft(seller, *lots_of(seller, 3), ends_at=ends_at, interval_seconds=20)
    Auction.objects.filter(id=draft.auction_id).update(
        overrides={"anti_sniping": {"trigger_seconds": 3_600, "extend_seconds": 3_600}}
    )
    sale = scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    lots = LotState.objects.filter(auction_id=sale.auction_id).order_by("position")
    first, *later = [lot.ends_at for lot in lots]
    assert [end - first for end in later] == [timedelta(seconds=20), timedelta(seconds=40)]

    bid(lots[0].lot_id, an_actor(), 5_000)
    moved, *others = [lot.ends_at for lot in lots.all()]
    assert moved > first
    assert others == later


def test_an_auction_opens_at_its_start_and_ends_with_its_last_lot():
    seller = a_seller()
    sale = a_sale(seller, *lots_of(seller, 2), starts_at=clock.now() + timedelta(hours=1))
    assert closing.open_due_auctions() == 0
    Auction.objects.filter(id=sale.auction_id).update(starts_at=clock.now() - timedelta(hours=1))
    assert closing.open_due_auctions() == 1
    assert closing.open_due_auctions() == 0
    statuses = LotState.objects.values_list("status", flat=True)
    assert set(statuses) == {"live"}

    first, second = LotState.objects.order_by("position").values_list("lot_id", flat=True)
    LotState.objects.update(starts_at=clock.now() - timedelta(hours=1))
    end_now(first)
    assert closing.close_due_lots() == 1
    assert closing.finish_auction(auction_id=sale.auction_id) is False
    end_now(second)
    assert closing.close_due_lots() == 1
    assert closing.finish_auction(auction_id=sale.auction_id) is True
    assert closing.finish_auction(auction_id=sale.auction_id) is False
    auction = Auction.objects.get(id=sale.auction_id)
    assert auction.status == AuctionStatus.CLOSED
    assert auction.closed_at is not None
    assert OutboxEvent.objects.filter(name="auction.closed").count() == 1


def test_a_lot_that_cannot_be_closed_keeps_no_other_open(monkeypatch: pytest.MonkeyPatch):
    lots = [a_live_lot() for _ in range(3)]
    end_now(*(lot.lot_id for lot in lots))
    fine = closing.close

    def close(figures: LotFigures, at: datetime) -> Decision:
        if figures.price_minor == 7_777:
            raise AssertionError("figures that cannot be")
        return fine(figures, at)

    LotState.objects.filter(lot_id=lots[1].lot_id).update(price_minor=7_777)
    monkeypatch.setattr(closing, "close", close)
    assert closing.close_due_lots() == 2
    assert list(results().values()).count("unsold") == 2
    assert LotState.objects.get(lot_id=lots[1].lot_id).result is None
    monkeypatch.undo()
    assert closing.close_due_lots() == 1


def test_a_database_that_is_away_is_not_asked_about_each_lot(monkeypatch: pytest.MonkeyPatch):
    end_now(a_live_lot().lot_id)
    tries: list[object] = []

    def fail(lot_ids: object) -> int:
        tries.append(lot_ids)
        raise OperationalError

    monkeypatch.setattr(closing, "_close", fail)
    with pytest.raises(OperationalError):
        closing.close_due_lots()
    assert len(tries) == 1


def test_an_auction_that_cannot_be_opened_takes_back_no_other(monkeypatch: pytest.MonkeyPatch):
    seller = a_seller()
    for _ in range(2):
        a_sale(seller, *lots_of(seller, 1), starts_at=clock.now() + timedelta(hours=1))
    Auction.objects.update(starts_at=clock.now() - timedelta(hours=1))
    publish, heard = closing.outbox.publish, iter([True, False])

    def publish_once(event: Event) -> None:
        if not next(heard):
            raise OperationalError
        publish(event)

    monkeypatch.setattr(closing.outbox, "publish", publish_once)
    with pytest.raises(OperationalError):
        closing.open_due_auctions()
    monkeypatch.undo()
    assert Auction.objects.filter(status=AuctionStatus.LIVE).count() == 1
    assert closing.open_due_auctions() == 1
