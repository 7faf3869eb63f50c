"""Who sells: the caller, or an organisation the caller may offer lots for."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from vendue.catalogue.engine.words import SellerKind
from vendue.catalogue.models import Lot
from vendue.catalogue.queries.ownership import EVERYBODYS
from vendue.identity.services import parties
from vendue.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Seller:
    """The party a lot is sold by, and the account that answers for it."""

    account_id: UUID
    organisation_id: UUID | None
    kind: SellerKind


def seller_for(actor: Actor, organisation_id: UUID | None) -> Seller:
    """The seller of a new lot. An API key always sells for its organisation.

    Raises ``NotFound`` for an organisation that the caller may not offer lots for.
    """
    party = parties.party_of(actor, organisation_id)
    kind = SellerKind.TRADER if party.is_trader else SellerKind.PRIVATE
    return Seller(party.account_id, party.organisation_id, kind)


def kind_of(organisation_id: UUID | None) -> SellerKind:
    """What buyers are told of a seller today; a person is never a trader."""
    is_trader = organisation_id is not None and parties.is_trader(organisation_id)
    return SellerKind.TRADER if is_trader else SellerKind.PRIVATE


def require_may_change(actor: Actor, lots: Iterable[Lot]) -> None:
    """Refuse a member who may only read. Raises ``NotFound``, as for a stranger."""
    if actor.kind in EVERYBODYS:
        return
    for organisation_id in {lot.seller_organisation_id for lot in lots}:
        if organisation_id is not None:
            parties.party_of(actor, organisation_id)
