"""A market in use: something of every kind, in every stage, and somebody of every kind to ask.

Tests that go over *all* operations need real things behind the ids, or they only ever see 404.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction

from tests.auctions.selling import a_draft, a_sale, a_table, the_default_rules
from tests.catalogue.factories import a_category, a_listed_lot, a_lot, a_picture
from tests.factories import a_live_lot, the_default_prices
from tests.identity.factories import (
    PASSWORD,
    a_member,
    a_session,
    a_staff_account,
    an_account,
    an_actor,
    an_organisation,
)
from tests.platform.factories import a_bell_rung
from vendue.auctions.models import IncrementTable, RuleSet
from vendue.auctions.services import bidding
from vendue.auctions.services import rules as rule_services
from vendue.auctions.services.rules import RuleSetPlan
from vendue.catalogue.engine.words import SearchAlert
from vendue.catalogue.services import photographs, saved_searches, watching
from vendue.comms.events import NotificationKind
from vendue.comms.models import Notification, Topic
from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import MemberRole, Scope, StaffPermission
from vendue.identity.models import Account, Organisation, StaffMember
from vendue.identity.services import api_keys, authentication
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.ids import new_id
from vendue.payments.services import prices as price_services
from vendue.platform.models import FailedReaction, OutboxEvent
from vendue.platform.services import flags, limits, outbox, settings
from vendue.trust.services import suspensions

#: The scopes that a person has who buys and sells.
EVERY_SCOPE = frozenset(Scope)


@dataclass
class Market:
    """Who may be asked as, and the ids of what there is, by the name of the parameter."""

    tokens: dict[str, str] = field(default_factory=dict)
    refresh_tokens: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)

    def headers(self, caller: str) -> dict[str, str]:
        """What a caller's requests carry; nothing for a guest."""
        token = self.tokens.get(caller)
        return {} if token is None else {"Authorization": f"Bearer {token}"}

    def knows(self, name: str, *values: object) -> None:
        """These exist."""
        self.ids.setdefault(name, []).extend(str(value) for value in values)


@contextmanager
def a_market() -> Iterator[Market]:
    """A market inside a transaction that is rolled back at the end; limits are out of the way."""
    with pytest.MonkeyPatch.context() as patch, one_connection(), transaction.atomic():
        patch.setattr(limits, "SANDBOX_FACTOR", 10**6)
        limits._ALLOWANCES.forget()
        market = Market()
        _people(market)
        _things(market)
        _let_it_wait()
        yield market
        transaction.set_rollback(True)
    authentication._kept.clear()
    limits._ALLOWANCES.forget()


