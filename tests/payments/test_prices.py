"""Price rules: drafts, versions, publication, trials."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from tests.factories import a_staff_actor, the_default_prices
from vendue.kernel.errors import NotFound, Stale
from vendue.kernel.ids import new_id
from vendue.kernel.money import CURRENCIES
from vendue.kernel.tables import Edition
from vendue.payments.errors import InvalidPrices, PricesNotPublished, PricesPublished
from vendue.payments.models import PriceRule
from vendue.payments.queries import prices as queries
from vendue.payments.services import prices
from vendue.platform.models import AuditEntry

EUROS = {"bands": [{"from_minor": 0, "basis_points": 2_000}], "minimum_minor": None}


@pytest.fixture
def staff():
    return a_staff_actor("staff:rules")


def a_draft(staff, **fields):
    defaults = {"name": "house", "premiums": {"EUR": EUROS}, "is_one_stop_shop": False}
    return prices.create_price_rule(actor=staff, **{**defaults, **fields})


def a_version(staff, **fields):
    draft = a_draft(staff, **fields)
    return prices.publish_price_rule(
        actor=staff, price_rule_id=draft.price_rule_id, reason="Ready."
    )


@pytest.mark.django_db
def test_a_change_of_what_is_published_is_the_next_version(staff):
    first = a_version(staff)
    for refused in (
        lambda: prices.update_price_rule(
            actor=staff,
            price_rule_id=first.price_rule_id,
            version=first.version,
            changes={"is_one_stop_shop": True},
        ),
        lambda: prices.publish_price_rule(
            actor=staff, price_rule_id=first.price_rule_id, reason="Again."
        ),
    ):
        with pytest.raises(PricesPublished):
            refused()
    second = a_draft(staff)
    assert (first.number, second.number) == (1, 2)
    assert (first.edition, second.edition) == (Edition.PUBLISHED, Edition.DRAFT)
    assert queries.price_rule(first.price_rule_id) == first


@pytest.mark.django_db
def test_the_database_itself_keeps_what_is_published(staff):
    rows = PriceRule.objects.filter(id=a_version(staff).price_rule_id)
    for change in (
        lambda: rows.update(is_one_stop_shop=True),
        lambda: rows.update(edition=Edition.DRAFT, published_at=None),
        rows.delete,
    ):
        with pytest.raises(ProgrammingError, match="never changed"), transaction.atomic():
            change()
    draft = PriceRule.objects.filter(id=a_draft(staff).price_rule_id)
    assert draft.update(is_one_stop_shop=True) == 1


@pytest.mark.django_db
def test_a_change_of_a_draft_touches_only_what_is_named(staff):
    draft = a_draft(staff)
    changed = prices.update_price_rule(
        actor=staff,
        price_rule_id=draft.price_rule_id,
        version=1,
        changes={"is_one_stop_shop": True},
    )
    assert (changed.version, changed.premiums) == (2, draft.premiums)
    assert changed.is_one_stop_shop
    entry = AuditEntry.objects.get(action="price_rule.update")
    assert entry.before["is_one_stop_shop"] is False
    assert entry.after["is_one_stop_shop"] is True
    with pytest.raises(Stale):
        prices.update_price_rule(
            actor=staff, price_rule_id=draft.price_rule_id, version=1, changes={}
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("premiums", "pointer"),
    [
        ({}, "/premiums"),
        ({"XTS": EUROS}, "/premiums"),
        ({"EUR": {**EUROS, "bands": []}}, "/premiums/EUR/bands"),
        ({"EUR": {**EUROS, "minimum_minor": 0}}, "/premiums/EUR/minimum_minor"),
        (
            {"EUR": {**EUROS, "bands": [{"from_minor": 1, "basis_points": 1}]}},
            "/premiums/EUR/bands/0/from_minor",
        ),
        (
            {"EUR": {**EUROS, "bands": [*EUROS["bands"], *EUROS["bands"]]}},
            "/premiums/EUR/bands/1/from_minor",
        ),
        (
            {"EUR": {**EUROS, "bands": [{"from_minor": 0, "basis_points": 10_001}]}},
            "/premiums/EUR/bands/0/basis_points",
        ),
    ],
)
def test_prices_that_make_no_sense_are_not_kept(staff, premiums, pointer):
    with pytest.raises(InvalidPrices) as refusal:
        a_draft(staff, premiums=premiums)
    assert refusal.value.data == {"pointer": pointer}
    assert not PriceRule.objects.filter(name="house").exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_an_auction_gets_the_newest_published_standard_that_covers_its_currency(staff):
    default = the_default_prices()
    assert prices.published_price_rule(None, currency="USD").price_rule_id == default.id
    newer = a_version(staff, name="standard")
    a_draft(staff, name="standard")
    assert prices.published_price_rule(None, currency="EUR").number == newer.number
    assert prices.published_price_rule(None, currency="USD").price_rule_id == default.id
    chosen = prices.published_price_rule(default.id, currency="EUR")
    assert (chosen.name, chosen.number) == ("standard", default.number)
    for price_rule_id in (a_draft(staff).price_rule_id, new_id()):
        with pytest.raises(PricesNotPublished):
            prices.published_price_rule(price_rule_id, currency="EUR")


@pytest.mark.django_db
def test_drafts_are_the_staffs_alone(staff):
    published, draft = a_version(staff), a_draft(staff)
    wanted = {"name": "house", "cursor": None, "limit": 10}
    assert queries.price_rules(edition=None, **wanted).items == [draft, published]
    assert queries.price_rules(edition=Edition.PUBLISHED, **wanted).items == [published]
    with pytest.raises(NotFound):
        queries.price_rule(draft.price_rule_id, edition=Edition.PUBLISHED)
    first = queries.price_rules(name="house", edition=None, cursor=None, limit=1)
    rest = queries.price_rules(name="house", edition=None, cursor=first.next_cursor, limit=1)
    assert (first.items, rest.items, rest.next_cursor) == ([draft], [published], None)


@pytest.mark.django_db
def test_a_market_begins_with_prices_for_every_currency():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        PriceRule.objects.all().delete()
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    beginning = import_module("vendue.payments.migrations.0002_default_prices")
    for _ in range(2):
        beginning.publish_default_prices(apps, None)
    row = PriceRule.objects.get()
    assert (row.name, row.number, row.edition) == ("standard", 1, Edition.PUBLISHED)
    assert set(row.premiums) == set(CURRENCIES)
    for currency in CURRENCIES:
        assert prices.published_price_rule(None, currency=currency).price_rule_id == row.id
