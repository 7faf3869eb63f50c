"""Reading bodies: strict JSON, so that two readers never understand two different things."""

import json
import re
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from vendue.kernel.errors import invalid_field

MAXIMUM_DEPTH = 64
_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_BRACKET = re.compile(r"[{}\[\]]")


class StrictParser(Parser):
    """Refuses duplicate keys, NaN and Infinity, deep nesting and anything but UTF-8.

    Of a parameter that comes twice it does not choose one, as two readers would choose differently.
    """

    def parse_body(self, request: HttpRequest) -> Any:
        """The JSON value of the body. Any error becomes ``unreadable_body``."""
        text = request.body.decode("utf-8")
        if _depth(text) > MAXIMUM_DEPTH:
            raise ValueError("nested too deeply")
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
        if "\\u" in text:
            # Half of a surrogate pair passes as an escape, and then fits into no answer or row.
            json.dumps(value, ensure_ascii=False).encode()
        return value

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Parameters or form fields by name. Raises ``InvalidRequest`` for one that repeats."""
        for name in data:
            if name not in list_fields and len(data.getlist(name)) > 1:
                raise invalid_field(name[:80], "repeated_parameter", "Send it once.")
        return super().parse_querydict(data, list_fields, request)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not JSON")


def _depth(text: str) -> int:
    """How deep a JSON text is nested, cheap enough to ask before parsing; 0 for few brackets."""
    if text.count("{") + text.count("[") <= MAXIMUM_DEPTH:
        return 0
    depth = deepest = 0
    # Brackets within texts are just characters.
    for bracket in _BRACKET.findall(_TEXT.sub("", text)):
        if bracket in "{[":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest
