"""The audit trail's hash chain: entries are sealed one after the other, and the seals verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from vendue.platform.engine import chain
from vendue.platform.models import AuditEntry, AuditPersonal, AuditSeal, AuditWaiting

_BATCH = 1000
_LOCK = 20260404


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of the chain. Kept elsewhere, it proves later that nothing before it moved."""

    number: int
    hash: bytes

    @property
    def hex(self) -> str:
        """The hash as people and the wire write it."""
        return self.hash.hex()


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that does not fit, and the entry it was found at."""

    number: int
    audit_entry_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found."""

    checked: int
    head: Head
    fault: Fault | None


def seal_waiting() -> int:
    """Chain every entry that waits. Returns how many; 0 also where another sealer is at it."""
    sealed = 0
    while count := _seal_batch():
        sealed += count
        if count < _BATCH:
            break
    return sealed


def head() -> Head:
    """The chain's last link; number 0 and the genesis hash while there is none."""
    last = AuditSeal.objects.order_by("-number").first()
    return Head(last.number, bytes(last.hash)) if last else Head(0, chain.GENESIS)


def verify_newest(count: int) -> Verdict:
    """Verify the last ``count`` links, as ``verify`` does."""
    return verify(after=max(0, head().number - count))


def verify(*, after: int = 0, expected: Head | None = None) -> Verdict:
    """Recompute the chain behind link number ``after``, personal values included where present.

    Stops at the first fault. ``expected`` is a head that was kept elsewhere: the chain must still
    run through it.
    """
    last, fault = _start(after)
    checked = 0
    while fault is None:
        seals = list(AuditSeal.objects.filter(number__gt=last.number).order_by("number")[:_BATCH])
        if not seals:
            break
        last, fault = _verify_batch(last, seals, expected)
        checked += len(seals)
    if fault is None:
        fault = _missing(last, expected)
    return Verdict(checked, last, fault)


@transaction.atomic
def _seal_batch() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        (is_ours,) = cursor.fetchone()
    if not is_ours:
        return 0
    ids = list(
        AuditWaiting.objects.order_by("entry_id").values_list("entry_id", flat=True)[:_BATCH]
    )
    entries = AuditEntry.objects.in_bulk(ids)
    last = head()
    seals = []
    for entry_id in ids:
        following = Head(last.number + 1, chain.link(last.hash, _public(entries[entry_id])))
        seals.append(
            AuditSeal(
                number=following.number,
                entry_id=entry_id,
                previous_hash=last.hash,
                hash=following.hash,
            )
        )
        last = following
    AuditSeal.objects.bulk_create(seals)
    AuditWaiting.objects.filter(entry_id__in=ids).delete()
    return len(ids)


def _start(after: int) -> tuple[Head, Fault | None]:
    if after == 0:
        return Head(0, chain.GENESIS), None
    seal = AuditSeal.objects.filter(number=after).first()
    if seal is None:
        return Head(after, b""), Fault(after, None, "The link to start behind is missing.")
    return Head(after, bytes(seal.hash)), None


def _verify_batch(
    last: Head, seals: list[AuditSeal], expected: Head | None
) -> tuple[Head, Fault | None]:
    ids = [seal.entry_id for seal in seals]
    entries = AuditEntry.objects.in_bulk(ids)
    personal = AuditPersonal.objects.in_bulk(ids)
    for seal in seals:
        entry = entries.get(seal.entry_id)
        reason = (
            _wrong_place(seal, last)
            or _wrong_entry(seal, entry)
            or (entry and _wrong_personal(entry, personal.get(seal.entry_id)))
        )
        if reason:
            return last, Fault(seal.number, seal.entry_id, reason)
        last = Head(seal.number, bytes(seal.hash))
        if expected and expected.number == last.number and expected.hash != last.hash:
            return last, Fault(seal.number, seal.entry_id, "Another head was kept for this link.")
    return last, None


def _wrong_place(seal: AuditSeal, last: Head) -> str | None:
    if seal.number != last.number + 1:
        return f"Link {last.number + 1} is missing."
    if bytes(seal.previous_hash) != last.hash:
        return "The link does not continue the one before it."
    return None


def _wrong_entry(seal: AuditSeal, entry: AuditEntry | None) -> str | None:
    if entry is None:
        return "The entry is missing."
    if chain.link(bytes(seal.previous_hash), _public(entry)) != bytes(seal.hash):
        return "The entry was changed."
    return None


def _wrong_personal(entry: AuditEntry, personal: AuditPersonal | None) -> str | None:
    if personal is None:
        return None  # there was none, or it was erased
    if chain.commitment(bytes(personal.salt), personal.values) != bytes(entry.commitment):
        return "The personal values were changed."
    return None


def _missing(last: Head, expected: Head | None) -> Fault | None:
    """What the walk along the chain cannot see: a tail cut off, an entry never sealed."""
    if expected and expected.number > last.number:
        return Fault(last.number, None, f"The chain ends before link {expected.number}.")
    with connection.cursor() as cursor:
        cursor.execute(_UNCHAINED_SQL)
        row = cursor.fetchone()
    return None if row is None else Fault(last.number, row[0], "The entry is not in the chain.")


_UNCHAINED_SQL = """
SELECT entry.id FROM platform_auditentry AS entry
 WHERE NOT EXISTS (SELECT 1 FROM platform_auditseal AS seal WHERE seal.entry_id = entry.id)
   AND NOT EXISTS (SELECT 1 FROM platform_auditwaiting AS waiting
                    WHERE waiting.entry_id = entry.id)
 ORDER BY entry.id LIMIT 1
"""


def _public(entry: AuditEntry) -> Mapping[str, Any]:
    """What the chain covers."""
    return {
        "id": str(entry.id),
        "at": chain.moment(entry.at),
        "action": entry.action,
        "subject": entry.subject,
        "actor_kind": entry.actor_kind,
        "actor_id": _text(entry.actor_id),
        "organisation_id": _text(entry.organisation_id),
        "session_id": _text(entry.session_id),
        "api_key_id": _text(entry.api_key_id),
        "request_id": entry.request_id,
        "reason": entry.reason,
        "before": entry.before,
        "after": entry.after,
        "commitment": bytes(entry.commitment).hex(),
    }


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
