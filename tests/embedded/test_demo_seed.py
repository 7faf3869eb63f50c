"""Seeding the demo market: complete, valid, and safe to repeat."""

import json

import pytest
from django.test import Client

from embedded.demo.seed import filling, standing
from embedded.demo.seed.standing import Found, Standing
from tests.auctions.selling import the_default_rules
from tests.embedded.demo_market import AUCTION, WHOLE, a_small_catalogue, draw_quickly
from tests.factories import an_account
from vendue.auctions.models import Auction, AuctionStatus, LotFact, LotState
from vendue.catalogue.models import Category, Lot, LotListing, Photograph
from vendue.identity.models import Account, Organisation
from vendue.kernel import clock

SMALL = a_small_catalogue()


@pytest.fixture(autouse=True)
def _quick_pictures(monkeypatch):
    draw_quickly(monkeypatch)


@pytest.fixture
def seed(tmp_path):
    """Fills the market with a few lots; may be called again."""

    def fill(catalogue=SMALL, at_once=None):
        the_default_rules()
        path = tmp_path / "accounts.json"
        filling.fill(path, processes=1, at_once=at_once, catalogue=catalogue)
        return path

    return fill


def end(result: str, **which) -> None:
    """Let lots end, as the closer and the relay would."""
    lots = Lot.objects.filter(stage="live", **which)
    LotState.objects.filter(lot__in=lots).update(status="closed")
    lots.update(stage="closed", result=result)


@pytest.mark.django_db
def test_every_lot_of_the_catalogue_is_on_sale_with_its_pictures(seed):
    seed(WHOLE)

    count = len(WHOLE.lots)
    assert Lot.objects.filter(stage="live").count() == LotListing.objects.count() == count
    assert Photograph.objects.filter(status="ready").count() == 2 * count
    assert Category.objects.count() == len(WHOLE.categories)
    assert LotFact.objects.filter(kind="bid").count() > count / 2
    singles = sum(lot.auction is None for lot in WHOLE.lots)
    assert Auction.objects.count() == singles + len(WHOLE.auctions)
    assert set(Auction.objects.values_list("status", flat=True)) == {"live", "scheduled"}
    # Every way that VAT is charged can be seen: a trader chose for what is used.
    schemes = set(Lot.objects.values_list("seller_kind", "vat_scheme"))
    assert schemes == {("private", None), ("trader", "margin"), ("trader", None)}

    # They end in minutes, in hours and in days.
    now = clock.now()
    left = [
        (ends - now).total_seconds() / 60
        for ends in LotState.objects.values_list("ends_at", flat=True)
    ]
    assert min(left) > 3
    assert sum(minutes < 16 for minutes in left) >= 3
    assert sum(minutes < 60 for minutes in left) >= 15
    assert sum(60 < minutes < 24 * 60 for minutes in left) >= 20
    assert sum(minutes > 24 * 60 for minutes in left) >= 20


@pytest.mark.django_db
def test_seeding_twice_leaves_one_of_each(seed):
    tables = (Account, Organisation, Category, Lot, Photograph, Auction, LotState, LotFact)
    seed()
    once = [table.objects.count() for table in tables]
    seed()
    assert [table.objects.count() for table in tables] == once


@pytest.mark.django_db
def test_one_of_each_role_can_sign_in(seed):
    shown = json.loads(seed().read_text())

    assert [one["role"] for one in shown] == ["staff", "buyer", "seller", "business"]
    for one in shown:
        body = {"email": one["email"], "password": one["password"]}
        answer = Client().post("/api/v1/sessions", body, content_type="application/json")
        assert answer.status_code == 201
    staff = {"email": shown[0]["email"], "password": shown[0]["password"]}
    path = "/api/admin/v1/sessions"
    assert Client().post(path, staff, content_type="application/json").status_code == 201


@pytest.mark.django_db
def test_a_lot_that_did_not_sell_is_relisted_and_one_that_did_is_written_anew(seed):
    seed()
    sold, unsold = (
        next(lot.title for lot in SMALL.lots if lot.ends == h) for h in ("hours", "days")
    )
    end("sold", title=sold)
    end("unsold", title=unsold)

    seed(at_once=1)

    assert Lot.objects.get(title=unsold, stage="live").relisted_from.title == unsold
    again = Lot.objects.get(title=sold, stage="live")
    assert again.relisted_from is None
    assert Photograph.objects.filter(lot=again, status="ready").count() == 2
    assert Lot.objects.filter(stage="live").count() == len(SMALL.lots)


@pytest.mark.django_db
def test_an_auction_comes_back_once_all_of_its_lots_have_ended(seed):
    seed()
    (sale,) = Auction.objects.filter(title__startswith="Laika")
    first, *others = LotState.objects.filter(auction=sale).values_list("lot_id", flat=True)

    end("sold", id=first)
    seed()
    assert Auction.objects.filter(title=sale.title).count() == 1

    end("sold", id__in=others)
    seed()
    new = Auction.objects.exclude(id=sale.id).get(title=sale.title)
    assert new.status == AuctionStatus.LIVE
    assert LotState.objects.filter(auction=new).count() == 3


@pytest.mark.django_db
def test_a_seeding_that_was_stopped_is_taken_up(seed, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(filling, "_open", lambda *_: None)
        seed()
    assert Lot.objects.filter(stage="approved").count() == len(SMALL.lots)

    seed()

    assert Lot.objects.filter(stage="live").count() == Lot.objects.count() == len(SMALL.lots)


@pytest.mark.django_db
def test_somebody_elses_market_stays_as_it_is(seed):
    an_account()

    path = seed()

    assert Account.objects.count() == 1
    assert not Lot.objects.exists()
    assert not path.exists()


def test_lots_that_are_on_sale_hold_back_their_own_auction_only():
    found = {lot.key: Found(Standing.OVER) for lot in SMALL.lots}
    in_auction = next(lot.key for lot in SMALL.lots if lot.auction == AUCTION)
    found[in_auction] = Found(Standing.THERE)

    wanted = standing.wanting(SMALL.lots, found)

    assert [[lot.auction for lot in sale] for sale in wanted] == [[None], [None], [None]]


def test_what_needs_no_drawing_is_put_up_first():
    singles = [lot for lot in SMALL.lots if lot.auction is None]
    sold, unsold, new = (lot.key for lot in singles)
    found = {
        sold: Found(Standing.OVER),
        unsold: Found(Standing.OVER, is_unsold=True),
        new: Found(Standing.MISSING),
    }

    wanted = standing.wanting(singles, found)

    assert [lot.key for sale in wanted for lot in sale] == [unsold, sold, new]
