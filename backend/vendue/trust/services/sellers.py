"""What the market asks of whoever wants to sell, before a lot is looked at."""

from vendue.kernel.actor import Actor
from vendue.platform.services import flags
from vendue.platform.services.flags import Flag
from vendue.trust.errors import SellerUnverified


def require_seller(actor: Actor) -> None:
    """Refuse sellers that the market's flag keeps out; with the flag off, nobody.

    Raises ``SellerUnverified``. Nobody can be verified yet, so the flag keeps everybody out:
    the safe side.
    """
    if flags.enabled(Flag.SELLER_VERIFICATION, actor):
        raise SellerUnverified
