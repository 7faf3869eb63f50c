"""A relay as a process of its own, with one reaction that leaves a countable trace.

Run as ``python -m tests.platform.relay_process``; says ``ready`` on stdout once it is at work.
"""

import sys
from collections.abc import Sequence

import django

django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first

from tests.platform.factories import BellRung  # noqa: E402 - as above
from vendue.kernel.events import Event  # noqa: E402 - as above
from vendue.platform.services.relaying import Reaction  # noqa: E402 - as above
from vendue.reactions.management.commands import relay  # noqa: E402 - as above

_COUNT = """
INSERT INTO platform_limitwindow (key, starts_at, count) VALUES (%s, 'epoch', 1)
ON CONFLICT (key, starts_at) DO UPDATE SET count = platform_limitwindow.count + 1
"""


def count_it(events: Sequence[Event]) -> None:
    """Count how often the reaction took effect for each event."""
    with connection.cursor() as cursor:
        for event in events:
            cursor.execute(_COUNT, [event.id.hex])


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    relay.serve(
        {
            BellRung.name: [
                Reaction("count_it", {BellRung.name: BellRung}, count_it, takes_many=False)
            ]
        }
    )
