"""What people want to be told, and how: read for many at once, changed by themselves."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db import transaction

from vendue.comms.engine.preferences import DEFAULTS, NOTICE_MINUTES, EndingNotice, Preferences
from vendue.comms.events import NotificationKind
from vendue.comms.models import NotificationPreference
from vendue.comms.queries import preferences as queries
from vendue.identity.errors import LinkInvalid
from vendue.kernel.actor import Actor, system
from vendue.kernel.errors import Stale
from vendue.platform.services import audit

_SIGNER = Signer(sep=".", salt="vendue.comms.letters")


@transaction.atomic
def update(
    *,
    actor: Actor,
    version: int,
    channels: Mapping[NotificationKind, Mapping[str, bool]],
    ending_notice: EndingNotice | None,
) -> Preferences:
    """Change the caller's preferences; what is not named stays. Raises ``Stale``.

    ``channels`` has for each kind that changes ``in_app`` and ``email``, or one of them.
    """
    NotificationPreference.objects.bulk_create(
        [NotificationPreference(account_id=actor.id)], ignore_conflicts=True
    )
    row = NotificationPreference.objects.select_for_update().get(account_id=actor.id)
    before = queries.of_row(row)
    if before.version != version:
        raise Stale
    for kind, changes in channels.items():
        row.choices[kind.value] = {**row.choices.get(kind.value, {}), **changes}
    if ending_notice is not None:
        row.ending_notice_minutes = NOTICE_MINUTES[ending_notice]
    row.version += 1
    row.save()
    audit.record(
        actor,
        "notification_preferences.update",
        f"account:{actor.id}",
        after={"choices": row.choices, "ending_notice_minutes": row.ending_notice_minutes},
    )
    return queries.of_row(row)


@transaction.atomic
def stop_letters(*, token: str) -> None:
    """Send no more letters of the kind that the token came in to whoever got it.

    Needs no sign-in: mail programs do it for their readers. Safe to repeat. Raises
    ``LinkInvalid``.
    """
    account_id, kind = _unsigned(token)
    NotificationPreference.objects.bulk_create(
        [NotificationPreference(account_id=account_id)], ignore_conflicts=True
    )
    row = NotificationPreference.objects.select_for_update().get(account_id=account_id)
    if not queries.of_row(row).by_kind[kind].email:
        return
    row.choices[kind.value] = {**row.choices.get(kind.value, {}), "email": False}
    row.version += 1
    row.save()
    audit.record(
        system("letters"),
        "notification_preferences.stop_letters",
        f"account:{account_id}",
        after={"choices": row.choices},
    )


def stop_token(account_id: UUID, kind: NotificationKind) -> str:
    """What ``stop_letters`` takes, for the letters of a kind to an account."""
    return _SIGNER.sign(f"{account_id.hex}.{kind}")


def _unsigned(token: str) -> tuple[UUID, NotificationKind]:
    try:
        account_id, _, kind = _SIGNER.unsign(token).partition(".")
        return UUID(account_id), NotificationKind(kind)
    except (BadSignature, ValueError) as error:
        raise LinkInvalid from error


def of(account_ids: Iterable[UUID]) -> Mapping[UUID, Preferences]:
    """The preferences of each of these accounts, in one query."""
    wanted = set(account_ids)
    chosen = NotificationPreference.objects.in_bulk(wanted)
    return {
        account_id: queries.of_row(chosen[account_id]) if account_id in chosen else DEFAULTS
        for account_id in wanted
    }
