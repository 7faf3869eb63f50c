"""The people who run the market."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import StaffPermission
from vendue.identity.models import Account, StaffMember
from vendue.identity.services import endings, letters
from vendue.identity.services.endings import EndReason
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound
from vendue.platform.services import audit


@transaction.atomic
def appoint(
    *, actor: Actor, email: str, permissions: Iterable[StaffPermission], reason: str
) -> UUID:
    """Let the account with this address sign in to the staff API, with exactly these permissions.

    Returns the account's id. Sessions that were begun with others end. Raises ``NotFound``.
    """
    account = Account.objects.filter(email=letters.normalised_email(email)).first()
    if account is None:
        raise NotFound
    held = sorted(permission.value for permission in permissions)
    before = StaffMember.objects.filter(account=account).first()
    StaffMember.objects.update_or_create(
        account=account, defaults={"permissions": held, "is_active": True}
    )
    if before is not None:
        endings.end_all(account_id=account.id, reason=EndReason.DISMISSED, audience=Audience.STAFF)
    audit.record(
        actor,
        "staff.appoint",
        f"account:{account.id}",
        reason=reason,
        before=None if before is None else {"permissions": before.permissions},
        after={"permissions": held},
    )
    return account.id


def has_account(email: str) -> bool:
    """Whether this address has an account."""
    return Account.objects.filter(email=letters.normalised_email(email)).exists()


def require_account(account_id: UUID) -> None:
    """Raise ``NotFound`` if there is no such account."""
    if not Account.objects.filter(id=account_id).exists():
        raise NotFound
