"""Staff write, try and publish price rules."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.kernel.costs import CostsOut
from vendue.kernel.http import (
    KEY_NEVER,
    ApiRequest,
    created,
    expected_version,
    problems,
    staff,
)
from vendue.kernel.pages import Page
from vendue.payments.errors import InvalidPrices, PricesNotPublished, PricesPublished
from vendue.payments.queries import prices as queries
from vendue.payments.queries.prices import PriceRuleView
from vendue.payments.schemas.prices import (
    AllPriceRulesQuery,
    PricePublicationIn,
    PriceRuleIn,
    PriceRuleOut,
    PriceRulePageOut,
    PriceRulePatch,
)
from vendue.payments.schemas.trials import PriceTrialIn, PriceTrialOut
from vendue.payments.services import costs, prices

router = Router(tags=["price_rules"], auth=staff("staff:rules"))


@router.get("", operation_id="list_all_price_rules", response=PriceRulePageOut)
def list_all_price_rules(
    request: ApiRequest, query: Query[AllPriceRulesQuery]
) -> Page[PriceRuleView]:
    """List every version of every price rule, drafts among them, the newest first."""
    return queries.price_rules(
        name=query.name, edition=query.edition, cursor=query.cursor, limit=query.limit
    )


@router.post(
    "",
    operation_id="create_price_rule",
    response={201: PriceRuleOut, **problems(InvalidPrices)},
)
def create_price_rule(
    request: ApiRequest, response: HttpResponse, body: PriceRuleIn
) -> Status[PriceRuleView]:
    """Write a draft. It becomes the next version of the price rule of this name."""
    price_rule = prices.create_price_rule(
        actor=request.auth,
        name=body.name,
        premiums=body.document(),
        is_one_stop_shop=body.is_one_stop_shop,
    )
    created(response, f"/api/admin/v1/price-rules/{price_rule.price_rule_id}")
    return Status(201, price_rule)


@router.get("/{price_rule_id}", operation_id="get_any_price_rule", response=PriceRuleOut)
def get_any_price_rule(request: ApiRequest, price_rule_id: UUID) -> PriceRuleView:
    """Read one version of a price rule, a draft or published."""
    return queries.price_rule(price_rule_id)


@router.patch(
    "/{price_rule_id}",
    operation_id="update_price_rule",
    response={200: PriceRuleOut, **problems(PricesPublished, InvalidPrices)},
)
def update_price_rule(
    request: ApiRequest, price_rule_id: UUID, body: PriceRulePatch
) -> PriceRuleView:
    """Change a draft. A published version never changes: create the next one instead."""
    return prices.update_price_rule(
        actor=request.auth,
        price_rule_id=price_rule_id,
        version=expected_version(request),
        changes=body.changes(),
    )


@router.post(
    "/{price_rule_id}/publication",
    operation_id="publish_price_rule",
    response={200: PriceRuleOut, **problems(PricesPublished, InvalidPrices)},
)
def publish_price_rule(
    request: ApiRequest, price_rule_id: UUID, body: PricePublicationIn
) -> PriceRuleView:
    """Publish a draft. Auctions scheduled from now on are sold under it, if it is the newest
    called `standard`; running ones keep what they have."""
    return prices.publish_price_rule(
        actor=request.auth, price_rule_id=price_rule_id, reason=body.reason
    )


@router.post(
    "/{price_rule_id}/trials",
    operation_id="create_price_trial",
    response={200: PriceTrialOut, **problems(PricesNotPublished)},
    openapi_extra=KEY_NEVER,
)
def create_price_trial(
    request: ApiRequest, price_rule_id: UUID, body: PriceTrialIn
) -> dict[str, list[CostsOut]]:
    """See what hammer prices would cost under a draft or published version. Nothing is stored."""
    return {
        "items": costs.tried_costs(
            price_rule_id=price_rule_id, sale=body.sale(), hammers_minor=body.hammers_minor
        )
    }
