"""Opening an account, and showing that its address is one's own."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from vendue.identity.engine.letters import LetterKind
from vendue.identity.engine.permissions import AccountRole
from vendue.identity.errors import TermsOutdated
from vendue.identity.models import Account, Profile
from vendue.identity.services import letters, passwords, profiles
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import invalid_field
from vendue.kernel.letters import Language
from vendue.platform.services import audit, flags, limits, settings
from vendue.platform.services.flags import Flag
from vendue.platform.services.limits import LimitClass
from vendue.platform.services.settings import Setting


@dataclass(frozen=True, slots=True)
class Application:
    """What a person says about themselves when they open an account."""

    email: str
    password: str
    display_name: str
    language: Language
    time_zone: str
    currency: str


def register(
    *, actor: Actor, application: Application, terms_version: str, is_of_age: bool
) -> None:
    """Open an account and write a letter to confirm its address.

    The answer is the same where the address has an account: then its owner is told by letter.
    Raises ``InvalidRequest``, ``TermsOutdated`` or ``RateLimited``.
    """
    limits.spend(LimitClass.SIGN_IN, *letters.attempt_keys(actor, application.email))
    if not is_of_age:
        raise invalid_field(
            "/age_confirmed",
            "age_unconfirmed",
            f"Accounts are for people of {settings.value(Setting.MINIMUM_AGE)} and over.",
        )
    _check_terms(terms_version)
    password_hash = _checked(application)
    email = letters.normalised_email(application.email)
    with transaction.atomic():
        account = _open(actor, application, password_hash, terms_version)
        kind = LetterKind.ALREADY_REGISTERED if account is None else LetterKind.CONFIRM_EMAIL
        letters.request(kind=kind, email=email)


@transaction.atomic
def create_confirmed_account(
    *, actor: Actor, application: Application, roles: tuple[AccountRole, ...] | None = None
) -> UUID:
    """Open an account whose address needs no letter, for the market's own processes.

    Returns the account that is there already, unchanged, if the address has one.
    """
    account = _open(
        actor,
        application,
        _checked(application),
        settings.value(Setting.TERMS_VERSION),
        roles=roles,
    )
    if account is None:
        return Account.objects.get(email=letters.normalised_email(application.email)).id
    account.email_confirmed_at = clock.now()
    account.save(update_fields=["email_confirmed_at"])
    return account.id


@transaction.atomic
def confirm_email(*, actor: Actor, token: str) -> None:
    """Believe that an address belongs to the account. Raises ``LinkInvalid``."""
    account = letters.redeem(token=token, purpose="confirm")
    mark_confirmed(actor, account)


def mark_confirmed(actor: Actor, account: Account) -> None:
    """Note that the account's holder reads its mail; the row must be locked."""
    if account.email_confirmed_at is not None:
        return
    account.email_confirmed_at = clock.now()
    account.save(update_fields=["email_confirmed_at"])
    audit.record(actor, "account.confirm_email", f"account:{account.id}")


def _check_terms(terms_version: str) -> None:
    current = settings.value(Setting.TERMS_VERSION)
    if terms_version != current:
        raise TermsOutdated(terms_version=current)


def _checked(application: Application) -> str:
    profiles.require_time_zone(application.time_zone)
    passwords.require_good(
        application.password, email=application.email, display_name=application.display_name
    )
    return passwords.keep(application.password)


def _open(
    actor: Actor,
    application: Application,
    password_hash: str,
    terms_version: str,
    *,
    roles: tuple[AccountRole, ...] | None = None,
) -> Account | None:
    """The new account, or ``None`` where the address has one."""
    now = clock.now()
    email = letters.normalised_email(application.email)
    account = Account(
        email=email,
        password_hash=password_hash,
        roles=[role.value for role in (roles or _first_roles())],
        terms_version=terms_version,
        age_confirmed_at=now,
        created_at=now,
    )
    # Two registrations at the same moment: the constraint decides, and the later one is told.
    Account.objects.bulk_create([account], ignore_conflicts=True)
    if not Account.objects.filter(id=account.id).exists():
        return None
    Profile.objects.create(
        account=account,
        display_name=application.display_name,
        language=application.language,
        time_zone=application.time_zone,
        currency=application.currency,
    )
    audit.record(
        actor,
        "account.register",
        f"account:{account.id}",
        after={"roles": account.roles, "terms_version": terms_version},
        personal={"email": email, "display_name": application.display_name},
    )
    return account


def _first_roles() -> tuple[AccountRole, ...]:
    # With verification on, selling is granted later, by whoever verified the seller.
    if flags.enabled(Flag.SELLER_VERIFICATION):
        return (AccountRole.BUYER,)
    return (AccountRole.BUYER, AccountRole.SELLER)
