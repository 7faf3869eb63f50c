"""Writes the resources, the refusals and their market as Python."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from generator.live import Message
from generator.naming import class_name
from generator.reading import Argument, Operation, Problem

_WIDTH = 88
_TEMPLATES = Path(__file__).parent / "templates"
#: The base of a refusal's class, by its status; refusals of unknown codes go by it too.
_BASES = {
    400: "InvalidInput",
    401: "AuthenticationFailed",
    403: "NotPermitted",
    409: "Conflict",
    412: "PreconditionFailed",
    413: "InvalidInput",
    415: "InvalidInput",
    422: "InvalidInput",
    428: "PreconditionFailed",
    429: "TryLater",
    503: "TryLater",
}
_KEY = Argument(
    "idempotency_key", "", "str | None", "One is made up and kept over the retries.", False
)
_VERSION = Argument("version", "", "int", "The version the change is made to.", True)
_CURSOR = Argument("cursor", "cursor", "str", "Where to go on; left out, at the beginning.", False)
_PAGE_SIZE = Argument("page_size", "limit", "int", "How many items to fetch at a time.", False)


@dataclass(frozen=True, slots=True)
class _Keyword:
    declared: str
    name: str
    description: str


class _Method:
    """An operation as the template wants it."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self.method = operation.method
        self.http_method = operation.http_method
        self.path_arguments = operation.path_arguments
        self.item = operation.item
        self.has_body = operation.has_body
        self.takes_key = operation.takes_key
        self.takes_version = operation.takes_version
        self.keywords = [_keyword(argument) for argument in self._keyword_arguments()]
        self.sent_query = [a for a in self._query() if a.wire_name != "cursor"]
        self.sent_fields = [a for a in operation.body_arguments if not a.is_file]
        self.sent_files = [a for a in operation.body_arguments if a.is_file]

    @property
    def path_expression(self) -> str:
        """The path, its ids filled in."""
        path = self._operation.path
        for argument in self.path_arguments:
            path = path.replace(f"{{{argument.wire_name}}}", f"{{segment({argument.name})}}")
        return f'f"{path}"' if self.path_arguments else f'"{path}"'

    @property
    def read(self) -> str:
        """What reads the answer."""
        answer = self._operation.answer
        return "nothing" if answer is None else f"models.{answer}.from_dict"

    @property
    def docstring(self) -> str:
        """The reference text."""
        operation = self._operation
        paragraphs = [f"{operation.summary}.", *operation.description.split("\n\n")]
        parts = ["\n".join(textwrap.wrap(text, _WIDTH)) for text in paragraphs if text]
        described = [(a.name, a.description) for a in (*self.path_arguments, *self.keywords)]
        parts += _section("Args", [f"{n}: {d}" for n, d in described if d])
        parts += _section("Raises", [", ".join(operation.refusals)] if operation.refusals else [])
        text = "\n\n".join(parts).replace("\\", "\\\\")
        return f'"""{text}\n"""' if len(parts) > 1 else f'"""{text}"""'

    def returns(self, is_async: bool) -> str:
        """The type of the value."""
        answer = self._operation.answer
        if self.item is not None:
            pages = "AsyncPages" if is_async else "Pages"
            return f"{pages}[models.{self.item}, models.{answer}]"
        return "None" if answer is None else f"models.{answer}"

    def _query(self) -> list[Argument]:
        if self._operation.item is None:
            return self._operation.query_arguments
        paging = {"cursor": _CURSOR, "limit": _PAGE_SIZE}
        return [paging.get(a.wire_name, a) for a in self._operation.query_arguments]

    def _keyword_arguments(self) -> list[Argument]:
        operation = self._operation
        arguments = [*operation.body_arguments, *self._query()]
        if operation.takes_version:
            arguments.insert(0, _VERSION)
        if operation.takes_key:
            arguments.append(_KEY)
        return arguments


def _keyword(argument: Argument) -> _Keyword:
    if argument.is_required:
        declared = f"{argument.name}: {argument.type}"
    elif argument is _KEY:
        declared = f"{argument.name}: {argument.type} = None"
    else:
        declared = f"{argument.name}: {argument.type} | Unset = UNSET"
    return _Keyword(declared, argument.name, argument.description)


def _section(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    wrapped = [
        "\n".join(textwrap.wrap(line, _WIDTH, initial_indent="    ", subsequent_indent="        "))
        for line in lines
    ]
    return ["\n".join([f"{title}:", *wrapped])]


def render_resource(tag: str, operations: list[Operation], enums: list[str]) -> str:
    """The module of one resource."""
    return _render(
        "resource.py.jinja",
        tag=tag,
        class_name=class_name(tag),
        operations=[_Method(operation) for operation in operations],
        enums=enums,
    )


def render_problems(problems: list[Problem]) -> str:
    """The module of the refusals."""
    described: list[Mapping[str, Any]] = [
        {
            "name": problem.name,
            "code": problem.code,
            "base": _BASES.get(problem.status, "ApiProblem"),
            "doc": "\n\n".join(
                textwrap.fill(text, _WIDTH, subsequent_indent="    ", initial_indent="    ").strip()
                if at == 0
                else textwrap.indent(textwrap.fill(text, _WIDTH), "    ")
                for at, text in enumerate(problem.doc.split("\n\n"))
            ),
            "data": problem.data,
        }
        for problem in problems
    ]
    return _render("problems.py.jinja", problems=described, bases=_BASES)


def render_events(messages: list[Message]) -> str:
    """The module of what is told live."""
    return _render("events.py.jinja", messages=messages)


def render_market(tags: list[str]) -> str:
    """The module that holds all resources."""
    return _render("market.py.jinja", tags=tags)


def _render(template: str, **values: Any) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - it writes Python, not HTML
    )
    environment.filters["class_name"] = class_name
    return environment.get_template(template).render(**values)
