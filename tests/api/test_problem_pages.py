"""Every problem's page says what happened and what to do."""

import pytest
from django.test import Client
from django.utils.html import escape

from vendue.kernel.errors import registered


@pytest.mark.parametrize("code", sorted(registered()))
def test_the_page_of_a_problem_names_it_and_advises(client: Client, code):
    page = client.get(f"/problems/{code}").content.decode()
    assert escape(registered()[code].title) in page
    assert escape(registered()[code].advice) in page
