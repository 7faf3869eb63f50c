"""Planning a sale: an auction as its seller drafts it, until it is scheduled or cancelled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from vendue.auctions.engine.rule_documents import Document, check_override, effective_rules
from vendue.auctions.errors import AuctionNotDraft
from vendue.auctions.models import Auction, AuctionLot, AuctionStatus
from vendue.auctions.queries.sales import SaleView, sale_view
from vendue.auctions.services import ownership, plans, rules
from vendue.auctions.services.plans import LotPlace, SalePlan
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale
from vendue.payments.services import prices
from vendue.platform.services import audit


@transaction.atomic
def create_auction(*, actor: Actor, plan: SalePlan) -> SaleView:
    """Draft an auction of one or many lots of one seller in one currency.

    Raises ``InvalidRequest``, ``NotFound`` for lots that are not the caller's, ``LotNotApproved``
    for ones that were published or withdrawn, ``LotInAuction``, ``RulesNotPublished`` and
    ``InvalidRules`` where the rule set does not cover the currency.
    """
    auction = Auction(status=AuctionStatus.DRAFT)
    _write(auction, actor, plan)
    auction.save(force_insert=True)
    place_lots(auction, plan.lots)
    audit.record(actor, "auction.create", f"auction:{auction.id}", after=_said(auction, plan.lots))
    return sale_view(auction)


@transaction.atomic
def update_auction(
    *, actor: Actor, auction_id: UUID, version: int, changes: Mapping[str, Any]
) -> SaleView:
    """Change a draft; ``changes`` holds fields of ``SalePlan``, the lots all together.

    Raises ``Stale``, ``AuctionNotDraft`` and what ``create_auction`` raises.
    """
    auction = own_draft(actor, auction_id)
    if auction.version != version:
        raise Stale
    placed = places_of(auction)
    before = _said(auction, placed)
    plan = replace(_plan_of(auction, placed), **changes)
    _write(auction, actor, plan)
    auction.version += 1
    auction.save()
    place_lots(auction, plan.lots)
    audit.record(
        actor,
        "auction.update",
        f"auction:{auction.id}",
        before=before,
        after=_said(auction, plan.lots),
    )
    return sale_view(auction)


@transaction.atomic
def override_rules(
    *, actor: Actor, auction_id: UUID, version: int, overrides: Document, reason: str
) -> SaleView:
    """Lay parts over the rule set for one draft auction: anti-sniping is the staff's to set.

    ``overrides`` replaces what was laid over it before; empty, the rule set holds as it is. Raises
    ``NotFound``, ``Stale``, ``AuctionNotDraft`` or ``InvalidRules``.
    """
    auction = locked_auction(auction_id)
    if auction.version != version:
        raise Stale
    require_draft(auction)
    check_override(overrides, rules.document_of(auction.rule_set))
    before = {"overrides": auction.overrides}
    auction.overrides = dict(overrides)
    auction.version += 1
    auction.save(update_fields=["overrides", "version"])
    audit.record(
        actor,
        "auction.override_rules",
        f"auction:{auction.id}",
        reason=reason,
        before=before,
        after={"overrides": auction.overrides},
    )
    return sale_view(auction)


@transaction.atomic
def override_prices(
    *, actor: Actor, auction_id: UUID, version: int, price_rule_id: UUID | None, reason: str
) -> SaleView:
    """Choose what buyers pay in one draft auction; ``None``: what is standard when it is scheduled.

    Raises ``NotFound``, ``Stale``, ``AuctionNotDraft`` or ``PricesNotPublished``.
    """
    auction = locked_auction(auction_id)
    if auction.version != version:
        raise Stale
    require_draft(auction)
    if price_rule_id is not None:
        prices.published_price_rule(price_rule_id, currency=auction.currency)
    before = {"price_rule_id": auction.price_rule_id}
    auction.price_rule_id = price_rule_id
    auction.version += 1
    auction.save(update_fields=["price_rule", "version"])
    audit.record(
        actor,
        "auction.override_prices",
        f"auction:{auction.id}",
        reason=reason,
        before=before,
        after={"price_rule_id": price_rule_id},
    )
    return sale_view(auction)


def own_draft(actor: Actor, auction_id: UUID) -> Auction:
    """The caller's draft, locked. Raises ``NotFound`` or ``AuctionNotDraft``."""
    auction = locked_auction(auction_id)
    require_seller(actor, auction)
    require_draft(auction)
    return auction


def locked_auction(auction_id: UUID) -> Auction:
    """An auction whose row stays locked until the transaction ends. Raises ``NotFound``.

    Whoever needs the auction's lots as well locks them after it.
    """
    auction = Auction.objects.select_for_update(no_key=True).filter(id=auction_id).first()
    if auction is None:
        raise NotFound
    return auction


def require_seller(actor: Actor, auction: Auction) -> None:
    """Refuse whoever does not sell here, as if there were no such auction: ``NotFound``."""
    if actor.account_id is None:
        raise NotFound
    ownership.require_own(
        actor, seller_id=auction.seller_id, organisation_id=auction.organisation_id
    )


def require_draft(auction: Auction) -> None:
    """Refuse a change of a plan that is in force. Raises ``AuctionNotDraft``."""
    if auction.status != AuctionStatus.DRAFT:
        raise AuctionNotDraft


def places_of(auction: Auction) -> list[LotPlace]:
    """The lots of an auction in order."""
    placed = AuctionLot.objects.filter(auction=auction).order_by("position")
    return [LotPlace(place.lot_id, place.hard_end) for place in placed]


def place_lots(auction: Auction, places: Sequence[LotPlace]) -> None:
    """Give a draft these lots, numbered from 1 in the order given, instead of what it held."""
    AuctionLot.objects.filter(auction=auction).delete()
    AuctionLot.objects.bulk_create(
        AuctionLot(auction=auction, lot_id=place.lot_id, position=number, hard_end=place.hard_end)
        for number, place in enumerate(places, start=1)
    )


def _write(auction: Auction, actor: Actor, plan: SalePlan) -> None:
    """Put a plan that can be carried out into a row; the lots' rows stay locked."""
    starts_at = plan.starts_at or clock.now()
    plans.require_times(plan, starts_at)
    offered = plans.offered_lots(actor, auction.id, plan)
    currency = plans.one_currency(plan, offered)
    rule_set = rules.published_rule_set(plan.rule_set_id)
    effective_rules(rules.document_of(rule_set), auction.overrides, currency=currency)
    auction.title = plan.title or plans.only_title(offered)
    auction.description = plan.description
    auction.seller_id = actor.id
    auction.organisation_id = offered[0].seller_organisation_id
    auction.currency = currency
    auction.rule_set = rule_set
    auction.starts_at = starts_at
    auction.ends_at = plan.ends_at
    auction.interval_seconds = plan.interval_seconds


def _plan_of(auction: Auction, placed: Sequence[LotPlace]) -> SalePlan:
    return SalePlan(
        ends_at=auction.ends_at,
        lots=placed,
        title=auction.title,
        description=auction.description,
        currency=None,
        starts_at=auction.starts_at,
        interval_seconds=auction.interval_seconds,
        rule_set_id=auction.rule_set_id,
    )


def _said(auction: Auction, places: Sequence[LotPlace]) -> dict[str, Any]:
    """What a plan says, for the audit trail."""
    return {
        "title": auction.title,
        "currency": auction.currency,
        "starts_at": auction.starts_at,
        "ends_at": auction.ends_at,
        "interval_seconds": auction.interval_seconds,
        "rule_set_id": auction.rule_set_id,
        "lots": [place.lot_id for place in places],
    }
