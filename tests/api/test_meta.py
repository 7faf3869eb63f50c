"""What the market says of itself."""

import pytest
from django.test import Client

from tests.platform.factories import a_member_of_staff
from vendue.platform.services import settings

FACTS = {"name", "registration_number", "address", "email", "phone", "vat_number"}


@pytest.mark.django_db
def test_facts_of_the_operator_are_null_until_staff_fill_them_in():
    told = Client().get("/api/v1/meta").json()["operator"]
    assert told == dict.fromkeys(FACTS)

    settings.change(
        actor=a_member_of_staff(),
        name="operator_name",
        value="Piemēra izsoles SIA",
        reason="the company was founded",
        version=1,
    )
    told = Client().get("/api/v1/meta").json()["operator"]
    assert told == {**dict.fromkeys(FACTS), "name": "Piemēra izsoles SIA"}


@pytest.mark.django_db
def test_the_age_that_is_asked_for_is_the_setting():
    settings.change(
        actor=a_member_of_staff(), name="minimum_age", value=21, reason="the law", version=1
    )
    assert Client().get("/api/v1/meta").json()["minimum_age"] == 21
