"""The app in front of the API: which of the two answers, and how long an answer may be kept."""

from collections.abc import Iterable
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from vendue.config import site

NAVIGATION = "text/html,application/xhtml+xml,*/*;q=0.8"
ASSET = "/assets/index-a1b2c3.js"


def an_api(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    start("418 Teapot", [("Content-Type", "text/plain")])
    return [f"api {environ['PATH_INFO']}".encode()]


@pytest.fixture
def folder(tmp_path) -> Path:
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    files = {
        "index.html": b"<!doctype html><title>Vendue</title>",
        "sw.js": b"worker",
        "robots.txt": b"robots",
        ASSET.lstrip("/"): b"plain and long",
        f"{ASSET.lstrip('/')}.br": b"br",
        f"{ASSET.lstrip('/')}.gz": b"gzip",
    }
    for name, content in files.items():
        (built / name).write_bytes(content)
    return built


@pytest.fixture
def ask(folder):
    served = site.in_front_of(
        an_api,
        folder=folder,
        base_url="https://market.example",
        realtime_url="wss://live.example/realtime/v1",
        media="s3://bucket?endpoint=https://store.example:9000&public_url=https://pictures.example/x",
    )

    def asked(path: str, *, accept: str = "*/*", method: str = "GET", encoding: str = ""):
        answer: dict[str, object] = {}

        def start(status, headers, _failure=None):
            answer.update(status=int(status.split()[0]), headers=Headers(headers))

        environ = {
            "PATH_INFO": path,
            "REQUEST_METHOD": method,
            "HTTP_ACCEPT": accept,
            "HTTP_ACCEPT_ENCODING": encoding,
            "wsgi.input": BytesIO(),
        }
        body = b"".join(served(environ, start))
        return answer["status"], answer["headers"], body

    return asked


@pytest.mark.parametrize("path", ["/", "/lot/0192", "/search", "/me/bids", "/auction/7/x"])
def test_an_address_within_the_app_is_the_page(ask, path):
    status, headers, body = ask(path, accept=NAVIGATION)
    assert status == HTTPStatus.OK
    assert body.startswith(b"<!doctype html>")
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/lots",
        "/api/v1/nothing",
        "/api",
        "/media/photographs/1b/x.webp",
        "/problems/bid_too_low",
        "/healthz",
        "/readyz",
        "/metrics",
    ],
)
def test_what_the_server_answers_itself_is_never_the_page(ask, path):
    assert ask(path, accept=NAVIGATION)[2] == f"api {path}".encode()


@pytest.mark.parametrize(
    ("path", "accept", "method"),
    [
        ("/assets/index-gone.js", NAVIGATION, "GET"),
        ("/pictures/none.png", "image/avif,image/webp,*/*", "GET"),
        ("/sign-in", NAVIGATION, "POST"),
        ("/../etc/passwd", "*/*", "GET"),
    ],
)
def test_what_is_no_navigation_and_no_file_is_the_apis_to_refuse(ask, path, accept, method):
    assert ask(path, accept=accept, method=method)[2] == f"api {path}".encode()


def test_a_file_whose_name_changes_with_it_is_kept_for_ever(ask):
    status, headers, body = ask(ASSET)
    assert (status, body) == (HTTPStatus.OK, b"plain and long")
    assert "immutable" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in headers


@pytest.mark.parametrize(("encoding", "body"), [("gzip, br", b"br"), ("gzip", b"gzip")])
def test_a_file_is_sent_as_small_as_the_browser_takes_it(ask, encoding, body):
    _, headers, sent = ask(ASSET, encoding=encoding)
    assert sent == body
    assert headers["Content-Encoding"] == ("br" if body == b"br" else "gzip")
    assert "Accept-Encoding" in headers["Vary"]


def test_the_worker_is_looked_at_anew_by_every_visit(ask):
    assert ask("/sw.js")[1]["Cache-Control"] == "no-cache"
    assert ask("/robots.txt")[1]["Cache-Control"] == "max-age=300, public"


def test_the_page_may_load_its_own_scripts_its_pictures_and_its_prices_only(ask):
    policy = ask("/", accept=NAVIGATION)[1]["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["script-src"] == "'self'"
    assert rules["connect-src"] == "'self' wss://live.example"
    assert rules["img-src"].split()[3:] == ["https://market.example", "https://pictures.example"]
    assert rules["frame-ancestors"] == "'none'"


def test_without_a_built_app_the_api_stands_alone(tmp_path):
    alone = site.in_front_of(an_api, folder=tmp_path, base_url="", realtime_url="", media="")
    assert alone is an_api


def test_a_newer_build_is_served_as_soon_as_it_is_there(ask, folder):
    newer = folder / "assets" / "index-new.js"
    newer.write_bytes(b"newer")
    assert ask("/assets/index-new.js")[0] == HTTPStatus.IM_A_TEAPOT
    (folder / "index.html").write_bytes(b"<!doctype html><title>Newer</title>")
    assert ask("/", accept=NAVIGATION)[2].endswith(b"<title>Newer</title>")
    assert ask("/assets/index-new.js")[2] == b"newer"
