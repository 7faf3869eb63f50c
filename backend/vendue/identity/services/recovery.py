"""Choosing a new password with the link of a letter."""

from django.db import transaction

from vendue.identity.models import Letter, Profile
from vendue.identity.services import endings, guessing, letters, passwords, registration
from vendue.identity.services.endings import EndReason
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.platform.services import audit, limits
from vendue.platform.services.limits import LimitClass


def reset_password(*, actor: Actor, token: str, password: str) -> None:
    """Set a new password and end every session. The address counts as confirmed from now on.

    Raises ``LinkInvalid``, ``RateLimited``, or ``InvalidRequest`` for a weak password, which
    leaves the link unused.
    """
    limits.spend(LimitClass.SIGN_IN, f"ip:{limits.network_of(actor.origin.ip)}")
    _reset(actor, token, password)


@transaction.atomic
def _reset(actor: Actor, token: str, password: str) -> None:
    account = letters.redeem(token=token, purpose="reset")
    profile = Profile.objects.get(account=account)
    passwords.require_good(password, email=account.email, display_name=profile.display_name)
    account.password_hash = passwords.keep(password)
    account.save(update_fields=["password_hash"])
    # Other letters to this address would still open the account to whoever finds them.
    Letter.objects.filter(email=account.email, used_at=None).update(used_at=clock.now())
    guessing.forgive(account.email)
    audit.record(actor, "account.reset_password", f"account:{account.id}")
    registration.mark_confirmed(actor, account)
    endings.end_all(account_id=account.id, reason=EndReason.PASSWORD_RESET)
