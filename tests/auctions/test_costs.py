"""What a lot costs in all: on its page and in a preview, at the prices its auction has pinned."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import ProgrammingError, transaction

from tests.auctions.bids import bid
from tests.auctions.door import Door
from tests.auctions.selling import a_draft, a_sale, a_seller, lots_of
from tests.factories import a_live_lot, a_staff_actor, an_actor, the_default_prices
from vendue.auctions.models import Auction, AuctionStatus
from vendue.auctions.services import cancelling, sales, scheduling
from vendue.kernel.errors import Stale
from vendue.kernel.ids import new_id
from vendue.payments.errors import PricesNotPublished
from vendue.payments.models import PriceRule
from vendue.payments.services import prices
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db

WAYS = [
    {"method": "pickup", "area": "same_country", "price_minor": None, "note": ""},
    {"method": "parcel", "area": "same_country", "price_minor": 690, "note": ""},
    {"method": "parcel", "area": "european_union", "price_minor": 1_500, "note": ""},
]
DEARER = {"bands": [{"from_minor": 0, "basis_points": 2_500}], "minimum_minor": None}


@pytest.fixture
def door(monkeypatch):
    return Door(monkeypatch)


def a_version(name="standard", **premiums) -> PriceRule:
    staff = a_staff_actor("staff:rules")
    draft = prices.create_price_rule(
        actor=staff, name=name, premiums=premiums or {"USD": DEARER}, is_one_stop_shop=False
    )
    prices.publish_price_rule(actor=staff, price_rule_id=draft.price_rule_id, reason="Dearer.")
    return PriceRule.objects.get(id=draft.price_rule_id)


def costs(door, lot_id, query) -> dict:
    answer = door.ask("GET", f"/v1/lots/{lot_id}/costs?{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def preview(door, lot_id, maximum_minor, actor=None, **fields) -> dict:
    body = {"maximum_minor": maximum_minor, **fields}
    answer = door.ask("POST", f"/v1/lots/{lot_id}/bids/preview", actor, body)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_anybody_reads_what_amounts_come_to_line_by_line(door):
    lot = a_live_lot(shipping=WAYS)
    first, second = costs(door, lot.lot_id, "amount_minor=190000&amount_minor=1000")["items"]
    assert first == {
        "currency": "USD",
        "hammer_minor": 190_000,
        "premium_minor": 28_500,
        "premium_vat_minor": 5_985,
        "hammer_vat_minor": 0,
        "shipping_minor": 690,
        "total_minor": 225_175,
        "lines": [
            {"kind": "hammer", "amount_minor": 190_000, "basis_points": None, "base_minor": None},
            {
                "kind": "premium",
                "amount_minor": 28_500,
                "basis_points": 1_500,
                "base_minor": 190_000,
            },
            {"kind": "vat", "amount_minor": 5_985, "basis_points": 2_100, "base_minor": 28_500},
            {"kind": "shipping", "amount_minor": 690, "basis_points": None, "base_minor": None},
        ],
        "vat_scheme": "private_seller",
        "vat_country": "LV",
        "shipping_method": "parcel",
        "destination": "LV",
        "price_rule_id": str(the_default_prices().id),
        "price_rule_version": 1,
    }
    assert (second["hammer_minor"], second["total_minor"]) == (1_000, 1_000 + 150 + 32 + 690)


def test_where_a_lot_goes_and_how_decides_what_its_shipping_costs(door):
    lot = a_live_lot(shipping=WAYS)
    for query, expected in (
        ("", ("LV", "parcel", 690)),
        ("&destination=DE", ("DE", "parcel", 1_500)),
        ("&destination=US", ("US", "pickup", None)),
        ("&shipping_method=pickup", ("LV", "pickup", None)),
    ):
        (found,) = costs(door, lot.lot_id, f"amount_minor=100{query}")["items"]
        assert (
            found["destination"],
            found["shipping_method"],
            found["shipping_minor"],
        ) == expected
        assert found["total_minor"] == 100 + 15 + 3 + (expected[2] or 0)


def test_a_way_that_does_not_reach_the_place_is_refused(door):
    lot = a_live_lot(shipping=WAYS)
    path = f"/v1/lots/{lot.lot_id}"
    answers = [
        door.ask("GET", f"{path}/costs?amount_minor=1&destination=US&shipping_method=parcel"),
        door.ask(
            "POST",
            f"{path}/bids/preview",
            body={"maximum_minor": 1, "destination": "US", "shipping_method": "parcel"},
        ),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (409, "delivery_not_offered")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "amount_minor=0",
        "amount_minor=1.0",
        "amount_minor=1e3",
        f"amount_minor={10**15 + 1}",
        "amount_minor=1&" * 8 + "amount_minor=1",
        "amount_minor=1&destination=lv",
        "amount_minor=1&destination=Latvia",
        "amount_minor=1&shipping_method=dove",
        "amount_minor=1&currency=EUR",
    ],
)
def test_what_is_no_question_is_refused(door, query):
    answer = door.ask("GET", f"/v1/lots/{a_live_lot().lot_id}/costs?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_a_lot_that_is_not_published_has_no_costs(door):
    (lot,) = lots_of(a_seller())
    for lot_id in (lot.id, new_id()):
        answer = door.ask("GET", f"/v1/lots/{lot_id}/costs?amount_minor=100")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_preview_says_what_the_maximum_costs_at_most(door):
    lot = a_live_lot(shipping=WAYS, seller_kind="trader", vat_scheme="margin")
    found = preview(door, lot.lot_id, 190_000)
    (listed,) = costs(door, lot.lot_id, "amount_minor=190000")["items"]
    assert found["costs"] == listed
    assert found["highest_hammer_minor"] == 190_000
    assert found["highest_total_minor"] == listed["total_minor"] == 225_175
    assert (listed["premium_minor"], listed["premium_vat_minor"]) == (34_485, 0)
    abroad = preview(door, lot.lot_id, 190_000, destination="DE")
    assert abroad["highest_total_minor"] == 225_175 - 690 + 1_500


def test_what_a_preview_costs_tells_nothing_of_what_others_hid(door):
    plain, secret = a_live_lot(), a_live_lot(reserve_minor=70_000)
    for lot, hidden in ((plain, 2_000), (secret, 60_000)):
        for maximum_minor in (hidden, 1_500):
            assert bid(lot.lot_id, an_actor(), maximum_minor)[0] == 201
    found = [preview(door, lot.lot_id, 50_000)["costs"] for lot in (plain, secret)]
    assert found[0] == found[1]


def test_costs_take_few_queries(door, django_assert_max_num_queries):
    lot = a_live_lot(shipping=WAYS)
    costs(door, lot.lot_id, "amount_minor=100")
    with django_assert_max_num_queries(5):
        costs(door, lot.lot_id, "amount_minor=100&amount_minor=200")


def test_an_auction_keeps_the_prices_it_was_published_with(door):
    seller = a_seller()
    first, second = lots_of(seller, 2)
    sale = a_sale(seller, first)
    assert (sale.price_rule.name, sale.price_rule.number) == ("standard", 1)
    planned = a_draft(seller, second)
    assert planned.price_rule is None
    newer = a_version()
    later = scheduling.schedule_auction(actor=seller, auction_id=planned.auction_id)
    assert (later.price_rule.price_rule_id, later.price_rule.number) == (newer.id, 2)
    found = [costs(door, lot.id, "amount_minor=1000")["items"][0] for lot in (first, second)]
    assert [(c["premium_minor"], c["price_rule_version"]) for c in found] == [(150, 1), (250, 2)]
    answer = door.ask("GET", f"/v1/auctions/{sale.auction_id}").json()
    assert answer["price_rule"]["price_rule_id"] == str(sale.price_rule.price_rule_id)
    rows = Auction.objects.filter(id=sale.auction_id)
    for change in ({"price_rule": newer}, {"price_rule": None}):
        with pytest.raises(ProgrammingError, match="keeps the prices"), transaction.atomic():
            rows.update(**change)


def test_staff_choose_the_prices_of_a_draft(door):
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    house = a_version("house")
    chosen = sales.override_prices(
        actor=staff,
        auction_id=draft.auction_id,
        version=1,
        price_rule_id=house.id,
        reason="Agreed with the house.",
    )
    assert (chosen.price_rule.name, chosen.version) == ("house", 2)
    assert AuditEntry.objects.get(action="auction.override_prices").after == {
        "price_rule_id": str(house.id)
    }
    with pytest.raises(Stale):
        sales.override_prices(
            actor=staff,
            auction_id=draft.auction_id,
            version=1,
            price_rule_id=None,
            reason="An old page.",
        )
    scheduling.schedule_auction(actor=seller, auction_id=draft.auction_id)
    assert costs(door, lot.id, "amount_minor=1000")["items"][0]["price_rule_id"] == str(house.id)
    answer = door.ask(
        "PATCH",
        f"/admin/v1/auctions/{draft.auction_id}/prices",
        staff,
        {"price_rule_id": None, "reason": "Too late."},
        If_Match='"3"',
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "auction_not_draft")


def test_prices_that_do_not_cover_the_currency_are_not_for_the_auction():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    with pytest.raises(PricesNotPublished):
        sales.override_prices(
            actor=staff,
            auction_id=draft.auction_id,
            version=1,
            price_rule_id=a_version("house", EUR=DEARER).id,
            reason="By mistake.",
        )
    assert Auction.objects.get(id=draft.auction_id).price_rule is None
    assert not AuditEntry.objects.filter(action="auction.override_prices").exists()


def test_what_was_published_before_there_were_prices_gets_the_first():
    seller = a_seller()
    kept, sold, draft = lots_of(seller, 3)
    sale, plan = a_sale(seller, sold), a_draft(seller, draft)
    cancelled = a_draft(seller, kept)
    cancelling.cancel_auction(actor=seller, auction_id=cancelled.auction_id)
    # A cancelled row may be without prices, and one that was published has its lots.
    Auction.objects.filter(id=sale.auction_id).update(status=AuctionStatus.CANCELLED)
    Auction.objects.filter(id=sale.auction_id).update(price_rule=None)
    backfill = import_module("vendue.auctions.migrations.0004_prices_of_published_auctions")
    backfill.give_them_the_first_prices(apps, None)
    found = dict(Auction.objects.values_list("id", "price_rule_id"))
    first = the_default_prices().id
    assert found == {
        sale.auction_id: first,
        plan.auction_id: None,
        cancelled.auction_id: None,
    }
