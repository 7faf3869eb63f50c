"""Whoever tries credentials out is slowed down, like any other caller."""

import pytest
from django.test import Client

from vendue.platform.services import limits
from vendue.platform.services.limits import LimitClass

pytestmark = pytest.mark.django_db


def test_made_up_keys_use_up_the_limit_of_their_address(client: Client, monkeypatch):
    monkeypatch.setattr(limits._ALLOWANCES, "get", lambda: dict.fromkeys(LimitClass, 3))
    statuses = [
        client.get(
            "/api/v1/me",
            headers={"authorization": f"Bearer vk_made-up-{number}"},
            REMOTE_ADDR="198.51.100.77",
        ).status_code
        for number in range(5)
    ]
    assert statuses == [401, 401, 401, 429, 429]
