"""What buyers pay beside the hammer price: published versions, for anyone to recompute a total."""

from uuid import UUID

from ninja import Query, Router

from vendue.kernel.http import ApiRequest, anybody
from vendue.kernel.pages import Page
from vendue.kernel.tables import Edition
from vendue.payments.queries import prices as queries
from vendue.payments.queries.prices import PriceRuleView
from vendue.payments.schemas.prices import PriceRuleOut, PriceRulePageOut, PriceRulesQuery

router = Router(tags=["price_rules"])


@router.get("", operation_id="list_price_rules", response=PriceRulePageOut, auth=anybody)
def list_price_rules(request: ApiRequest, query: Query[PriceRulesQuery]) -> Page[PriceRuleView]:
    """List the published versions of price rules, the newest first."""
    return queries.price_rules(
        name=query.name, edition=Edition.PUBLISHED, cursor=query.cursor, limit=query.limit
    )


@router.get("/{price_rule_id}", operation_id="get_price_rule", response=PriceRuleOut, auth=anybody)
def get_price_rule(request: ApiRequest, price_rule_id: UUID) -> PriceRuleView:
    """Read a published version of a price rule, with its premiums for every currency."""
    return queries.price_rule(price_rule_id, edition=Edition.PUBLISHED)
