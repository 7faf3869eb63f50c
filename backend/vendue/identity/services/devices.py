"""Devices: which one a request comes from, known by a digest that only this market can make."""

import hmac
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from vendue.identity.engine import credentials
from vendue.identity.models import Device, Session
from vendue.identity.services import keys
from vendue.kernel import clock
from vendue.kernel.actor import Actor

_NAME_LENGTH = 200
_KEPT_UNUSED = timedelta(days=365)


def fingerprint(actor: Actor, user_agent: str) -> bytes:
    """The digest of what a device says of itself: its own id, or at least its user agent."""
    said = actor.origin.device or user_agent
    key = credentials.subkey(keys.secret(), "device")
    return hmac.digest(key, said.encode("utf-8", "replace"), "sha256")


def seen(actor: Actor, account_id: UUID, user_agent: str) -> UUID:
    """Note that an account uses this device, and return the device's id."""
    device, _ = Device.objects.update_or_create(
        account_id=account_id,
        fingerprint=fingerprint(actor, user_agent),
        defaults={"name": _name(user_agent), "last_seen_at": clock.now()},
    )
    return device.id


def is_known(actor: Actor, account_id: UUID, user_agent: str) -> bool:
    """Whether the account was signed in from this device before.

    Only a device that names itself can be known: its user agent alone is anybody's guess.
    """
    digest = fingerprint(actor, user_agent)
    return bool(actor.origin.device) and (
        Device.objects.filter(account_id=account_id, fingerprint=digest).exists()
    )


def prune() -> int:
    """Remove devices that no session of the last year names. Returns how many."""
    used = Session.objects.filter(device=OuterRef("pk"))
    removed, _ = Device.objects.filter(
        ~Exists(used), last_seen_at__lt=clock.now() - _KEPT_UNUSED
    ).delete()
    return removed


def is_same(device_id: UUID, digest: bytes) -> bool:
    """Whether a session's device is the one with this digest."""
    return Device.objects.filter(id=device_id, fingerprint=digest).exists()


def _name(user_agent: str) -> str:
    return "".join(c for c in user_agent if c.isprintable())[:_NAME_LENGTH]
