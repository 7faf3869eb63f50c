"""Reading people: one's own page, one's own sessions, and what staff look up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vendue.identity.models import Account, Device, Organisation, Profile, Session
from vendue.identity.queries import memberships as belonging
from vendue.kernel import clock
from vendue.kernel.errors import NotFound
from vendue.kernel.pages import Page, decode_cursor, page_of


@dataclass(frozen=True, slots=True)
class OwnMembership:
    """An organisation somebody belongs to."""

    organisation_id: UUID
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Person:
    """An account with its profile."""

    account_id: UUID
    email: str
    email_confirmed_at: datetime | None
    is_active: bool
    roles: tuple[str, ...]
    terms_version: str
    display_name: str
    language: str
    time_zone: str
    currency: str
    organisations: tuple[OwnMembership, ...]
    created_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session that is still good."""

    session_id: UUID
    device: str
    ip: str | None
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    is_current: bool


def person(account_id: UUID) -> Person:
    """One person. Raises ``NotFound``."""
    account = Account.objects.filter(id=account_id).first()
    if account is None:
        raise NotFound
    return _people([account])[0]


def people(*, email: str | None, cursor: str | None, limit: int) -> Page[Person]:
    """Accounts, newest first; with ``email``, those whose address begins with it."""
    accounts = Account.objects.order_by("-id")
    if email:
        accounts = accounts.filter(email__startswith=email.strip().lower())
    if cursor:
        accounts = accounts.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(accounts[: limit + 1]), limit, lambda account: (str(account.id),))
    return Page(_people(page.items), page.next_cursor)


def live_sessions(
    account_id: UUID, current: UUID | None, *, cursor: str | None, limit: int
) -> Page[LiveSession]:
    """An account's sessions that are still good, newest first."""
    sessions = (
        Session.objects.filter(account_id=account_id, ended_at=None, expires_at__gt=clock.now())
        .select_related("device")
        .order_by("-id")
    )
    if cursor:
        sessions = sessions.filter(id__lt=decode_cursor(cursor, UUID)[0])
    page = page_of(list(sessions[: limit + 1]), limit, lambda session: (str(session.id),))
    return Page([_session(session, current) for session in page.items], page.next_cursor)


def _session(session: Session, current: UUID | None) -> LiveSession:
    device: Device = session.device
    return LiveSession(
        session_id=session.id,
        device=device.name,
        ip=session.ip,
        created_at=session.created_at,
        last_used_at=session.rotated_at,
        expires_at=session.expires_at,
        is_current=session.id == current,
    )


def _people(accounts: Sequence[Account]) -> list[Person]:
    ids = [account.id for account in accounts]
    profiles = Profile.objects.in_bulk(ids)
    memberships: dict[UUID, list[OwnMembership]] = {account_id: [] for account_id in ids}
    for membership in (
        belonging.accepted()
        .filter(account_id__in=ids)
        .select_related("organisation")
        .order_by("id")
    ):
        organisation: Organisation = membership.organisation
        memberships[membership.account_id].append(
            OwnMembership(organisation.id, organisation.name, membership.role)
        )
    return [
        _person(account, profiles[account.id], tuple(memberships[account.id]))
        for account in accounts
    ]


def _person(account: Account, profile: Profile, organisations: tuple[OwnMembership, ...]) -> Person:
    return Person(
        account_id=account.id,
        email=account.email,
        email_confirmed_at=account.email_confirmed_at,
        is_active=account.is_active,
        roles=tuple(account.roles),
        terms_version=account.terms_version,
        display_name=profile.display_name,
        language=profile.language,
        time_zone=profile.time_zone,
        currency=profile.currency,
        organisations=organisations,
        created_at=account.created_at,
        version=profile.version,
    )
