"""``python -m embedded.demo.seed``: fill the demo market, or put new lots where old ones ended."""

import argparse
import os
import sys

from embedded import lock
from embedded.demo.seed.filling import fill
from embedded.state import State

# What a market that is open can spare.
NICENESS = 10
AT_ONCE = 12
MOST_PROCESSES = 4


def main() -> None:
    """Seed with every core there is; beside an open market gently, with one that gives way."""
    parser = argparse.ArgumentParser(prog="python -m embedded.demo.seed", description=__doc__)
    parser.add_argument("--gently", action="store_true", help="give way to the open market")
    gently = parser.parse_args().gently
    if gently:
        os.nice(NICENESS)
    state = State.open()
    try:
        with lock.held(state.run / "seed.lock"):
            if gently:
                fill(state.accounts, processes=1, at_once=AT_ONCE)
            else:
                fill(state.accounts, processes=min(MOST_PROCESSES, os.cpu_count() or 1))
    except lock.AlreadyRunning:
        sys.stdout.write("The demo market is being seeded already.\n")


if __name__ == "__main__":
    main()
