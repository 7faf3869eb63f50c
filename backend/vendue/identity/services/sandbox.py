"""Test bidders by the hundred, on markets that are no markets."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from vendue.identity.engine import credentials
from vendue.identity.engine.permissions import AccountRole, Scope
from vendue.identity.errors import SandboxOff
from vendue.identity.models import Account, ApiKey, Profile
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.ids import new_id
from vendue.kernel.letters import Language
from vendue.platform.services import audit, flags, settings
from vendue.platform.services.flags import Flag
from vendue.platform.services.settings import Setting

LIFETIME = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class TestBidder:
    """A bidder and the only copy of its key."""

    account_id: UUID
    display_name: str
    api_key: str


@dataclass(frozen=True, slots=True)
class TestBidders:
    """What one call made."""

    bidders: tuple[TestBidder, ...]
    expires_at: datetime


@transaction.atomic
def create_bidders(
    *, actor: Actor, count: int, prefix: str, scopes: frozenset[Scope]
) -> TestBidders:
    """Create confirmed accounts that nobody can sign in to, each with a key of its own.

    A handful of statements however many there are. Raises ``SandboxOff`` on a market where people
    bid in earnest.
    """
    if not flags.enabled(Flag.SANDBOX):
        raise SandboxOff
    now = clock.now()
    run = str(new_id())[-12:]
    terms = settings.value(Setting.TERMS_VERSION)
    accounts = [
        Account(
            email=f"{prefix}-{run}-{number}@sandbox.invalid",
            email_confirmed_at=now,
            roles=[role.value for role in AccountRole],
            terms_version=terms,
            age_confirmed_at=now,
            created_at=now,
        )
        for number in range(1, count + 1)
    ]
    made = tuple(
        TestBidder(account.id, f"{prefix} {number}", credentials.new_api_key())
        for number, account in enumerate(accounts, start=1)
    )
    Account.objects.bulk_create(accounts)
    Profile.objects.bulk_create(_profile(bidder) for bidder in made)
    ApiKey.objects.bulk_create(
        ApiKey(
            account_id=bidder.account_id,
            name="test bidder",
            prefix=bidder.api_key[: credentials.SHOWN_CHARACTERS],
            digest=credentials.digest(bidder.api_key),
            scopes=sorted(scope.value for scope in scopes),
            expires_at=now + LIFETIME,
            created_at=now,
        )
        for bidder in made
    )
    audit.record(
        actor,
        "sandbox.create_bidders",
        f"sandbox:{run}",
        after={"count": count, "prefix": prefix, "scopes": sorted(scopes)},
    )
    return TestBidders(made, now + LIFETIME)


def _profile(bidder: TestBidder) -> Profile:
    return Profile(
        account_id=bidder.account_id,
        display_name=bidder.display_name,
        language=Language.ENGLISH,
        time_zone="UTC",
        currency="USD",
    )
