"""Rule sets and increment tables: drafts, versions, publication."""

import threading

import pytest
from django.db import connection

from tests.auctions.selling import a_table, the_default_rules
from tests.factories import a_staff_actor
from vendue.auctions.errors import InvalidRules, RulesNotPublished, RulesPublished
from vendue.auctions.models import IncrementTable, RuleSet
from vendue.auctions.queries import rules as queries
from vendue.auctions.services import increment_tables, rules
from vendue.auctions.services.rules import RuleSetPlan
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.ids import new_id
from vendue.platform.models import AuditEntry

BANDS = [{"from_minor": 1, "steps_minor": [50]}]
FLAGS = {"below_reserve": "incremental", "buy_now": {"until": "first_bid", "basis_points": None}}


@pytest.fixture
def staff():
    return a_staff_actor("staff:rules")


def a_plan(*tables: IncrementTable, **fields):
    ids = [table.id for table in tables or (a_table("EUR", BANDS, name="even"),)]
    return RuleSetPlan(fields.get("rules", FLAGS), ids, fields.get("category_overrides", {}))


@pytest.mark.django_db
def test_a_change_of_a_published_table_is_the_next_version(staff):
    first = increment_tables.create_increment_table(
        actor=staff, name="even", currency="EUR", bands=BANDS
    )
    increment_tables.publish_increment_table(
        actor=staff, increment_table_id=first.increment_table_id, reason="Ready."
    )
    with pytest.raises(RulesPublished):
        increment_tables.update_increment_table(
            actor=staff,
            increment_table_id=first.increment_table_id,
            version=2,
            bands=[{"from_minor": 1, "steps_minor": [99]}],
        )
    with pytest.raises(RulesPublished):
        increment_tables.publish_increment_table(
            actor=staff, increment_table_id=first.increment_table_id, reason="Again."
        )
    second = increment_tables.create_increment_table(
        actor=staff, name="even", currency="EUR", bands=BANDS
    )
    other = increment_tables.create_increment_table(
        actor=staff, name="even", currency="USD", bands=BANDS
    )
    assert (first.number, second.number, other.number) == (1, 2, 1)
    assert IncrementTable.objects.get(id=first.increment_table_id).bands == BANDS


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bands",
    [
        [],
        [{"from_minor": 1, "steps_minor": [0]}],
        [{"from_minor": 1, "steps_minor": []}],
        [*BANDS, *BANDS],
        [{"from_minor": 1, "basis_points": 500}],
        [{"from_minor": 1, "steps_minor": [1], "basis_points": 1, "floor_minor": 1}],
    ],
)
def test_a_table_that_says_nothing_sensible_is_not_kept(staff, bands):
    with pytest.raises(InvalidRules) as refusal:
        increment_tables.create_increment_table(
            actor=staff, name="odd", currency="EUR", bands=bands
        )
    assert refusal.value.data["pointer"].startswith("/bands")
    assert not IncrementTable.objects.filter(name="odd").exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_a_rule_set_shows_the_bands_it_resolves_to(staff):
    euros, dollars = a_table("EUR", BANDS, name="even"), a_table("USD", BANDS, name="even")
    made = rules.create_rule_set(actor=staff, name="house", plan=a_plan(euros, dollars))
    assert [(part.currency, part.bands) for part in made.increments] == [
        ("EUR", BANDS),
        ("USD", BANDS),
    ]
    assert (made.number, made.edition, made.published_at) == (1, "draft", None)


@pytest.mark.django_db
def test_a_change_of_a_draft_touches_only_what_is_named(staff):
    made = rules.create_rule_set(actor=staff, name="house", plan=a_plan())
    changed = rules.update_rule_set(
        actor=staff,
        rule_set_id=made.rule_set_id,
        version=1,
        changes={"rules": {"below_reserve": "full_maximum"}},
    )
    assert changed.rules == {**FLAGS, "below_reserve": "full_maximum"}
    assert (changed.version, changed.increments) == (2, made.increments)
    entry = AuditEntry.objects.get(action="rule_set.update")
    assert entry.before["rules"] == FLAGS
    assert entry.after["rules"]["below_reserve"] == "full_maximum"
    with pytest.raises(Stale):
        rules.update_rule_set(
            actor=staff, rule_set_id=made.rule_set_id, version=1, changes={"rules": {}}
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"rules": {"below_reserve": "sometimes"}}, "/below_reserve"),
        ({"rules": {"anti_sniping": {"trigger_seconds": -1}}}, "/anti_sniping/trigger_seconds"),
        ({"rules": {"buy_now": {"until": "percent"}}}, "/buy_now/basis_points"),
        ({"category_overrides": {"clocks": {"no_such": 1}}}, "/no_such"),
        (
            {"category_overrides": {"clocks": {"increments": {"EUR": []}}}},
            "/increments/EUR",
        ),
    ],
)
def test_rules_that_are_not_valid_are_refused_with_the_place(staff, fields, pointer):
    with pytest.raises(InvalidRules) as refusal:
        rules.create_rule_set(actor=staff, name="house", plan=a_plan(**fields))
    assert refusal.value.data == {"pointer": pointer}
    assert not RuleSet.objects.filter(name="house").exists()


