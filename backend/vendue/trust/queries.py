"""Reading suspensions."""

from uuid import UUID

from vendue.kernel.pages import Page, decode_cursor, page_of
from vendue.trust.models import Suspension


def suspensions_of(account_id: UUID | None, *, cursor: str | None, limit: int) -> Page[Suspension]:
    """Suspensions, newest first: of one account, or of all."""
    found = Suspension.objects.order_by("-id")
    if account_id is not None:
        found = found.filter(account_id=account_id)
    if cursor:
        found = found.filter(id__lt=decode_cursor(cursor, UUID)[0])
    return page_of(list(found[: limit + 1]), limit, lambda row: (str(row.id),))
