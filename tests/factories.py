"""Objects in a valid, boring state; a test names only what it is about."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from vendue.auctions.engine.default_rules import default_rule_set
from vendue.auctions.engine.history import content_hash, published_terms
from vendue.auctions.engine.rule_documents import effective_rules
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.models import Auction, AuctionLot, LotState, RuleSet
from vendue.catalogue.models import Category, Lot
from vendue.identity.models import Account
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind, Origin
from vendue.kernel.ids import new_id
from vendue.kernel.money import CURRENCIES
from vendue.kernel.tables import Edition
from vendue.payments.engine.default_prices import default_premiums
from vendue.payments.models import PriceRule

EVERYTHING = frozenset(
    {"profile:read", "profile:write", "bids:write", "watch:write", "lots:write", "auctions:write"}
)


def an_account(**fields: Any) -> Account:
    """A person whose address is confirmed."""
    defaults = {
        "email": f"{new_id().hex}@example.test",
        "email_confirmed_at": clock.now(),
        "roles": ["buyer", "seller"],
        "terms_version": "2026-11-01",
        "age_confirmed_at": clock.now(),
    }
    return Account.objects.create(**{**defaults, **fields})


def an_actor(account: Account | None = None, **fields: Any) -> Actor:
    """That person, acting."""
    account = account or an_account()
    defaults = {
        "kind": ActorKind.ACCOUNT,
        "account_id": account.id,
        "scopes": EVERYTHING,
        "origin": Origin(ip="192.0.2.1", request_id=new_id().hex),
    }
    return Actor(**{**defaults, **fields})


def a_staff_actor(*permissions: str) -> Actor:
    """A member of staff."""
    return an_actor(kind=ActorKind.STAFF, scopes=frozenset(permissions))


def a_category(**fields: Any) -> Category:
    """A leaf of the tree without attributes."""
    slug = f"c-{new_id().hex[-12:]}"
    defaults = {
        "slug": slug,
        "path": slug,
        "name_lv": "Dažādi",
        "name_en": "Sundry",
        "name_ru": "Разное",
    }
    return Category.objects.create(**{**defaults, **fields})


def a_lot(**fields: Any) -> Lot:
    """An approved lot of a private person, without reserve or Buy Now."""
    account = fields.pop("seller_account", None) or an_account()
    defaults = {
        "seller_account": account,
        "seller_kind": "private",
        "title": "A brass carriage clock",
        "language": "en",
        "condition": "good",
        "country": "LV",
        "currency": "USD",
        "start_price_minor": 1_000,
        "stage": "approved",
    }
    if "category" not in fields:
        fields["category"] = a_category()
    return Lot.objects.create(**{**defaults, **fields})


def a_live_lot(
    *,
    rules: dict[str, Any] | None = None,
    lot: Lot | None = None,
    seconds_left: float = 3_600,
    organisation_id: UUID | None = None,
    **fields: Any,
) -> LotState:
    """A lot on which bidding is open: start 10.00 USD, the default rules, an hour to go."""
    lot = lot or a_lot(**fields)
    now = clock.database_now()
    terms = LotTerms(
        currency=lot.currency,
        start_price_minor=lot.start_price_minor,
        starts_at=now - timedelta(hours=1),
        ends_at=now + timedelta(seconds=seconds_left),
        rules=effective_rules(_document(rules), currency=lot.currency),
        reserve_minor=lot.reserve_minor,
        buy_now_minor=lot.buy_now_minor,
    )
    salt = b"s" * 32
    document = published_terms(lot.id, terms, salt)
    auction = Auction.objects.create(
        title=lot.title,
        seller=lot.seller_account,
        currency=lot.currency,
        rule_set=a_rule_set(),
        price_rule=the_default_prices(),
        starts_at=terms.starts_at,
        ends_at=terms.ends_at,
        status="live",
    )
    AuctionLot.objects.create(auction=auction, lot=lot, position=1)
    Lot.objects.filter(id=lot.id).update(stage="live")
    return LotState.objects.create(
        lot=lot,
        auction=auction,
        position=1,
        seller=lot.seller_account,
        organisation_id=organisation_id or lot.seller_organisation_id,
        terms=document,
        terms_hash=content_hash(document),
        head_hash=content_hash(document),
        currency=lot.currency,
        start_price_minor=lot.start_price_minor,
        published_reserve_minor=lot.reserve_minor,
        reserve_salt=salt,
        buy_now_minor=lot.buy_now_minor,
        starts_at=terms.starts_at,
        published_ends_at=terms.ends_at,
        status="live",
        price_minor=lot.start_price_minor,
        ends_at=terms.ends_at,
        reserve_minor=lot.reserve_minor,
    )


def a_rule_set(**fields: Any) -> RuleSet:
    """A published rule set; what a lot follows stands in its own terms."""
    defaults = {
        "name": f"rules-{new_id().hex[-12:]}",
        "number": 1,
        "document": {},
        "increment_tables": {},
        "edition": Edition.PUBLISHED,
        "published_at": clock.now(),
    }
    return RuleSet.objects.create(**{**defaults, **fields})


def the_default_prices() -> PriceRule:
    """The price rule of a fresh market; put back where a test with real commits emptied it."""
    row, _ = PriceRule.objects.get_or_create(
        name="standard",
        number=1,
        defaults={
            "premiums": default_premiums({c.code: c.minor_per_major for c in CURRENCIES.values()}),
            "edition": Edition.PUBLISHED,
            "published_at": clock.now(),
        },
    )
    return row


def _document(rules: dict[str, Any] | None) -> dict[str, Any]:
    return {
        **default_rule_set({code: currency.decimals for code, currency in CURRENCIES.items()}),
        **(rules or {}),
    }
