"""Suspending an account from bidding, and lifting that."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from vendue.identity.services import staff
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, invalid_field
from vendue.platform.services import audit, outbox
from vendue.trust.errors import SuspensionOver
from vendue.trust.events import AccountSuspended
from vendue.trust.models import Suspension

#: Parameter: account ids uuid[]. Rows: (account id), for the accounts that are suspended at this
#: moment (rule 2.12). A suspension counts as soon as it can be seen.
SUSPENDED_SQL = """
SELECT DISTINCT account_id FROM trust_suspension
 WHERE account_id = ANY(%s::uuid[]) AND lifted_at IS NULL
   AND (ends_at IS NULL OR ends_at > clock_timestamp())
"""

# A bid whose check ran just before the suspension was committed may be decided until its batch
# times out. What ``starts_at`` promises is that nothing is accepted from then on.
_IN_FLIGHT = timedelta(seconds=2)


@transaction.atomic
def suspend(*, actor: Actor, account_id: UUID, reason: str, ends_at: datetime | None) -> Suspension:
    """Take no more bids from an account, until ``ends_at`` or until lifted.

    Standing bids stay until staff void them (rule 2.12). Raises ``NotFound`` for an unknown
    account and ``InvalidRequest`` for an end that is not in the future.
    """
    staff.require_account(account_id)
    starts_at = clock.database_now() + _IN_FLIGHT
    if ends_at is not None and ends_at <= starts_at:
        raise invalid_field("/ends_at", "not_in_future", "Let it end later than a moment from now.")
    suspension = Suspension.objects.create(
        account_id=account_id,
        reason=reason,
        suspended_by=actor.id,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    audit.record(
        actor,
        "account.suspend",
        f"account:{account_id}",
        reason=reason,
        after={"suspension_id": suspension.id, "ends_at": ends_at},
    )
    outbox.publish(
        AccountSuspended(occurred_at=starts_at, suspension_id=suspension.id, account_id=account_id)
    )
    return suspension


@transaction.atomic
def lift(*, actor: Actor, suspension_id: UUID, reason: str) -> Suspension:
    """End a suspension now. Raises ``NotFound``, or ``SuspensionOver`` if it is not in force."""
    suspension = Suspension.objects.select_for_update().filter(id=suspension_id).first()
    if suspension is None:
        raise NotFound
    now = clock.database_now()
    has_run_out = suspension.ends_at is not None and suspension.ends_at <= now
    if suspension.lifted_at is not None or has_run_out:
        raise SuspensionOver
    suspension.lifted_at = now
    suspension.lifted_by = actor.id
    suspension.save(update_fields=["lifted_at", "lifted_by"])
    audit.record(
        actor,
        "account.lift_suspension",
        f"account:{suspension.account_id}",
        reason=reason,
        after={"suspension_id": suspension.id},
    )
    return suspension
