"""The demo market's bidders: ``python -m embedded.demo.bidders``, until it is told to end."""

import argparse
import random
import signal
import sys
import time
from contextlib import ExitStack

from embedded.demo.accounts import DemoAccount
from embedded.demo.floor import Floor
from embedded.demo.replenishing import Replenishing
from embedded.demo.temperaments import TEMPERAMENTS
from vendue_sdk import Vendue, VendueError

PACE_SECONDS = 4.0
LOOKS = 4
TIMEOUT_SECONDS = 5.0
#: A lot that ends so soon, in minutes, makes the bidders twice as quick.
HURRY_MINUTES = 2
SOON_MINUTES = 60
ENDING_SOON = 12
SAY_EVERY_SECONDS = 1_800
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 1.0, 8.0


class Log:
    """One line now and then."""

    def __init__(self) -> None:
        self._placed = 0
        self._next_at = time.monotonic() + SAY_EVERY_SECONDS
        self._wait_seconds = FIRST_WAIT_SECONDS

    def well(self, *, placed: bool) -> None:
        """Things go on; a bid was accepted, or not."""
        if self._wait_seconds > FIRST_WAIT_SECONDS:
            _say("The market answers again.")
            self._wait_seconds = FIRST_WAIT_SECONDS
        self._placed += placed
        if time.monotonic() >= self._next_at:
            _say(f"{self._placed} bids in the last {SAY_EVERY_SECONDS // 60} minutes.")
            self._placed, self._next_at = 0, time.monotonic() + SAY_EVERY_SECONDS

    def trouble(self, cause: VendueError) -> float:
        """The market does not answer. Returns how long to wait: longer each time, in seconds."""
        if self._wait_seconds == FIRST_WAIT_SECONDS:
            _say(f"Waiting for the market: {cause}")
        self._wait_seconds = min(self._wait_seconds * 2, LONGEST_WAIT_SECONDS)
        return self._wait_seconds / 2


def serve(floor: Floor, replenishing: Replenishing, pace_seconds: float) -> None:
    """Bid as long as anybody can sign in."""
    log = Log()
    while floor.seats:
        try:
            floor.look_round()
            replenishing.see_to(floor.ending_within(SOON_MINUTES))
            # Many looks lead to nothing: one leads there already, or it has become too dear.
            log.well(placed=any(floor.next_bid() for _ in range(LOOKS)))
        except VendueError as cause:
            time.sleep(log.trouble(cause))
            continue
        haste = 2 if floor.ending_within(HURRY_MINUTES) else 1
        time.sleep(pace_seconds * random.uniform(0.5, 1.5) / haste)  # noqa: S311 - decides no secret


def main() -> None:
    """Seat the bidders and let them bid until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="python -m embedded.demo.bidders", description=__doc__)
    parser.add_argument("--pace", type=float, default=PACE_SECONDS, help="seconds between looks")
    parser.add_argument(
        "--ending-soon", type=int, default=ENDING_SOON, help="lots to end within the hour"
    )
    options = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    with ExitStack() as closing:
        guest = closing.enter_context(_seat())
        seats = [(one, closing.enter_context(_seat(one.account))) for one in TEMPERAMENTS]
        replenishing = closing.enter_context(Replenishing(options.ending_soon))
        serve(Floor(guest, seats), replenishing, options.pace)
        _say("None of the demo bidders may sign in here; nothing is left to do.")
        signal.pause()


def _seat(account: DemoAccount | None = None) -> Vendue:
    # Nobody here insists: who got no answer tries something else a few seconds later.
    return Vendue(
        email=account.email if account else None,
        password=account.password if account else None,
        timeout=TIMEOUT_SECONDS,
        max_retries=0,
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
