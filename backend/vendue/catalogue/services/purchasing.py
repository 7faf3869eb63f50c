"""The door for ``auctions``: what the costs of a published lot depend on."""

from datetime import date
from uuid import UUID

from vendue.catalogue.engine import delivery, offers
from vendue.catalogue.engine.words import SellerKind
from vendue.catalogue.errors import DeliveryNotOffered
from vendue.catalogue.models import Lot
from vendue.kernel.costs import Sale, ShippingMethod


def sale_of(
    *, lot_id: UUID, on: date, destination: str | None, method: ShippingMethod | None
) -> Sale:
    """What a lot's costs depend on beside its price, if its bidding ends on a day.

    Without a destination it is the country where the lot stands; without a method see
    ``delivery_to``. Raises ``DeliveryNotOffered`` for a method that does not reach it.
    """
    lot = Lot.objects.only("country", "currency", "shipping", "seller_kind", "vat_scheme").get(
        id=lot_id
    )
    to = destination or lot.country
    way = delivery.delivery_to(lot.shipping, country=lot.country, destination=to, method=method)
    if method is not None and way is None:
        raise DeliveryNotOffered
    return Sale(
        currency=lot.currency,
        country=lot.country,
        destination=to,
        vat_scheme=offers.vat_scheme_of(SellerKind(lot.seller_kind), lot.vat_scheme),
        on=on,
        delivery=way,
    )
