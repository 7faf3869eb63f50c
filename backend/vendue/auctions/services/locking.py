"""Taking a lot: its row locked, then the clock read, then what else the decision needs.

The order is the rule (5.1): the clock is read by a statement of its own *after* the lock is held.
One table is locked, in id order, without a join: after a wait PostgreSQL rechecks only the locked
row and would join it with rows from before the wait.
"""

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from vendue.auctions.queries.lot_rows import COLUMNS, TERMS_TEXTS, figures_of, terms_of
from vendue.auctions.services.recording import Changes, LotBidder, OpenLot
from vendue.kernel import clock

_NAMES = ", ".join(COLUMNS)
#: Parameter: ids uuid[]. Waits for whoever holds a row.
LOCK = f"""
SELECT {_NAMES} FROM auctions_lotstate
 WHERE lot_id = ANY(%s::uuid[]) ORDER BY lot_id FOR NO KEY UPDATE
"""  # noqa: S608 - column names of ours
#: The same, leaving out rows that somebody else holds.
LOCK_FREE = LOCK.rstrip() + " SKIP LOCKED"
#: Parameter: ids uuid[]. Which of these lots there are, whoever holds them.
KNOWN = "SELECT lot_id FROM auctions_lotstate WHERE lot_id = ANY(%s::uuid[])"
CLOCK = "SELECT clock_timestamp()"
# A process that stops between two statements, or whose machine is gone, holds no lot for long.
_LET_GO = "SELECT set_config('idle_in_transaction_session_timeout', '15s', true)"
#: Parameters: lots uuid[], accounts uuid[] (pairs), lots uuid[]. The pairs' rows and the leaders'.
BIDDERS = """
SELECT bidder.lot_id, bidder.account_id, bidder.number, bidder.maximum_minor, bidder.sequence,
       bidder.secret, bidder.last_bid_at
  FROM auctions_autobid AS bidder
  JOIN unnest(%s::uuid[], %s::uuid[]) AS pair (lot_id, account_id)
    ON bidder.lot_id = pair.lot_id AND bidder.account_id = pair.account_id
 UNION ALL
SELECT bidder.lot_id, bidder.account_id, bidder.number, bidder.maximum_minor, bidder.sequence,
       bidder.secret, bidder.last_bid_at
  FROM auctions_lotstate AS lot
  JOIN auctions_autobid AS bidder
    ON bidder.lot_id = lot.lot_id AND bidder.account_id = lot.leader_id
 WHERE lot.lot_id = ANY(%s::uuid[])
"""


def take_lots(lot_ids: Sequence[UUID], *, wait: bool = True) -> tuple[list[OpenLot], datetime]:
    """Lock lots inside the caller's transaction and read the clock; for all but the bid desk.

    Without ``wait``, lots that somebody else holds are left out. Each lot knows its leader.
    """
    ids = sorted(lot_ids)
    with connection.cursor() as cursor:
        cursor.execute(_LET_GO)
        cursor.execute(LOCK if wait else LOCK_FREE, [ids])
        rows = cursor.fetchall()
    now = clock.database_now()
    lots = opened(rows, _terms_together(ids))
    with connection.cursor() as cursor:
        cursor.execute(BIDDERS, [[], [], ids])
        place_bidders(lots, cursor.fetchall())
    return list(lots.values()), now


def opened(rows: Sequence[Sequence[Any]], load: Callable[[UUID], str]) -> dict[UUID, OpenLot]:
    """The lots of locked rows, in the order of their ids."""
    lots = {}
    for values in rows:
        row = dict(zip(COLUMNS, values, strict=True))
        lots[row["lot_id"]] = OpenLot.of(row, terms_of(row, load), figures_of(row))
    return lots


def _terms_together(lot_ids: Sequence[UUID]) -> Callable[[UUID], str]:
    """Loads terms that the process does not know yet: those of all these lots in one query."""
    texts: dict[UUID, str] = {}

    def load(lot_id: UUID) -> str:
        if not texts:
            with connection.cursor() as cursor:
                cursor.execute(TERMS_TEXTS, [list(lot_ids)])
                texts.update(cursor.fetchall())
        return texts[lot_id]

    return load


def place_bidders(lots: dict[UUID, OpenLot], rows: Sequence[Sequence[Any]]) -> None:
    """Give each lot the bidders that ``BIDDERS`` found."""
    for lot_id, account_id, number, maximum_minor, sequence, secret, last_bid_at in rows:
        lot = lots.get(lot_id)
        if lot is not None:
            # An erased secret is gone: new commitments get salts that nobody will ever know.
            known = bytes(secret) if secret else secrets.token_bytes(32)
            lot.bidders[account_id] = LotBidder(
                account_id, number, maximum_minor, sequence, known, last_bid_at
            )


def record(changes: Changes) -> None:
    """Write decisions inside the caller's transaction, and tell of them once it is committed."""

    def execute(sql: str, parameters: list[Any]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)

    changes.write(execute)
    transaction.on_commit(changes.announce)
