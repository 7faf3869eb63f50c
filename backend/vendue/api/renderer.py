"""Writing answers."""

from typing import Any

import orjson
from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from typing_extensions import override


class OrjsonRenderer(BaseRenderer):
    """JSON, with times in UTC and ids as text."""

    media_type = "application/json"

    @override
    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """The bytes of an answer's value."""
        return orjson.dumps(data, default=str, option=orjson.OPT_UTC_Z)
