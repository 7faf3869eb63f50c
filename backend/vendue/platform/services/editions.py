"""What rule sets, increment tables and price rules share: numbered versions, published for ever.

A change of what is published is a new draft of the same name with the next number.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet

from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.tables import Edition
from vendue.platform.services import audit


def serialise(name: str) -> None:
    """Let writers of versions of one name wait for each other, so that numbers do not clash."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20260405))", [name])


def next_number(versions: QuerySet[Any]) -> int:
    """The number of the version after these, from 1."""
    return int(versions.aggregate(last=Max("number"))["last"] or 0) + 1


def publish(row: Any, actor: Actor, kind: str, said: Mapping[str, Any], reason: str) -> None:
    """Make a locked draft a version for ever, with one line in the audit trail.

    ``row`` has ``edition``, ``published_at`` and ``version``; ``said`` is what it says; ``kind``
    names it in the trail, such as ``rule_set``.
    """
    row.edition = Edition.PUBLISHED
    row.published_at = clock.now()
    row.version += 1
    row.save()
    audit.record(
        actor,
        f"{kind}.publish",
        f"{kind}:{row.id}",
        reason=reason,
        before={"edition": Edition.DRAFT.value},
        after={"edition": Edition.PUBLISHED.value, **said},
    )