@pytest.mark.django_db
def test_a_rule_set_names_each_currency_once_and_only_tables_there_are(staff):
    first, second = a_table("EUR", BANDS, name="even"), a_table("EUR", BANDS, name="odd")
    with pytest.raises(InvalidRules):
        rules.create_rule_set(actor=staff, name="house", plan=a_plan(first, second))
    plan = RuleSetPlan(FLAGS, [new_id()], {})
    with pytest.raises(InvalidRules):
        rules.create_rule_set(actor=staff, name="house", plan=plan)


@pytest.mark.django_db
def test_only_published_tables_make_a_published_rule_set(staff):
    table = increment_tables.create_increment_table(
        actor=staff, name="even", currency="EUR", bands=BANDS
    )
    plan = RuleSetPlan(FLAGS, [table.increment_table_id], {})
    made = rules.create_rule_set(actor=staff, name="house", plan=plan)
    with pytest.raises(RulesNotPublished):
        rules.publish_rule_set(actor=staff, rule_set_id=made.rule_set_id, reason="Too early.")
    assert RuleSet.objects.get(id=made.rule_set_id).edition == "draft"
    increment_tables.publish_increment_table(
        actor=staff, increment_table_id=table.increment_table_id, reason="Ready."
    )
    published = rules.publish_rule_set(
        actor=staff, rule_set_id=made.rule_set_id, reason="Agreed on Monday."
    )
    assert (published.edition, published.version) == ("published", 2)
    entry = AuditEntry.objects.get(action="rule_set.publish")
    assert (entry.reason, entry.before) == ("Agreed on Monday.", {"edition": "draft"})
    for change in (
        lambda: rules.update_rule_set(
            actor=staff, rule_set_id=made.rule_set_id, version=2, changes={}
        ),
        lambda: rules.publish_rule_set(actor=staff, rule_set_id=made.rule_set_id, reason="Again."),
    ):
        with pytest.raises(RulesPublished):
            change()


@pytest.mark.django_db
def test_a_category_may_have_increments_of_its_own(staff):
    table = a_table("EUR", BANDS, name="even")
    own = [{"from_minor": 1, "steps_minor": [7]}]
    plan = a_plan(table, category_overrides={"stamps": {"increments": {"EUR": own}}})
    row = RuleSet.objects.get(
        id=rules.create_rule_set(actor=staff, name="house", plan=plan).rule_set_id
    )
    for path, step in (("stamps/baltic", 7), ("clocks", 50)):
        resolved = rules.resolved_rules(
            row, rules.document_of(row), currency="EUR", category_path=path, overrides={}
        )
        assert resolved.increments.increment(1_000) == step


@pytest.mark.django_db
def test_drafts_are_hidden_from_the_public_and_lists_page(staff):
    the_default_rules()
    draft = rules.create_rule_set(actor=staff, name="standard", plan=a_plan())
    with pytest.raises(NotFound):
        queries.rule_set(draft.rule_set_id, edition="published")
    assert rules.published_rule_set(None).number == 1
    seen = []
    cursor = None
    while True:
        page = queries.rule_sets(name=None, edition="published", cursor=cursor, limit=1)
        seen += [item.name for item in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert sorted(seen) == ["hard-close", "standard"]
    everything = queries.rule_sets(name="standard", edition=None, cursor=None, limit=9)
    assert [item.number for item in everything.items] == [2, 1]


@pytest.mark.django_db(transaction=True)
def test_versions_written_at_once_get_numbers_of_their_own(staff):
    def write():
        try:
            increment_tables.create_increment_table(
                actor=staff, name="even", currency="EUR", bands=BANDS
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = IncrementTable.objects.filter(name="even").values_list("number", flat=True)
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6]
