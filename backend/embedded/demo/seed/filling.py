"""The demo market from its catalogue: what is missing is written, what ended is put up again."""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
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


def fill(accounts: Path, *, processes: int, catalogue: DemoCatalogue | None = None) -> None:
    """Bring the market to what the catalogue says. Safe to repeat, and to be stopped at any time.

    ``accounts`` is the file that tells how to sign in. A market that was begun without the demo
    is left as it is.
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
    wanted = standing.wanting(catalogue.lots, found)
    ids = {lot.key: row.lot_id for lot in wanted if (row := found[lot.key]).lot_id is not None}
    orders = _orders(wanted, found, everybody)
    for number, written in enumerate(_written(orders, processes), start=1):
        ids[written.key] = written.lot_id
        if number % SAID_EVERY == 0 or number == len(orders):
            _say(f"{number} of {len(orders)} lots written, with their pictures.")
    if wanted:
        _open(wanted, ids, catalogue, everybody)


def _orders(wanted: Sequence[DemoLot], found: dict[str, Found], everybody: People) -> list[Order]:
    return [
        Order(lot, everybody.sellers[lot.seller], row.lot_id if row.is_unsold else None)
        for lot in wanted
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
    wanted: Sequence[DemoLot], ids: dict[str, UUID], catalogue: DemoCatalogue, everybody: People
) -> None:
    made = sales.put_up(wanted, ids, catalogue.auctions, everybody.sellers)
    placed = bids.open_bidding((ids[lot.key] for lot in wanted), everybody.bidders)
    _say(f"{len(wanted)} lots put up in {made} sales; {placed} first bids.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
