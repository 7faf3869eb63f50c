"""Asking the real application as somebody, and what must be true of every refusal."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.security.market import Market, one_connection
from vendue.config.wsgi import application
from vendue.kernel.errors import registered
from vendue.kernel.problems import MEDIA_TYPE

_CODES = registered()
#: What a refusal may leave behind: its kept answer, the trace of a failed sign-in, uses of a key.
_MAY_GROW = {"platform_idempotencykey", "platform_auditentry", "platform_auditpersonal"}


class Asker:
    """A client of both APIs over one market."""

    def __init__(self, market: Market) -> None:
        self.market = market

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        caller: str = "seller",
        content_type: str = "application/json",
        **headers: str,
    ) -> HttpResponse:
        """One request; ``path`` begins after ``/api``; ``body`` is JSON unless it is bytes."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        content: dict[str, Any] = {}
        if body is not None:
            data = body if isinstance(body, bytes) else orjson.dumps(body)
            content = {"data": data, "content_type": content_type}
        return Client(raise_request_exception=False).generic(
            method, f"/api{path}", headers={**self.market.headers(caller), **sent}, **content
        )

    def refused(self, *args: Any, **kwargs: Any) -> tuple[int, str]:
        """The status and code of a request that must be refused and change nothing."""
        before = rows()
        answer = self.send(*args, **kwargs)
        problem = a_problem(answer)
        assert rows() == before, "a refusal left something behind"
        return answer.status_code, problem["code"]

    def invalid(self, *args: Any, **kwargs: Any) -> list[tuple[str, str]]:
        """The fields of a request that must be refused as invalid, each with its cause."""
        before = rows()
        problem = a_problem(self.send(*args, **kwargs))
        assert problem["code"] == "invalid_request", problem
        assert rows() == before, "a refusal left something behind"
        return [(error["pointer"], error["code"]) for error in problem["errors"]]


def a_problem(answer: HttpResponse) -> dict[str, Any]:
    """The problem of a refusal: registered, reportable, not a fault of ours."""
    assert 400 <= answer.status_code < 500, (answer.status_code, answer.content[:500])
    assert answer["Content-Type"] == MEDIA_TYPE
    problem: dict[str, Any] = orjson.loads(answer.content)
    assert _CODES[problem["code"]].status == problem["status"] == answer.status_code
    assert problem["request_id"] == answer["X-Request-Id"]
    return problem


def rows() -> dict[str, int]:
    """How many rows each table holds, but for those that a refusal may add to."""
    with connection.cursor() as cursor:
        tables = [
            table
            for table in connection.introspection.table_names(cursor)
            if table not in _MAY_GROW and not table.startswith("django_")
        ]
        counts = " UNION ALL ".join(f"SELECT '{t}', count(*) FROM \"{t}\"" for t in tables)
        cursor.execute(counts)
        return dict(cursor.fetchall())


def raw(
    method: str, path: str, environ: Mapping[str, Any], body: io.BytesIO | None = None
) -> tuple[int, dict[str, str], bytes]:
    """A request as a server hands it on, with whatever a client managed to write into it."""
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], None]:
        answer.update(status=int(status[:3]), headers=dict(headers))
        return lambda _: None

    base = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "market.test",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.9",
        "wsgi.url_scheme": "http",
        "wsgi.input": body or io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    # Django's test client, used before, has connected the signals again.
    with one_connection():
        content = b"".join(application({**base, **environ}, start))
    return answer["status"], answer["headers"], content
