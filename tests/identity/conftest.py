"""What the tests of identity share."""

import pytest

from vendue.platform.services import limits


@pytest.fixture
def earnest_limits(monkeypatch):
    """The limits of a market that is no sandbox."""
    monkeypatch.setattr(limits, "SANDBOX_FACTOR", 1)
    limits._ALLOWANCES.forget()
    yield
    limits._ALLOWANCES.forget()
