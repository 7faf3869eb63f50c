"""Devices: which one a request comes from, known by a digest that only this market can make."""

import hmac
from uuid import UUID

from vendue.identity.engine import credentials
from vendue.identity.models import Device
from vendue.identity.services import keys
from vendue.kernel import clock
from vendue.kernel.actor import Actor

_NAME_LENGTH = 200


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


def is_same(device_id: UUID, digest: bytes) -> bool:
    """Whether a session's device is the one with this digest."""
    return Device.objects.filter(id=device_id, fingerprint=digest).exists()


def _name(user_agent: str) -> str:
    return "".join(c for c in user_agent if c.isprintable())[:_NAME_LENGTH]
