"""Who sells: the caller, or the organisation the caller acts for."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from vendue.catalogue.engine.words import SellerKind
from vendue.kernel.actor import Actor, ActorKind
from vendue.kernel.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Seller:
    """The party a lot is sold by, and the account that answers for it."""

    account_id: UUID
    organisation_id: UUID | None
    kind: SellerKind


def seller_for(actor: Actor, organisation_id: UUID | None) -> Seller:
    """The seller of a new lot. An API key always sells for its organisation.

    Raises ``NotAllowed`` for an organisation that the caller does not act for.
    """
    chosen = organisation_id or actor.organisation_id
    if chosen != actor.organisation_id:
        raise NotAllowed("You may not sell for this organisation.")
    kind = SellerKind.PRIVATE if chosen is None else SellerKind.TRADER
    return Seller(actor.id, chosen, kind)


def owned_by(actor: Actor) -> Q:
    """The lots that are the caller's own. Staff and the market itself may act on any."""
    if actor.kind in {ActorKind.STAFF, ActorKind.SYSTEM}:
        return Q()
    if actor.organisation_id is not None:
        return Q(seller_organisation_id=actor.organisation_id)
    return Q(seller_account_id=actor.id)
