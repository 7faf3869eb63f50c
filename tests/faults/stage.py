"""Sets a scene in a running market's database: ``python -m tests.faults.stage BIDDERS OPEN DUE``.

Prints, as JSON, the bidders with their keys and the lots that stay open for an hour; the others
come to their end one after the other within the next seconds.
"""

import json
import sys

import django

django.setup()

from tests.factories import a_category, a_live_lot, a_lot, an_account  # noqa: E402 - after setup
from tests.live import bidders  # noqa: E402 - as above

if __name__ == "__main__":
    people, open_lots, due = map(int, sys.argv[1:])
    seller, category = an_account(), a_category()

    def put_up(seconds_left: float) -> str:
        lot = a_lot(seller_account=seller, category=category)
        return str(a_live_lot(lot=lot, seconds_left=seconds_left).lot_id)

    scene = {
        "bidders": [[str(b.account_id), b.principal, b.token] for b in bidders(people)],
        "open": [put_up(3_600) for _ in range(open_lots)],
        "due": [put_up(2 + 8 * at / due) for at in range(due)],
    }
    sys.stdout.write(json.dumps(scene))
