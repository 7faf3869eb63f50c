"""What the market asks of whoever wants to bid, before the bid is looked at."""

from vendue.kernel.actor import Actor
from vendue.platform.services import flags
from vendue.platform.services.flags import Flag
from vendue.trust.errors import DepositRequired, VerificationRequired


def require_bidder(actor: Actor) -> None:
    """Refuse bidders that the market's flags keep out; with the flags off, nobody.

    Raises ``VerificationRequired`` or ``DepositRequired``. Nobody can be verified or place a
    deposit yet, so a flag that is on keeps everybody out: the safe side. Suspensions are judged
    where the bid is decided.
    """
    if flags.enabled(Flag.KYC, actor):
        raise VerificationRequired
    if flags.enabled(Flag.DEPOSITS, actor):
        raise DepositRequired
