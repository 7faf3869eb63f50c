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
        """The bytes of an answer's value. A versioned thing says its version to the ETag."""
        if isinstance(data, dict) and isinstance(data.get("version"), int):
            request.version_read = data["version"]  # type: ignore[attr-defined]  # for api.middleware
        return orjson.dumps(data, default=str, option=orjson.OPT_UTC_Z)
