"""Dry runs: every step shown, hidden figures too, and nothing stored."""

import pytest

from tests.auctions.engine.vectors import START_MINOR, VECTORS
from tests.auctions.selling import a_table, the_default_rules
from tests.factories import a_staff_actor
from vendue.auctions.engine.trials import TrialStep, TrialStepKind
from vendue.auctions.errors import InvalidRules, InvalidTerms
from vendue.auctions.models import Auction, LotFact, LotState
from vendue.auctions.services import rules, trials
from vendue.auctions.services.rules import RuleSetPlan
from vendue.auctions.services.trials import TrialScript
from vendue.kernel.errors import InvalidRequest, NotFound
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry, OutboxEvent

pytestmark = pytest.mark.django_db


def a_bid(bidder: str, maximum_minor: int, at_seconds: int | None = None) -> TrialStep:
    return TrialStep(TrialStepKind.BID, at_seconds, bidder, maximum_minor)


def a_trial(*steps: TrialStep, rule_set: str = "standard", **fields):
    defaults = {"currency": "USD", "start_price_minor": START_MINOR, "duration_seconds": 3_600}
    script = TrialScript(**{**defaults, "steps": steps, **fields})
    return trials.run_trial(rule_set_id=the_default_rules()[rule_set].id, script=script)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"vector-{vector.number}")
def test_the_vectors_play_as_they_must(vector):
    steps = [a_bid(step.bidder, step.maximum_minor) for step in vector.steps]
    if vector.void is not None:
        steps.append(TrialStep(TrialStepKind.VOID, bid_steps=[vector.void + 1]))
    trial = a_trial(*steps, reserve_minor=vector.reserve_minor)
    codes = [None if one.refusal is None else one.refusal.code for one in trial.steps]
    expected = [step.refused for step in vector.steps]
    assert codes[: len(expected)] == expected
    last = trial.steps[len(steps) - 1]
    assert (last.hidden.leader, last.state.price_minor) == (vector.leader, vector.price_minor)
    assert last.state.reserve == vector.reserve
    assert trial.steps[-1].kind == "close"


def test_each_step_shows_facts_state_and_what_is_hidden():
    trial = a_trial(a_bid("Anna", 5_000, 60), a_bid("Boris", 3_000, 120), reserve_minor=9_000)
    second = trial.steps[1]
    assert (second.at - trial.starts_at).total_seconds() == 120
    assert [(fact.kind, fact.bidder, fact.amount_minor) for fact in second.facts] == [
        ("bid", "Boris", 3_000),
        ("automatic_bid", "Anna", 3_100),
    ]
    assert (second.state.price_minor, second.state.reserve) == (3_100, "not_met")
    assert (second.hidden.leader, second.hidden.leader_maximum_minor) == ("Anna", 5_000)
    assert (second.hidden.second_maximum_minor, second.hidden.reserve_minor) == (3_000, 9_000)
    assert trial.steps[2].state.result == "reserve_not_met"
    assert trial.rules["anti_sniping"]["trigger_seconds"] == 30


def test_a_late_bid_extends_by_the_rule_set_and_not_under_a_hard_close():
    late = a_bid("Anna", 5_000, 3_590)
    soft, hard = a_trial(late), a_trial(late, rule_set="hard-close")
    assert (soft.steps[0].state.extension_count, hard.steps[0].state.extension_count) == (1, 0)
    capped = a_trial(late, hard_end_seconds=3_605)
    ends_at = capped.steps[0].state.ends_at
    assert (ends_at - capped.starts_at).total_seconds() == 3_605


def test_a_purchase_ends_the_trial_and_what_follows_is_refused():
    buy = TrialStep(TrialStepKind.PURCHASE, bidder="Anna")
    trial = a_trial(buy, a_bid("Boris", 9_000), buy, buy_now_minor=8_000)
    assert trial.steps[0].state.result == "bought"
    assert [step.refusal and step.refusal.code for step in trial.steps] == [
        None,
        "lot_closed",
        "buy_now_gone",
    ]


def test_a_reserve_is_lowered_in_time_only():
    lower = TrialStep(TrialStepKind.RESERVE_REDUCTION, amount_minor=4_000)
    long = a_trial(a_bid("Anna", 5_000), lower, reserve_minor=9_000, duration_seconds=90_000)
    assert (long.steps[1].state.price_minor, long.steps[1].state.reserve) == (4_000, "met")
    short = a_trial(a_bid("Anna", 5_000), lower, reserve_minor=9_000)
    assert short.steps[1].refusal.code == "reserve_too_late"


def test_voiding_what_is_no_bid_is_refused():
    trial = a_trial(
        a_bid("Anna", 5_000),
        a_bid("Boris", 900),
        TrialStep(TrialStepKind.VOID, bid_steps=[2]),
    )
    assert [step.refusal and step.refusal.code for step in trial.steps] == [
        None,
        "bid_too_low",
        "bid_not_standing",
        None,
    ]


def test_a_draft_can_be_tried_with_the_overrides_of_a_category_and_an_auction():
    staff = a_staff_actor("staff:rules")
    table = a_table("USD", [{"from_minor": 1, "steps_minor": [10]}], name="tens")
    own = {"increments": {"USD": [{"from_minor": 1, "steps_minor": [500]}]}}
    plan = RuleSetPlan({"anti_sniping": {"trigger_seconds": 0}}, [table.id], {"clocks": own})
    draft = rules.create_rule_set(actor=staff, name="house", plan=plan)
    script = TrialScript(
        currency="USD",
        start_price_minor=1_000,
        duration_seconds=3_600,
        steps=[a_bid("Anna", 5_000), a_bid("Boris", 3_000, 3_599)],
        category_path="clocks/watches",
        overrides={"anti_sniping": {"trigger_seconds": 5, "extend_seconds": 100}},
    )
    trial = trials.run_trial(rule_set_id=draft.rule_set_id, script=script)
    assert trial.steps[1].state.price_minor == 3_500
    assert trial.steps[1].state.extension_count == 1


def test_a_script_that_cannot_be_is_refused():
    with pytest.raises(InvalidRequest):
        a_trial(a_bid("Anna", 5_000, 60), a_bid("Boris", 6_000, 59))
    with pytest.raises(InvalidTerms):
        a_trial(reserve_minor=10)
    with pytest.raises(InvalidRules):
        a_trial(overrides={"anti_sniping": {"mode": "sideways"}})
    script = TrialScript("USD", 1_000, 60, [])
    with pytest.raises(NotFound):
        trials.run_trial(rule_set_id=new_id(), script=script)


def test_nothing_of_a_trial_is_stored():
    a_trial(a_bid("Anna", 5_000), a_bid("Boris", 6_000))
    for table in (Auction, LotState, LotFact, OutboxEvent, AuditEntry):
        assert not table.objects.exists()
