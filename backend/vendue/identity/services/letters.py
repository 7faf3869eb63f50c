"""Letters about an account: asked for, sent by the worker, and their links honoured once.

Asking never looks for the account, so its answer and its time are the same for everybody. The
worker looks, and makes the link from the letter's id; no secret waits in a queue.
"""

from datetime import timedelta
from uuid import UUID

from celery import current_app
from django.conf import settings
from django.db import transaction

from vendue.identity.engine import credentials
from vendue.identity.engine.letters import LIFETIMES, PURPOSES, LetterKind, compose
from vendue.identity.errors import LinkInvalid
from vendue.identity.events import LetterRequested
from vendue.identity.models import Account, Letter, Profile
from vendue.identity.services import keys
from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import RateLimited
from vendue.kernel.letters import Language
from vendue.platform.services import limits, mail, outbox
from vendue.platform.services.limits import LimitClass

SEND_TASK = "identity.send_letter"
#: Letters that strangers may have sent to one address within 24 hours.
LETTERS_A_DAY = 20
_KEPT_FOR = timedelta(days=7)


def ask(*, actor: Actor, kind: LetterKind, email: str) -> None:
    """Ask for a letter as a stranger may. Raises ``RateLimited``."""
    limits.spend(LimitClass.SIGN_IN, *attempt_keys(actor, email))
    address = normalised_email(email)
    _require_quiet(address)
    with transaction.atomic():
        request(kind=kind, email=address)


def normalised_email(email: str) -> str:
    """The one form in which an address is kept and compared."""
    return email.strip().lower()


def attempt_keys(actor: Actor, email: str) -> tuple[str, str]:
    """What a stranger's registrations and letters are counted by.

    The address itself is not handed on, and attempts to sign in are counted apart: who has many
    letters sent keeps nobody from signing in.
    """
    digest = credentials.digest(normalised_email(email)).hex()
    return network_key(actor), f"letter:{digest}"


def network_key(actor: Actor) -> str:
    """What every attempt from one place is counted by."""
    return f"ip:{limits.network_of(actor.origin.ip)}"


def request(*, kind: LetterKind, email: str) -> None:
    """Write the request for a letter; call it in the transaction of what the letter is about."""
    now = clock.now()
    letter = Letter.objects.create(
        email=email, kind=kind, created_at=now, expires_at=now + LIFETIMES[kind]
    )
    outbox.publish(LetterRequested(occurred_at=now, letter_id=letter.id))


def queue(letter_id: UUID) -> None:
    """Hand a letter to the worker. Raises where the queue does not take it."""
    current_app.send_task(SEND_TASK, args=[str(letter_id)], retry=False)


@transaction.atomic
def send(letter_id: UUID) -> None:
    """Send a letter, unless it was sent, is void, or nobody is to get it. Safe to repeat.

    Raises ``OSError`` or ``SMTPException`` where the mail server does not take it.
    """
    letter = (
        Letter.objects.select_for_update()
        .filter(id=letter_id, settled_at=None, used_at=None)
        .first()
    )
    if letter is None or letter.expires_at <= clock.now():
        return
    kind = LetterKind(letter.kind)
    account = Account.objects.filter(email=letter.email, is_active=True).first()
    is_needless = kind is LetterKind.CONFIRM_EMAIL and account and account.email_confirmed_at
    if account is not None and not is_needless:
        _post(letter, kind, Profile.objects.get(account=account))
    letter.settled_at = clock.now()
    letter.save(update_fields=["settled_at"])


def _require_quiet(email: str) -> None:
    """Spare an address that was sent many letters today, whether it has an account or not."""
    since = clock.now() - timedelta(days=1)
    if Letter.objects.filter(email=email, created_at__gte=since).count() >= LETTERS_A_DAY:
        raise RateLimited("This address was sent many letters today. Ask again tomorrow.")


def _post(letter: Letter, kind: LetterKind, profile: Profile) -> None:
    token = credentials.link_token(keys.secret(), purpose=PURPOSES[kind], letter_id=letter.id)
    written = compose(
        kind,
        Language(profile.language),
        name=profile.display_name,
        base_url=settings.VENDUE.vendue_base_url,
        token=token,
    )
    mail.post(written, to=letter.email)


def redeem(*, token: str, purpose: str) -> Account:
    """The account a link is for; the link works no more. Call it in the transaction of its use.

    Raises ``LinkInvalid`` for a link that was used, is too old, or is none of ours.
    """
    letter_id = credentials.read_link_token(keys.secret(), token, purpose=purpose)
    if letter_id is None:
        raise LinkInvalid
    email = Letter.objects.filter(id=letter_id).values_list("email", flat=True).first()
    # The account before the letter: a new password voids the account's other letters, and two of
    # them redeemed at once must not wait for each other in a circle.
    account = (
        Account.objects.select_for_update(no_key=True).filter(email=email, is_active=True).first()
    )
    now = clock.now()
    letter = (
        Letter.objects.select_for_update()
        .filter(id=letter_id, used_at=None, expires_at__gt=now)
        .first()
    )
    if account is None or letter is None:
        raise LinkInvalid
    letter.used_at = now
    letter.save(update_fields=["used_at"])
    return account


def prune() -> int:
    """Remove letters whose links expired a week ago. Returns how many."""
    removed, _ = Letter.objects.filter(expires_at__lt=clock.now() - _KEPT_FOR).delete()
    return removed
