"""The demo market from its catalogue: what is missing is written, what ended is put up again."""

import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from uuid import UUID

from embedded.demo.catalogue.loading import load_catalogue
from embedded.demo.catalogue.records import DemoCatalogue, DemoLot
from embedded.demo.seed import bids, people, sales, standing, tree
from embedded.demo.seed.lots import Order, Written, write
from embedded.demo.seed.people import People
from embedded.demo.seed.standing import Found, Standing

# Fewer lots are written sooner than a second process is ready to help.
WORTH_A_PROCESS = 8
SAID_EVERY = 20


def fill(
    accounts: Path,
    *,
    processes: int,
    at_once: int | None = None,
    catalogue: DemoCatalogue | None = None,
) -> None:
    """Bring the market to what the catalogue says. Safe to repeat, and to be stopped at any time.

    ``accounts`` is the file that tells how to sign in. ``at_once`` lots are written before they
    are put up: all, unless a market is open and waits for them. A market that was begun without
    the demo is left as it is.
    """
    if people.is_foreign():
        _say("There is a market in this database that is not the demo's; it stays as it is.")
        return
    catalogue = catalogue or load_catalogue()
    everybody = people.settle(catalogue.sellers)
    people.show(accounts)
    if planted := tree.plant(catalogue.categories):
        _say(f"{len(everybody.sellers)} sellers, {planted} categories.")

    found = standing.survey(catalogue.lots, everybody.sellers)
    for batch in _batches(standing.wanting(catalogue.lots, found), at_once):
        ids = {
            lot.key: row.lot_id
            for lot in batch
            if (row := found[lot.key]).lot_id is not None and row.standing is Standing.WAITING
        }
        orders = _orders(batch, found, everybody)
        for number, written in enumerate(_written(orders, processes), start=1):
            ids[written.key] = written.lot_id
            if number % SAID_EVERY == 0:
                _say(f"{number} of {len(orders)} lots written, with their pictures.")
        _open(batch, ids, catalogue, everybody)


def _batches(wanted: Iterable[Sequence[DemoLot]], at_once: int | None) -> Iterator[list[DemoLot]]:
    batch: list[DemoLot] = []
    for sale in wanted:
        batch += sale
        if at_once is not None and len(batch) >= at_once:
            yield batch
            batch = []
    if batch:
        yield batch


def _orders(batch: Sequence[DemoLot], found: Mapping[str, Found], everybody: People) -> list[Order]:
    return [
        Order(lot, everybody.sellers[lot.seller], row.lot_id if row.is_unsold else None)
        for lot in batch
        if (row := found[lot.key]).standing is not Standing.WAITING
    ]


def _written(orders: Sequence[Order], processes: int) -> Iterator[Written]:
    if processes == 1 or len(orders) < WORTH_A_PROCESS:
        yield from map(write, orders)
        return
    # Begun anew, not forked: a database connection must not have two owners.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        yield from pool.map(write, orders)


def _open(
    batch: Sequence[DemoLot], ids: dict[str, UUID], catalogue: DemoCatalogue, everybody: People
) -> None:
    made = sales.put_up(batch, ids, catalogue.auctions, everybody.sellers)
    placed = bids.open_bidding((ids[lot.key] for lot in batch), everybody.bidders)
    _say(f"{len(batch)} lots put up in {made} sales; {placed} first bids.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
