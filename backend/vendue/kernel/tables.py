"""What tables of several modules share: rows that are written once and stay."""

import pgtrigger
from django.db import models


class Edition(models.TextChoices):
    """A draft may change; a published version never does."""

    DRAFT = "draft"
    PUBLISHED = "published"


def append_only(what: str) -> list[pgtrigger.Trigger]:
    """Triggers by which PostgreSQL itself refuses to change, remove or empty ``what``."""
    refusal = f"RAISE EXCEPTION 'Rows of {what} are never changed or removed.';"
    return [
        pgtrigger.Trigger(
            name="rows_stay",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=refusal,
        ),
        pgtrigger.Trigger(
            name="table_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            level=pgtrigger.Statement,
            func=refusal,
        ),
    ]