@contextmanager
def untouched() -> Iterator[None]:
    """Undo what happens inside: every case finds the market as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def one_connection() -> Iterator[None]:
    """Like Django's own test client: a request does not close the test's connection."""
    signals = [
        signal
        for signal in (request_started, request_finished)
        if signal.disconnect(close_old_connections)
    ]
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def _let_it_wait() -> None:
    # Making up cases takes seconds, in which the market's own limits would end the transaction.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def _people(market: Market) -> None:
    people = market.accounts
    for name in ("buyer", "seller", "stranger", "suspended"):
        people[name] = an_account()
    people["staff"] = a_staff_account(*StaffPermission)
    people["bare"] = an_account(roles=[])
    people["clerk"] = a_staff_account(StaffPermission.AUDIT)
    people["helper"] = a_staff_account()
    StaffMember.objects.filter(account=people["helper"]).update(permissions=[])
    for name, account in people.items():
        is_staff = name in {"staff", "clerk", "helper"}
        audience = Audience.STAFF if is_staff else Audience.PUBLIC
        session = a_session(account, password=PASSWORD, audience=audience)
        market.tokens[name] = session.access_token
        market.refresh_tokens[name] = session.refresh_token
        market.knows(f"session_id:{name}", session.session_id)
        market.knows(f"account_id:{name}", account.id)
    market.knows("session_id", a_session(people["seller"]).session_id)
    market.knows("account_id", *(people[n].id for n in ("buyer", "seller", "stranger")))
    staff = an_actor(people["staff"], kind=ActorKind.STAFF)
    suspension = suspensions.suspend(
        actor=staff, account_id=people["suspended"].id, reason="did not pay", ends_at=None
    )
    market.knows("suspension_id", suspension.id)
    _organisations(market)


def _organisations(market: Market) -> None:
    people = market.accounts
    own, other = an_organisation(people["seller"]), an_organisation(people["stranger"])
    a_member(own, people["buyer"], MemberRole.ANALYST)
    market.knows("organisation_id", own.id)
    market.knows("organisation_id:other", other.id)
    market.tokens["key"] = _a_key(market, people["seller"], own, Scope.PROFILE_READ)
    market.tokens["key without"] = _a_key(market, people["seller"], own, Scope.WATCH_WRITE)
    market.tokens["other key"] = _a_key(market, people["stranger"], other, Scope.PROFILE_READ)


def _a_key(market: Market, account: Account, organisation: Organisation, *scopes: Scope) -> str:
    made = api_keys.create(
        actor=an_actor(account, scopes=EVERY_SCOPE),
        organisation_id=organisation.id,
        name="A program",
        scopes=frozenset(scopes),
        days=30,
    )
    is_own = account is market.accounts["seller"]
    market.knows("api_key_id" if is_own else "api_key_id:other", made.row.id)
    return made.key


def _things(market: Market) -> None:
    seller = market.accounts["seller"]
    category = a_category("clocks")
    market.knows("category", category.slug, a_category("watches", parent=a_category("time")).slug)
    market.knows("category_id", category.id)
    market.knows("name", *(flag.value for flag in flags.Flag))
    market.knows("setting", *settings.DEFINITIONS)
    own = {"seller_account": seller, "category": category}
    draft = a_lot(**own)
    photograph = photographs.add_photograph(
        actor=an_actor(seller), lot_id=draft.id, data=a_picture(), alt_text="A clock"
    )
    market.knows("photograph_id", photograph.id)
    market.knows("lot_id", draft.id, a_lot(**own, stage="submitted", submitted_at=clock.now()).id)
    market.knows("lot_id:draft", draft.id)
    market.knows("lot_id:free", a_lot(**own, stage="approved").id)
    theirs = a_lot(seller_account=market.accounts["stranger"])
    other = photographs.add_photograph(
        actor=an_actor(market.accounts["stranger"]), lot_id=theirs.id, data=a_picture(), alt_text=""
    )
    market.knows("lot_id:other draft", theirs.id)
    market.knows("photograph_id:other", other.id)
    _sales(market, own)
    _rules(market)
    _prices(market)
    _news(market)
    bell = a_bell_rung()
    outbox.publish(bell)
    failed = FailedReaction.objects.create(
        event=OutboxEvent.objects.get(event_id=bell.id),
        reaction="bell.answer",
        error="Nobody is in.",
    )
    market.knows("failed_reaction_id", failed.id)


def _news(market: Market) -> None:
    for name, is_own in (("seller", True), ("stranger", False)):
        account = market.accounts[name]
        search = saved_searches.create(
            actor=an_actor(account),
            name="Clocks",
            query={"words": "clock"},
            alert=SearchAlert.DAILY,
        )
        notification = Notification.objects.create(
            account=account,
            topic=Topic.SEARCH,
            kind=NotificationKind.SAVED_SEARCH,
            saved_search_id=search.saved_search_id,
            data={"saved_search_name": "Clocks", "lot_count": 2},
            is_shown=True,
            created_at=clock.now(),
        )
        market.knows(
            "saved_search_id" if is_own else "saved_search_id:other", search.saved_search_id
        )
        market.knows("notification_id" if is_own else "notification_id:other", notification.id)


def _sales(market: Market, own: dict[str, object]) -> None:
    seller, stranger = market.accounts["seller"], market.accounts["stranger"]
    the_default_rules()
    acting = an_actor(seller)
    plan = a_draft(acting, a_lot(**own, stage="approved"))
    sale = a_sale(acting, a_lot(**own, stage="approved"), a_lot(**own, stage="approved"))
    market.knows("auction_id", plan.auction_id, sale.auction_id)
    market.knows("auction_id:draft", plan.auction_id)
    other = {"seller_account": stranger, "category": own["category"]}
    market.knows(
        "auction_id:other draft",
        a_draft(an_actor(stranger), a_lot(**other, stage="approved")).auction_id,
    )
    mine = a_live_lot(
        lot=a_lot(**own, reserve_minor=50_000, buy_now_minor=90_000), seconds_left=86_400
    )
    theirs = a_live_lot(lot=a_listed_lot(**other, buy_now_minor=90_000), seconds_left=86_400)
    for name, lot_id in (("buyer", mine.lot_id), ("seller", theirs.lot_id)):
        _a_bid(market, name, lot_id)
        bid_lots = market.ids.setdefault("lot_id:bid", [])
        bid_lots.append(str(lot_id))
    watching.watch_lot(actor=an_actor(seller), lot_id=theirs.lot_id)
    unsold = a_lot(**own, stage="closed", result="unsold")
    market.knows("lot_id", mine.lot_id, theirs.lot_id, unsold.id)
    market.knows("seller_id", seller.id, stranger.id)


def _a_bid(market: Market, bidder: str, lot_id: object) -> None:
    answer = bidding.place_bid(
        actor=Actor(
            kind=ActorKind.ACCOUNT,
            account_id=market.accounts[bidder].id,
            scopes=EVERY_SCOPE,
            origin=Origin(ip="192.0.2.1", request_id="market"),
        ),
        lot_id=lot_id,
        maximum_minor=20_000,
        key=new_id().hex,
        fingerprint=b"f" * 32,
        instance=f"/api/v1/lots/{lot_id}/bids",
    )
    assert answer.status == 201, answer.body
    market.knows("bid_id", answer.body.split(b'"bid_id":"')[1][:36].decode())


def _rules(market: Market) -> None:
    staff = an_actor(
        market.accounts["staff"], kind=ActorKind.STAFF, scopes=frozenset(StaffPermission)
    )
    published = the_default_rules()["standard"]
    # Those that the factories of lots made say nothing, which no rule set of the market does.
    RuleSet.objects.filter(document={}).update(
        document=published.document, increment_tables=published.increment_tables
    )
    tables = list(IncrementTable.objects.filter(edition="published"))
    draft_table = a_table("EUR", [{"from_minor": 0, "steps_minor": [100]}], name="draft")
    IncrementTable.objects.filter(id=draft_table.id).update(edition="draft", published_at=None)
    draft = rule_services.create_rule_set(
        actor=staff,
        name="draft",
        plan=RuleSetPlan(published.document, [table.id for table in tables], {}),
    )
    market.knows("rule_set_id", published.id, draft.rule_set_id)
    market.knows("rule_set_id:draft", draft.rule_set_id)
    market.knows("increment_table_id", tables[0].id, draft_table.id)


def _prices(market: Market) -> None:
    staff = an_actor(
        market.accounts["staff"], kind=ActorKind.STAFF, scopes=frozenset(StaffPermission)
    )
    published = the_default_prices()
    draft = price_services.create_price_rule(
        actor=staff, name="draft", premiums=published.premiums, is_one_stop_shop=True
    )
    market.knows("price_rule_id", published.id, draft.price_rule_id)
    market.knows("price_rule_id:draft", draft.price_rule_id)


def later(seconds: int = 3_600) -> str:
    """A time to come, as the wire writes it."""
    return (clock.now() + timedelta(seconds=seconds)).isoformat()
