"""Whom a letter reaches, and in which words: asked by the modules that write to people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from vendue.identity.models import Account, Profile
from vendue.kernel.letters import Language

# The top-level domain that never resolves (RFC 2606): the market's own test bidders.
_UNREACHABLE = ".invalid"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who can be written to."""

    account_id: UUID
    email: str
    name: str
    language: Language
    time_zone: ZoneInfo


def addressees_of(account_ids: Iterable[UUID]) -> Mapping[UUID, Addressee]:
    """The active accounts among these whose address is confirmed and can be reached."""
    wanted = set(account_ids)
    accounts = (
        Account.objects.filter(id__in=wanted, is_active=True, email_confirmed_at__isnull=False)
        .exclude(email__endswith=_UNREACHABLE)
        .only("email")
    )
    profiles = Profile.objects.in_bulk(wanted)
    return {
        account.id: _addressee(account, profiles[account.id])
        for account in accounts
        if account.id in profiles
    }


def _addressee(account: Account, profile: Profile) -> Addressee:
    return Addressee(
        account_id=account.id,
        email=account.email,
        name=profile.display_name,
        language=Language(profile.language),
        time_zone=ZoneInfo(profile.time_zone),
    )
