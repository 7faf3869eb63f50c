"""Runtime settings: typed, bounded, versioned."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.platform.factories import a_member_of_staff
from vendue.kernel.errors import InvalidRequest, NotFound, Stale
from vendue.platform import queries
from vendue.platform.models import AuditEntry, SettingValue
from vendue.platform.services import settings
from vendue.platform.services.settings import Setting


def change(**what: object) -> settings.SettingState:
    defaults = {"name": "minimum_age", "value": 21, "reason": "the law changed", "version": 1}
    return settings.change(actor=a_member_of_staff(), **{**defaults, **what})


@pytest.mark.django_db
def test_a_setting_has_its_default_until_staff_change_it():
    assert settings.value(Setting.MINIMUM_AGE) == 18
    after = change()
    assert settings.value(Setting.MINIMUM_AGE) == 21
    assert after == settings.state("minimum_age")
    assert (after.value, after.default, after.version) == (21, 18, 2)


@pytest.mark.django_db
def test_every_value_is_kept_with_who_and_why():
    change()
    change(value=19, version=2)
    page = queries.setting_versions("minimum_age", cursor=None, limit=1)
    assert [(row.version, row.value) for row in page.items] == [(3, 19)]
    rest = queries.setting_versions("minimum_age", cursor=page.next_cursor, limit=1)
    assert [(row.version, row.value) for row in rest.items] == [(2, 21)]
    assert rest.next_cursor is None
    assert {entry.reason for entry in AuditEntry.objects.all()} == {"the law changed"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"value": 12}, InvalidRequest),
        ({"value": 26}, InvalidRequest),
        ({"value": "21"}, InvalidRequest),
        ({"value": True}, InvalidRequest),
        ({"name": "terms_version", "value": ""}, InvalidRequest),
        ({"name": "terms_version", "value": 1}, InvalidRequest),
        ({"version": 2}, Stale),
        ({"name": "unheard_of"}, NotFound),
    ],
)
def test_a_refused_change_leaves_no_trace(what, refusal):
    with pytest.raises(refusal):
        change(**what)
    assert not SettingValue.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_a_value_once_given_stays_in_the_history():
    change()
    with (
        pytest.raises(ProgrammingError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE platform_settingvalue SET reason = 'another'")


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_one_is_stale():
    def attempt(value: int) -> str:
        try:
            change(value=value)
        except Stale:
            return "stale"
        finally:
            connection.close()
        return "changed"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(attempt, (19, 20, 21, 22)))
    assert outcomes == ["changed", "stale", "stale", "stale"]
    assert SettingValue.objects.count() == 1


@pytest.mark.django_db
def test_every_default_is_within_its_own_bounds():
    for definition in settings.DEFINITIONS.values():
        assert definition.require(definition.default) == definition.default
        assert definition.description.endswith(".")
    assert len(settings.states()) == len(settings.DEFINITIONS)
