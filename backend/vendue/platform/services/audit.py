"""The audit trail: one entry for every change, written in the transaction of the change.

Entries are inserted unchained, so that writers never wait for each other; ``sealing`` chains
them within seconds. Personal values (a mail address, a name, an IP, a device) go to a side table
that can be erased; the chain covers salted commitments to them.
"""

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from pydantic_core import to_jsonable_python

from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.platform.engine import chain
from vendue.platform.models import AuditEntry, AuditPersonal, AuditWaiting

_SALT_BYTES = 32


@transaction.atomic
def record(
    actor: Actor,
    action: str,
    subject: str,
    *,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
) -> None:
    """Write who changed what.

    ``action`` is ``lot.approve``, ``subject`` is ``lot:<uuid>``. ``before`` and ``after`` name the
    changed fields only and hold nothing personal: that goes into ``personal``. The caller's IP and
    device are added to it. Raises ``ValueError`` for a value that has no canonical JSON form, such
    as a float.
    """
    values = _plain({**_origin(actor), **(personal or {})})
    salt = secrets.token_bytes(_SALT_BYTES) if values else b""
    entry = AuditEntry.objects.create(
        at=clock.now(),
        action=action,
        subject=subject,
        actor_kind=actor.kind,
        actor_id=actor.account_id,
        organisation_id=actor.organisation_id,
        session_id=actor.session_id,
        api_key_id=actor.api_key_id,
        request_id=actor.origin.request_id,
        reason=reason,
        before=None if before is None else _plain(before),
        after=None if after is None else _plain(after),
        commitment=chain.commitment(salt, values) if values else b"",
    )
    if values:
        AuditPersonal.objects.create(entry=entry, salt=salt, values=values)
    AuditWaiting.objects.create(entry=entry)


def erase_personal(*, account_id: UUID) -> int:
    """Erase the personal values in every entry by or about an account. The chain still verifies.

    Returns how many entries held some.
    """
    erased, _ = AuditPersonal.objects.filter(
        Q(entry__actor_id=account_id) | Q(entry__subject=f"account:{account_id}")
    ).delete()
    return erased


def _origin(actor: Actor) -> dict[str, str]:
    known = {"ip": actor.origin.ip, "device": actor.origin.device}
    return {name: value for name, value in known.items() if value}


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    # What cannot be canonicalised must fail here, in front of its author: once stored it would
    # stop the sealer.
    plain: dict[str, Any] = to_jsonable_python(dict(values))
    chain.require_canonical(plain)
    return plain
