"""Staff write and publish rule sets, and play sales through them."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from vendue.auctions.errors import InvalidRules, InvalidTerms, RulesNotPublished, RulesPublished
from vendue.auctions.queries import rules as queries
from vendue.auctions.queries.rules import RuleSetView
from vendue.auctions.schemas.increments import AllRulesQuery, PublicationIn
from vendue.auctions.schemas.rules import RuleSetIn, RuleSetOut, RuleSetPageOut, RuleSetPatch
from vendue.auctions.schemas.trials import TrialIn, TrialOut
from vendue.auctions.services import rules, trials
from vendue.kernel.http import (
    KEY_NEVER,
    ApiRequest,
    created,
    expected_version,
    problems,
    staff,
)
from vendue.kernel.pages import Page

router = Router(tags=["rules"], auth=staff("staff:rules"))


@router.get("", operation_id="list_all_rule_sets", response=RuleSetPageOut)
def list_all_rule_sets(request: ApiRequest, query: Query[AllRulesQuery]) -> Page[RuleSetView]:
    """List every version of every rule set, drafts among them, the newest first."""
    return queries.rule_sets(
        name=query.name, edition=query.edition, cursor=query.cursor, limit=query.limit
    )


@router.post(
    "",
    operation_id="create_rule_set",
    response={201: RuleSetOut, **problems(InvalidRules)},
)
def create_rule_set(
    request: ApiRequest, response: HttpResponse, body: RuleSetIn
) -> Status[RuleSetView]:
    """Write a draft. It becomes the next version of the rule set of this name."""
    rule_set = rules.create_rule_set(actor=request.auth, name=body.name, plan=body.plan())
    created(response, f"/api/admin/v1/rule-sets/{rule_set.rule_set_id}")
    return Status(201, rule_set)


@router.get("/{rule_set_id}", operation_id="get_any_rule_set", response=RuleSetOut)
def get_any_rule_set(request: ApiRequest, rule_set_id: UUID) -> RuleSetView:
    """Read one version of a rule set, a draft or published."""
    return queries.rule_set(rule_set_id)


@router.patch(
    "/{rule_set_id}",
    operation_id="update_rule_set",
    response={200: RuleSetOut, **problems(RulesPublished, InvalidRules)},
)
def update_rule_set(request: ApiRequest, rule_set_id: UUID, body: RuleSetPatch) -> RuleSetView:
    """Change a draft. A published version never changes: create the next one instead."""
    return rules.update_rule_set(
        actor=request.auth,
        rule_set_id=rule_set_id,
        version=expected_version(request),
        changes=body.changes(),
    )


@router.post(
    "/{rule_set_id}/publication",
    operation_id="publish_rule_set",
    response={200: RuleSetOut, **problems(RulesPublished, RulesNotPublished, InvalidRules)},
)
def publish_rule_set(request: ApiRequest, rule_set_id: UUID, body: PublicationIn) -> RuleSetView:
    """Publish a draft. Auctions may choose it from now on; running ones keep what they have."""
    return rules.publish_rule_set(actor=request.auth, rule_set_id=rule_set_id, reason=body.reason)


@router.post(
    "/{rule_set_id}/trials",
    operation_id="create_trial",
    response={200: TrialOut, **problems(InvalidTerms, InvalidRules)},
    openapi_extra=KEY_NEVER,
)
def create_trial(request: ApiRequest, rule_set_id: UUID, body: TrialIn) -> trials.Trial:
    """Play a list of bids through a draft or published rule set and see every step.

    Nothing is stored. Shows the hidden figures too: maxima and the reserve.
    """
    return trials.run_trial(rule_set_id=rule_set_id, script=body.script())
