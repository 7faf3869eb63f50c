"""Valid and boring accounts, sessions and organisations; a test names only what it is about."""

from itertools import count

from vendue.identity.engine.access_tokens import Audience
from vendue.identity.engine.permissions import MemberRole, StaffPermission, scopes_of
from vendue.identity.models import Account, Membership, Organisation, Profile
from vendue.identity.services import authentication, passwords, registration, sessions, staff
from vendue.identity.services.registration import Application
from vendue.identity.services.sessions import SignedIn
from vendue.kernel import clock
from vendue.kernel.actor import Actor, ActorKind, Origin, system
from vendue.kernel.letters import Language

PASSWORD = "a quiet walk by the river"
PASSWORD_HASH = passwords.keep(PASSWORD)
AGENT = "Browser of the tests"

_numbers = count(1)


def an_application(**fields):
    defaults = {
        "email": f"person-{next(_numbers)}@example.com",
        "password": PASSWORD,
        "display_name": "Anna",
        "language": Language.ENGLISH,
        "time_zone": "Europe/Riga",
        "currency": "EUR",
    }
    return Application(**{**defaults, **fields})


def an_account(**fields):
    """A confirmed account that buys and sells, with the password ``PASSWORD``."""
    now = clock.now()
    defaults = {
        "email": f"person-{next(_numbers)}@example.com",
        "password_hash": PASSWORD_HASH,
        "email_confirmed_at": now,
        "roles": ["buyer", "seller"],
        "terms_version": "2026-11-01",
        "age_confirmed_at": now,
    }
    account = Account.objects.create(**{**defaults, **fields})
    Profile.objects.create(
        account=account,
        display_name="Anna",
        language="en",
        time_zone="Europe/Riga",
        currency="EUR",
    )
    return account


def a_guest(*, ip="203.0.113.7", device=""):
    return Actor(
        kind=ActorKind.GUEST, origin=Origin(ip=ip, device=device, request_id="test-request")
    )


def an_actor(account, **fields):
    defaults = {
        "kind": ActorKind.ACCOUNT,
        "account_id": account.id,
        "scopes": scopes_of(account.roles),
        "origin": Origin(ip="203.0.113.7", request_id="test-request"),
    }
    return Actor(**{**defaults, **fields})


def a_session(
    account, *, password=PASSWORD, audience=Audience.PUBLIC, device="", agent=AGENT
) -> SignedIn:
    return sessions.sign_in(
        actor=a_guest(device=device),
        email=account.email,
        password=password,
        audience=audience,
        user_agent=agent,
    )


def a_staff_account(*permissions):
    account = an_account()
    staff.appoint(
        actor=system("tests"),
        email=account.email,
        permissions=permissions or tuple(StaffPermission),
        reason="needed in a test",
    )
    return account


def an_organisation(owner, **fields):
    defaults = {
        "name": "Old Things Ltd",
        "country": "LV",
        "registration_no": None,
        "vat_no": None,
        "is_trader": True,
    }
    organisation = Organisation.objects.create(**{**defaults, **fields})
    a_member(organisation, owner, MemberRole.OWNER)
    return organisation


def a_member(organisation, account, role=MemberRole.LISTER):
    """Somebody who has agreed to belong."""
    return Membership.objects.create(
        organisation=organisation, account=account, role=role, accepted_at=clock.now()
    )


def an_offer_of_membership(organisation, account, role=MemberRole.LISTER):
    """A place that nobody has agreed to take."""
    return Membership.objects.create(organisation=organisation, account=account, role=role)


def a_registered_account(**fields):
    """An account that was opened the ordinary way and is not confirmed."""
    application = an_application(**fields)
    registration.register(
        actor=a_guest(), application=application, terms_version="2026-11-01", is_of_age=True
    )
    return Account.objects.get(email=application.email)


def let_time_pass(monkeypatch):
    """Make every credential that was checked too old to be believed unasked."""
    real = authentication.monotonic
    monkeypatch.setattr(authentication, "monotonic", lambda: real() + 10)
