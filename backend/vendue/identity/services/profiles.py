"""A person's own profile."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from django.db import transaction

from vendue.identity.models import Profile
from vendue.identity.queries import accounts
from vendue.identity.queries.accounts import Person
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale, invalid_field
from vendue.platform.services import audit

_FIELDS = frozenset({"display_name", "language", "time_zone", "currency"})


@transaction.atomic
def update(*, actor: Actor, version: int, changes: Mapping[str, str]) -> Person:
    """Change the caller's profile. Raises ``Stale`` or ``InvalidRequest``."""
    assert changes.keys() <= _FIELDS
    if "time_zone" in changes:
        require_time_zone(changes["time_zone"])
    profile = Profile.objects.select_for_update().filter(account_id=actor.id).first()
    if profile is None:
        raise NotFound
    if profile.version != version:
        raise Stale
    before = {name: str(getattr(profile, name)) for name in changes}
    for name, value in changes.items():
        setattr(profile, name, value)
    profile.version += 1
    profile.save()
    audit.record(
        actor,
        "profile.update",
        f"account:{actor.id}",
        personal={"before": before, "after": {name: str(value) for name, value in changes.items()}},
    )
    return accounts.person(actor.id)


def require_time_zone(name: str) -> None:
    """Refuse what is not a zone of the IANA database. Raises ``InvalidRequest``."""
    if name not in _time_zones():
        raise invalid_field("/time_zone", "unknown_time_zone", "Use a name such as Europe/Riga.")


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())
