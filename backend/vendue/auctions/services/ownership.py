"""Whose an auction or a lot on sale is: what is another's answers like what does not exist."""

from uuid import UUID

from vendue.identity.services import parties
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound


def require_own(actor: Actor, *, seller_id: UUID, organisation_id: UUID | None) -> None:
    """Refuse whoever may not act for the seller: the person, or a member with the right to sell.

    An API key acts for its organisation alone. Raises ``NotFound``.
    """
    if organisation_id is not None:
        parties.party_of(actor, organisation_id)
    elif actor.organisation_id is not None or actor.account_id != seller_id:
        raise NotFound
