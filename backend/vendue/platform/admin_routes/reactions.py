"""Staff see which consequences of events did not come about, and have them tried again."""

from uuid import UUID

from ninja import Query, Router

from vendue.kernel.http import ApiRequest, problems, staff
from vendue.kernel.pages import Page, PageQuery
from vendue.platform import queries
from vendue.platform.errors import ReactionNotFailed
from vendue.platform.schemas import FailedReactionOut, FailedReactionPageOut
from vendue.platform.services import relaying

router = Router(tags=["reactions"], auth=staff("staff:settings"))


@router.get("/failed", operation_id="list_failed_reactions", response=FailedReactionPageOut)
def list_failed_reactions(request: ApiRequest, query: Query[PageQuery]) -> Page[queries.Failure]:
    """List reactions that failed and were not made good, newest first."""
    return queries.failed_reactions(cursor=query.cursor, limit=query.limit)


@router.post(
    "/failed/{failed_reaction_id}/retry",
    operation_id="retry_reaction",
    response={200: FailedReactionOut, **problems(ReactionNotFailed)},
)
def retry_reaction(request: ApiRequest, failed_reaction_id: UUID) -> queries.Failure:
    """Have a relay try a failed reaction again, at once. It vanishes from the list if it works."""
    return relaying.ask_for_retry(actor=request.auth, failed_reaction_id=failed_reaction_id)
