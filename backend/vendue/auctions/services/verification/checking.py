"""The whole check: one snapshot of the database, every lot in it, and a client's record."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction

from vendue.auctions.services.verification import bidders, reading
from vendue.auctions.services.verification.answers import AnswerCheck
from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.auctions.services.verification.publishing import check_events
from vendue.auctions.services.verification.reading import LotRecords
from vendue.auctions.services.verification.record import Told, check_record
from vendue.auctions.services.verification.replaying import Replay, check_chain, pinned_terms
from vendue.auctions.services.verification.walking import Walk, check_row
from vendue.kernel import clock
from vendue.kernel.errors import DomainError
from vendue.platform.services import sealing, settings

Progress = Callable[[Findings], None]


def check(told: Sequence[Told] = (), *, progress: Progress = lambda _: None) -> Findings:
    """Check every invariant. ``progress`` is called after each lot. Changes nothing.

    Must not be called inside a transaction: it reads one snapshot of its own.
    """
    findings = Findings()
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
        now = clock.database_now()
        kept_since = now - timedelta(days=settings.value(settings.Setting.OUTBOX_KEPT_DAYS))
        for records in reading.lots():
            _check_lot(records, kept_since, now, findings)
            progress(findings)
        bidders.check_bidders(findings)
        fault = sealing.verify().fault
        if fault is not None:
            findings.add(Invariant.I14, f"audit link {fault.number}", fault.reason)
        check_record(told, findings)
    return findings


def _check_lot(
    records: LotRecords, kept_since: datetime, now: datetime, findings: Findings
) -> None:
    findings.checked["facts"] += len(records.facts)
    findings.checked["events"] += len(records.events)
    findings.checked["answers"] += len(records.answers)
    if not records.row:
        _check_strays(records, findings)
        return
    findings.checked["lots"] += 1
    check_row(records.row, records.facts, findings)
    try:
        terms = pinned_terms(records.row)
    except DomainError as refusal:
        findings.add(Invariant.I3, f"lot {records.lot_id}", f"Its terms are {refusal.code}.")
        return
    reserve_minor = records.row["published_reserve_minor"]
    lot_id = records.row["lot_id"]
    walk = Walk(lot_id, terms, findings, reserve_minor, records.changes)
    walk.along(records.facts)
    replay = Replay(records, terms, findings)
    replay.run()
    check_chain(records, terms, findings)
    check_events(records, terms, walk.secrets, kept_since, findings)
    AnswerCheck(records, terms, replay, walk.secrets, findings).run(now)


def _check_strays(records: LotRecords, findings: Findings) -> None:
    """What belongs to no published lot. A refusal may: the lot asked for need not exist."""
    for event in records.events:
        findings.add(Invariant.I7, f"event {event.event_id}", "It tells of no published lot.")
    for answer in records.answers:
        if answer.status == 201:
            where = f"answer to key {answer.key} of {answer.principal}"
            findings.add(Invariant.I11, where, "It acknowledges a bid on no published lot.")
