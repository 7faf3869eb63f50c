"""Putting an auction up for sale: its lots get their terms, their rules and their first figures."""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.figures import opening_figures
from vendue.auctions.engine.history import SALT_BYTES, content_hash, published_terms
from vendue.auctions.engine.public import status
from vendue.auctions.engine.rules import Rules
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.errors import AuctionEmpty, AuctionTooShort
from vendue.auctions.events import AuctionOpened, AuctionScheduled
from vendue.auctions.models import Auction, AuctionStatus, LotState
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.queries.sales import SaleView, sale_view
from vendue.auctions.services import plans, rules, sales
from vendue.auctions.services.plans import LotPlace
from vendue.catalogue.services import publication
from vendue.catalogue.services.publication import LotForSale
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import invalid_field
from vendue.kernel.lots import LotStateOut
from vendue.payments.services import prices
from vendue.platform.services import audit, flags, outbox
from vendue.platform.services.flags import Flag

SHORTEST_SALE = timedelta(minutes=1)
SHORTEST_IN_SANDBOX = timedelta(seconds=1)


@transaction.atomic
def schedule_auction(*, actor: Actor, auction_id: UUID) -> SaleView:
    """Publish a draft: from now on its plan and the terms of its lots are fixed.

    A start that has come opens bidding at once. Raises ``NotFound``, ``AuctionNotDraft``,
    ``AuctionEmpty``, ``AuctionTooShort``, ``LotNotApproved``, ``InvalidTerms``, ``InvalidRules``,
    ``PricesNotPublished``.
    """
    auction = sales.own_draft(actor, auction_id)
    places = sales.places_of(auction)
    if not places:
        raise AuctionEmpty
    offered = publication.terms_of(lot_ids=[place.lot_id for place in places], actor=actor)
    now = clock.database_now()
    _require_long_enough(auction, actor, now)

    states = _open_lots(auction, places, offered, now)
    publication.mark_live(actor=actor, states=states, auction_id=auction.id)
    is_open = auction.starts_at <= now
    chosen = prices.published_price_rule(auction.price_rule_id, currency=auction.currency)
    auction.price_rule_id = chosen.price_rule_id
    auction.status = AuctionStatus.LIVE if is_open else AuctionStatus.SCHEDULED
    auction.version += 1
    auction.save(update_fields=["status", "price_rule", "version"])
    outbox.publish(AuctionScheduled(occurred_at=now, auction_id=auction.id))
    if is_open:
        outbox.publish(AuctionOpened(occurred_at=now, auction_id=auction.id))
    audit.record(
        actor,
        "auction.schedule",
        f"auction:{auction.id}",
        before={"status": AuctionStatus.DRAFT.value},
        after={
            "status": str(auction.status),
            "rule_set_id": auction.rule_set_id,
            "price_rule_id": auction.price_rule_id,
        },
    )
    return sale_view(auction)


def _require_long_enough(auction: Auction, actor: Actor, now: datetime) -> None:
    shortest = SHORTEST_IN_SANDBOX if flags.enabled(Flag.SANDBOX, actor) else SHORTEST_SALE
    if auction.ends_at < max(now, auction.starts_at) + shortest:
        raise AuctionTooShort(minimum_seconds=int(shortest.total_seconds()))


def _open_lots(
    auction: Auction, places: Sequence[LotPlace], offered: Sequence[LotForSale], now: datetime
) -> list[LotStateOut]:
    """Create the rows that bids are decided on. Returns each lot's public state."""
    rules_for = _rulebook(auction)
    rows, states = [], []
    for position, (place, lot) in enumerate(zip(places, offered, strict=True), start=1):
        if lot.currency != auction.currency:  # a returned lot may have been changed since
            raise invalid_field(
                f"/lots/{position - 1}", "other_currency", f"The auction is in {auction.currency}."
            )
        terms = LotTerms(
            currency=lot.currency,
            start_price_minor=lot.start_price_minor,
            starts_at=auction.starts_at,
            ends_at=plans.end_of(auction.ends_at, auction.interval_seconds, position),
            rules=rules_for(lot.category_path),
            reserve_minor=lot.reserve_minor,
            buy_now_minor=lot.buy_now_minor,
            hard_end=place.hard_end,
        )
        rows.append(_row(auction, lot, position, terms, now))
        states.append(state_of(lot.lot_id, opening_figures(terms), terms, now))
    LotState.objects.bulk_create(rows)
    return states


def _rulebook(auction: Auction) -> Callable[[str], Rules]:
    """The rules by category path, each resolved once."""
    rule_set = auction.rule_set
    document = rules.document_of(rule_set)

    @cache
    def rules_for(category_path: str) -> Rules:
        return rules.resolved_rules(
            rule_set,
            document,
            currency=auction.currency,
            category_path=category_path,
            overrides=auction.overrides,
        )

    return rules_for


def _row(
    auction: Auction, lot: LotForSale, position: int, terms: LotTerms, now: datetime
) -> LotState:
    salt = None if terms.reserve_minor is None else secrets.token_bytes(SALT_BYTES)
    document = published_terms(lot.lot_id, terms, salt)
    terms_hash = content_hash(document)
    figures = opening_figures(terms)
    return LotState(
        lot_id=lot.lot_id,
        auction=auction,
        position=position,
        seller_id=lot.seller_account_id,
        organisation_id=lot.seller_organisation_id,
        terms=document,
        terms_hash=terms_hash,
        currency=terms.currency,
        start_price_minor=terms.start_price_minor,
        published_reserve_minor=terms.reserve_minor,
        reserve_salt=salt,
        buy_now_minor=terms.buy_now_minor,
        starts_at=terms.starts_at,
        published_ends_at=terms.ends_at,
        hard_end=terms.hard_end,
        status=status(figures, terms, now).value,
        price_minor=figures.price_minor,
        ends_at=figures.ends_at,
        reserve_minor=figures.reserve_minor,
        head_hash=terms_hash,
    )
