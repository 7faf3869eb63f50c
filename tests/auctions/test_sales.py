"""Drafts of auctions: what a plan must be, and whose it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.auctions.selling import (
    a_draft,
    a_plan,
    a_sale,
    a_seller,
    a_stranger,
    lots_of,
    the_default_rules,
)
from tests.factories import a_lot, a_staff_actor
from vendue.auctions.errors import (
    AuctionNotDraft,
    InvalidRules,
    LotInAuction,
    RulesNotPublished,
)
from vendue.auctions.models import Auction, AuctionLot, RuleSet
from vendue.auctions.queries import sales as queries
from vendue.auctions.services import cancelling, sales, viewing
from vendue.auctions.services.plans import LotPlace
from vendue.catalogue.errors import LotNotApproved
from vendue.catalogue.models import Lot
from vendue.identity.models import Membership, Organisation
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import InvalidRequest, NotFound, Stale
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry

pytestmark = pytest.mark.django_db

GUEST = Actor(kind=ActorKind.GUEST)


def pointer_of(refusal) -> str:
    return refusal.value.data["errors"][0].pointer


def test_an_auction_of_one_lot_takes_its_title_currency_and_the_standard_rules():
    seller = a_seller()
    (lot,) = lots_of(seller)
    auction = a_draft(seller, lot, title=None)
    assert (auction.title, auction.currency, auction.status) == (lot.title, "USD", "draft")
    assert (auction.rule_set.name, auction.rule_set.number) == ("standard", 1)
    assert (auction.seller_id, auction.is_organisation) == (seller.account_id, False)
    assert AuditEntry.objects.filter(action="auction.create").count() == 1


def test_a_seller_chooses_among_published_rule_sets():
    seller = a_seller()
    (lot,) = lots_of(seller)
    hard_close = the_default_rules()["hard-close"]
    assert a_draft(seller, lot, rule_set_id=hard_close.id).rule_set.name == "hard-close"


def test_a_draft_rule_set_cannot_be_chosen():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = RuleSet.objects.create(name="mine", number=1, document={}, increment_tables={})
    with pytest.raises(RulesNotPublished):
        a_draft(seller, lot, rule_set_id=draft.id)
    assert not Auction.objects.exists()


def test_a_rule_set_must_cover_the_currency():
    seller = a_seller()
    (lot,) = lots_of(seller)
    narrow = the_default_rules()["hard-close"]
    tables = {"EUR": narrow.increment_tables["EUR"]}
    RuleSet.objects.filter(id=narrow.id).update(increment_tables=tables)
    with pytest.raises(InvalidRules):
        a_draft(seller, lot, rule_set_id=narrow.id)
    assert not Auction.objects.exists()


@pytest.mark.parametrize(
    ("times", "pointer"),
    [
        ({"ends_at": timedelta(minutes=-2)}, "/ends_at"),
        ({"ends_at": timedelta(days=61)}, "/ends_at"),
        ({"ends_at": timedelta(days=59), "interval_seconds": 86_400}, "/ends_at"),
        ({"starts_at": timedelta(days=400), "ends_at": timedelta(days=401)}, "/starts_at"),
    ],
)
def test_times_that_no_sale_can_have_are_refused(times, pointer):
    seller = a_seller()
    lots = lots_of(seller, 3)
    now = clock.now()
    fields = {
        name: now + value if isinstance(value, timedelta) else value
        for name, value in times.items()
    }
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, *lots, **fields)
    assert pointer_of(refusal) == pointer
    assert not Auction.objects.exists()


@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_the_calendar_overflow_nothing(at):
    seller = a_seller()
    (lot,) = lots_of(seller)
    for name in ("starts_at", "ends_at"):
        with pytest.raises(InvalidRequest):
            a_draft(seller, lot, **{name: at})
    with pytest.raises(InvalidRequest):
        a_draft(seller, lot, lots=[LotPlace(lot.id, at)])


def test_a_hard_end_is_not_before_the_lots_own_end():
    seller = a_seller()
    first, second = lots_of(seller, 2)
    end = clock.now() + timedelta(hours=1)
    places = [LotPlace(first.id, end), LotPlace(second.id, end)]
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, ends_at=end, interval_seconds=10, lots=places)
    assert pointer_of(refusal) == "/lots/1/hard_end"


def test_all_lots_have_one_seller_and_one_currency_and_appear_once():
    seller = a_seller()
    ours, euros = lots_of(seller)[0], lots_of(seller, currency="EUR")[0]
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, ours, euros)
    assert pointer_of(refusal) == "/lots/1"
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, ours, ours)
    assert pointer_of(refusal) == "/lots"
    with pytest.raises(NotFound):
        a_draft(seller, ours, a_lot())
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, ours, currency="EUR")
    assert pointer_of(refusal) == "/lots/0"
    assert not Auction.objects.exists()
    assert not AuctionLot.objects.exists()


def test_several_lots_need_a_title():
    seller = a_seller()
    with pytest.raises(InvalidRequest) as refusal:
        a_draft(seller, *lots_of(seller, 2), title=None)
    assert pointer_of(refusal) == "/title"


def test_a_lot_is_in_one_auction_only():
    seller = a_seller()
    (lot,) = lots_of(seller)
    a_draft(seller, lot)
    with pytest.raises(LotInAuction) as refusal:
        a_draft(seller, lot)
    assert refusal.value.data == {"lot_id": lot.id}
    assert Auction.objects.count() == 1


def test_a_withdrawn_lot_is_not_planned():
    seller = a_seller()
    (lot,) = lots_of(seller)
    Lot.objects.filter(id=lot.id).update(stage="withdrawn")
    with pytest.raises(LotNotApproved):
        a_draft(seller, lot)


def test_a_draft_is_changed_and_its_lots_are_replaced():
    seller = a_seller()
    first, second, third = lots_of(seller, 3)
    draft = a_draft(seller, first, second)
    changed = sales.update_auction(
        actor=seller,
        auction_id=draft.auction_id,
        version=1,
        changes={"title": "Watches", "lots": [LotPlace(third.id), LotPlace(first.id)]},
    )
    assert (changed.title, changed.version, changed.ends_at) == ("Watches", 2, draft.ends_at)
    placed = AuctionLot.objects.order_by("position").values_list("lot_id", "position")
    assert list(placed) == [(third.id, 1), (first.id, 2)]
    a_draft(seller, second)  # free again
    trail = AuditEntry.objects.get(action="auction.update")
    assert trail.before["title"] == "Clocks and watches"


def test_a_stale_change_changes_nothing():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    with pytest.raises(Stale):
        sales.update_auction(
            actor=seller, auction_id=draft.auction_id, version=2, changes={"title": "Other"}
        )
    assert Auction.objects.get().title == "Clocks and watches"


def test_only_staff_override_rules_and_only_with_rules():
    seller, staff = a_seller(), a_staff_actor("staff:auctions")
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    with pytest.raises(InvalidRules):
        sales.override_rules(
            actor=staff,
            auction_id=draft.auction_id,
            version=1,
            overrides={"anti_sniping": {"trigger_seconds": -1}},
            reason="A try.",
        )
    assert Auction.objects.get().overrides == {}
    published = a_sale(seller, *lots_of(seller))
    with pytest.raises(AuctionNotDraft):
        sales.override_rules(
            actor=staff, auction_id=published.auction_id, version=2, overrides={}, reason="Late."
        )


def test_a_draft_is_its_sellers_alone():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    assert viewing.auction_for(actor=seller, auction_id=draft.auction_id) == draft
    for stranger in (a_stranger(), GUEST):
        with pytest.raises(NotFound):
            viewing.auction_for(actor=stranger, auction_id=draft.auction_id)
        with pytest.raises(NotFound):
            viewing.lots_for(actor=stranger, auction_id=draft.auction_id, cursor=None, limit=1)
    for change in (
        lambda actor: sales.update_auction(
            actor=actor, auction_id=draft.auction_id, version=1, changes={}
        ),
        lambda actor: cancelling.cancel_auction(actor=actor, auction_id=draft.auction_id),
    ):
        with pytest.raises(NotFound):
            change(a_stranger())
    assert queries.published_auctions(status=None, seller_id=None, cursor=None, limit=9).items == []


def test_a_cancelled_draft_stays_hidden_and_a_cancelled_auction_public():
    seller = a_seller()
    first, second = lots_of(seller, 2)
    draft, published = a_draft(seller, first), a_sale(seller, second)
    for auction in (draft, published):
        cancelling.cancel_auction(actor=seller, auction_id=auction.auction_id)
    with pytest.raises(NotFound):
        viewing.auction_for(actor=GUEST, auction_id=draft.auction_id)
    seen = queries.published_auctions(
        status=queries.PublishedStatus.CANCELLED, seller_id=None, cursor=None, limit=9
    )
    assert [auction.auction_id for auction in seen.items] == [published.auction_id]


def test_a_published_auction_shows_each_lot_with_title_and_state(django_assert_max_num_queries):
    seller = a_seller()
    lots = lots_of(seller, 5, reserve_minor=5_000)
    auction = a_sale(seller, *lots)
    with django_assert_max_num_queries(6):
        page = viewing.lots_for(actor=GUEST, auction_id=auction.auction_id, cursor=None, limit=3)
    assert [lot.lot_id for lot in page.items] == [lot.id for lot in lots[:3]]
    assert page.items[0].title == lots[0].title
    assert page.items[0].thumbnail is None
    assert page.items[0].state.reserve == "not_met"
    rest = viewing.lots_for(
        actor=GUEST, auction_id=auction.auction_id, cursor=page.next_cursor, limit=3
    )
    assert [lot.position for lot in rest.items] == [4, 5]
    assert rest.next_cursor is None


def test_lists_of_auctions_page_by_their_end():
    seller = a_seller()
    ends = [clock.now() + timedelta(hours=hours) for hours in (3, 1, 2)]
    made = [a_sale(seller, *lots_of(seller), ends_at=end) for end in ends]
    first = queries.published_auctions(status=None, seller_id=None, cursor=None, limit=2)
    assert [a.auction_id for a in first.items] == [made[1].auction_id, made[2].auction_id]
    second = queries.published_auctions(
        status=None, seller_id=seller.account_id, cursor=first.next_cursor, limit=2
    )
    assert [a.auction_id for a in second.items] == [made[0].auction_id]
    nobody = queries.published_auctions(status=None, seller_id=new_id(), cursor=None, limit=2)
    assert nobody.items == []


def join(organisation, actor, role):
    Membership.objects.create(
        organisation=organisation, account_id=actor.account_id, role=role, accepted_at=clock.now()
    )


def test_members_with_the_right_to_sell_and_keys_act_for_an_organisation():
    owner, lister, analyst = a_seller(), a_seller(), a_seller()
    house = Organisation.objects.create(name="House", country="LV", is_trader=True)
    for actor, role in ((owner, "owner"), (lister, "lister"), (analyst, "analyst")):
        join(house, actor, role)
    (lot,) = lots_of(owner, seller_organisation=house)
    draft = a_draft(owner, lot)
    assert (draft.seller_id, draft.is_organisation) == (house.id, True)
    key = a_seller(organisation_id=house.id)
    join(house, key, "manager")
    for actor in (owner, lister, key):
        assert viewing.auction_for(actor=actor, auction_id=draft.auction_id) == draft
        own = viewing.own_auctions(actor=actor, status=None, cursor=None, limit=9)
        assert [auction.auction_id for auction in own.items] == [draft.auction_id]
    (other,) = lots_of(owner, seller_organisation=house)
    for actor in (analyst, a_stranger()):
        with pytest.raises(NotFound):
            a_draft(actor, other)
        with pytest.raises(NotFound):
            cancelling.cancel_auction(actor=actor, auction_id=draft.auction_id)


def test_a_key_does_not_reach_its_creators_own_auctions():
    seller = a_seller()
    (lot,) = lots_of(seller)
    draft = a_draft(seller, lot)
    house = Organisation.objects.create(name="House", country="LV", is_trader=True)
    join(house, seller, "owner")
    key = Actor(kind=ActorKind.ACCOUNT, account_id=seller.account_id, organisation_id=house.id)
    with pytest.raises(NotFound):
        viewing.auction_for(actor=key, auction_id=draft.auction_id)
    assert a_plan(lot).lots == [LotPlace(lot.id)]
