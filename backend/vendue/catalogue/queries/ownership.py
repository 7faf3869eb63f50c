"""Which lots are the caller's own."""

from django.db.models import Q

from vendue.identity.services import parties
from vendue.kernel.actor import Actor, ActorKind

#: Callers who may act on anybody's lot.
EVERYBODYS = frozenset({ActorKind.STAFF, ActorKind.SYSTEM})


def owned_by(actor: Actor) -> Q:
    """The lots that are the caller's own, or of an organisation the caller belongs to.

    An API key reaches its organisation's lots only. Staff and the market itself reach any; a
    guest has none.
    """
    if actor.kind in EVERYBODYS:
        return Q()
    if actor.kind is ActorKind.GUEST:
        return Q(pk__in=[])
    if actor.organisation_id is not None:
        return Q(seller_organisation_id=actor.organisation_id)
    return Q(seller_account_id=actor.id, seller_organisation_id=None) | Q(
        seller_organisation_id__in=parties.organisations_of(actor.id)
    )
