"""Asking the API as somebody, through everything a request passes."""

from typing import Any

import orjson
import pytest
from django.http import HttpResponse
from django.test import Client

from vendue.api import middleware
from vendue.kernel.actor import Actor
from vendue.kernel.ids import new_id


class Door:
    """A client of both APIs whose caller is whom the test says; tokens are another module's."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._actors: dict[str, Actor] = {}
        patch.setattr(middleware.authentication, "authenticate", self._actors.__getitem__)

    def ask(
        self,
        method: str,
        path: str,
        actor: Actor | None = None,
        body: dict[str, Any] | None = None,
        **headers: str,
    ) -> HttpResponse:
        """One request; ``path`` begins after ``/api``."""
        if actor is not None:
            token = new_id().hex
            self._actors[token] = actor
            headers["Authorization"] = f"Bearer {token}"
        content = (
            {} if body is None else {"data": orjson.dumps(body), "content_type": "application/json"}
        )
        return Client().generic(method, f"/api{path}", headers=headers, **content)
