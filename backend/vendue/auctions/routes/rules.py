"""The rules lots are sold under: published versions, for anyone to recompute a decision."""

from uuid import UUID

from ninja import Query, Router

from vendue.auctions.queries import rules as queries
from vendue.auctions.schemas.increments import RulesQuery
from vendue.auctions.schemas.rules import RuleSetOut, RuleSetPageOut
from vendue.kernel.http import ApiRequest, anybody
from vendue.kernel.pages import Page
from vendue.kernel.tables import Edition

router = Router(tags=["rules"])


@router.get("", operation_id="list_rule_sets", response=RuleSetPageOut, auth=anybody)
def list_rule_sets(request: ApiRequest, query: Query[RulesQuery]) -> Page[queries.RuleSetView]:
    """List the published versions of rule sets, the newest first."""
    return queries.rule_sets(
        name=query.name, edition=Edition.PUBLISHED, cursor=query.cursor, limit=query.limit
    )


@router.get("/{rule_set_id}", operation_id="get_rule_set", response=RuleSetOut, auth=anybody)
def get_rule_set(request: ApiRequest, rule_set_id: UUID) -> queries.RuleSetView:
    """Read a published version of a rule set, with its increments for every currency."""
    return queries.rule_set(rule_set_id, edition=Edition.PUBLISHED)
