"""Every fact has exactly one event, with the public facts of that moment and nothing else."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from vendue.auctions.engine.figures import Fact, FactKind, pseudonym
from vendue.auctions.engine.public import Shown
from vendue.auctions.engine.terms import LotTerms
from vendue.auctions.queries.lot_rows import state_of
from vendue.auctions.services.verification.findings import Findings, Invariant
from vendue.auctions.services.verification.reading import LotRecords, StoredEvent
from vendue.auctions.services.verification.walking import Secrets
from vendue.kernel.lots import LotResult
from vendue.kernel.money import MAXIMUM_MINOR

_NAMES: Mapping[FactKind, str] = {
    FactKind.BID: "lot.bid_placed",
    FactKind.AUTOMATIC_BID: "lot.bid_placed",
    FactKind.EXTENSION: "lot.extended",
    FactKind.RESERVE_MET: "lot.reserve_met",
    FactKind.VOID: "lot.bid_voided",
    FactKind.PURCHASE: "lot.bought",
    FactKind.CLOSE: "lot.closed",
    FactKind.CANCEL: "lot.cancelled",
}
_NUMBER = re.compile(r"\d+")
#: An event is written in the transaction of its fact; the relay's mark, and so the time from
#: which it is kept, comes later. Facts this much younger than the time kept must have theirs.
_MARGIN = timedelta(hours=1)


def check_events(
    records: LotRecords,
    terms: LotTerms,
    secrets: Mapping[int, Secrets],
    kept_since: datetime,
    findings: Findings,
) -> None:
    """Compare the events of a lot with its facts. Older ones may have been removed."""
    subject = f"lot {records.lot_id}"
    told = _by_sequence(records, findings)
    for stored in records.facts:
        fact = stored.fact
        where = f"{subject} fact {fact.sequence}"
        found = told.pop(fact.sequence, [])
        due = fact.at > kept_since + _MARGIN
        findings.require(
            Invariant.I7,
            where,
            len(found) == 1 or not (found or due),
            f"It has {len(found)} events.",
        )
        for event in found:
            expected = event_of(records.row["lot_id"], fact, terms)
            compare_told(orjson.loads(event.payload), {"id": str(event.event_id), **expected},
                         secrets.get(fact.sequence), f"event of {where}", findings)  # fmt: skip
            fits = event.name == _NAMES[fact.kind] and event.channel == f"lots.{records.lot_id}"
            findings.require(Invariant.I7, where, fits, "Its event goes by another name or way.")
    for sequence in told:
        findings.add(
            Invariant.I7, subject, f"An event tells of fact {sequence}, which is not there."
        )
    _check_auction_events(records, kept_since, findings)


def event_of(lot_id: UUID, fact: Fact, terms: LotTerms) -> dict[str, Any]:
    """What an event of this fact must say, without its id."""
    told: dict[str, Any] = {
        "type": _NAMES[fact.kind],
        "occurred_at": wire_time(fact.at),
        "lot_id": str(lot_id),
        "epoch": fact.epoch,
        "sequence": fact.sequence,
        "state": public_state_of(lot_id, fact, terms, fact.at),
    }
    bidder = pseudonym(fact.bidder_number)
    match fact.kind:
        case FactKind.BID | FactKind.AUTOMATIC_BID:
            automatic = fact.kind is FactKind.AUTOMATIC_BID
            told |= {"bidder": bidder, "amount_minor": fact.amount_minor, "automatic": automatic}
        case FactKind.EXTENSION:
            told["ends_at"] = wire_time(fact.ends_at)
        case FactKind.VOID:
            told["voided_sequences"] = list(fact.voided_sequences)
        case FactKind.PURCHASE:
            told["buyer"] = bidder
        case FactKind.CLOSE:
            winner = bidder if fact.result is LotResult.SOLD else None
            told |= {"result": fact.result, "winner": winner}
    return told


def public_state_of(lot_id: UUID, shown: Shown, terms: LotTerms, at: datetime) -> dict[str, Any]:
    """A public state as JSON: right after a fact, or of a lot's figures."""
    return state_of(lot_id, shown, terms, at).model_dump(mode="json")


def compare_told(
    told: Mapping[str, Any],
    expected: Mapping[str, Any],
    secrets: Secrets | None,
    where: str,
    findings: Findings,
) -> None:
    """What was told must be what may be told, to the last key; a secret in it is worse."""
    if _text(told) == _text(expected):
        return
    for name, amount in _amounts(told):
        is_money = type(amount) is int and 1 <= amount <= MAXIMUM_MINOR
        findings.require(Invariant.I17, where, is_money, f"{name} is {amount!r}.")
    differing = sorted(k for k in {*told, *expected} if told.get(k) != expected.get(k))
    findings.add(Invariant.I7, where, f"It does not say what happened: {', '.join(differing)}.")
    added = _numbers(told) - _numbers(expected)
    if secrets is not None and added & secrets.texts():
        findings.add(Invariant.I2, where, f"A secret amount stands in it: {', '.join(differing)}.")


def wire_time(at: datetime) -> str:
    """RFC 3339 in UTC, as every answer and event writes it."""
    return at.isoformat().replace("+00:00", "Z")


def _by_sequence(records: LotRecords, findings: Findings) -> dict[int, list[StoredEvent]]:
    """The events by the fact they tell of; they were written in the order of the facts."""
    told: dict[int, list[StoredEvent]] = {}
    last = 0
    for event in records.events:
        if not event.name.startswith("lot."):
            continue
        sequence = orjson.loads(event.payload).get("sequence")
        where = f"event {event.event_id}"
        if not isinstance(sequence, int):
            findings.add(Invariant.I7, where, "It carries no sequence.")
            continue
        findings.require(Invariant.I7, where, sequence >= last, "It was published out of turn.")
        told.setdefault(sequence, []).append(event)
        last = sequence
    return told


def _check_auction_events(records: LotRecords, kept_since: datetime, findings: Findings) -> None:
    """Its auction hears of every new end and of the result, once each."""
    since = kept_since + _MARGIN
    recent = [stored.fact for stored in records.facts if stored.fact.at > since]
    told = [e for e in records.events if e.occurred_at > since]
    for name, happened in (
        ("auction.lot_moved", [f.at for f in recent if f.kind is FactKind.EXTENSION]),
        ("auction.lot_closed", [f.at for f in recent if f.result is not None]),
    ):
        times = [event.occurred_at for event in told if event.name == name]
        findings.require(
            Invariant.I7,
            f"lot {records.lot_id}",
            times == happened,
            f"{name} was not told just so.",
        )


def _amounts(node: Any) -> Iterable[tuple[str, Any]]:
    """Every amount in a JSON value, by its name."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name.endswith("_minor") and value is not None:
                yield name, value
            else:
                yield from _amounts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _amounts(value)


def _text(told: Mapping[str, Any]) -> bytes:
    """One text for one meaning; unlike for Python, 1 and 1.0 are two."""
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def _numbers(told: Mapping[str, Any]) -> set[str]:
    return set(_NUMBER.findall(orjson.dumps(told).decode()))
