"""The app is built when its sources have changed, and only then."""

import asyncio
import os
from io import StringIO

import pytest

from embedded import web_app
from embedded.console import Console


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    files = {
        "package-lock.json": "{}",
        "apps/web/src/main.tsx": "main",
        "packages/ui/src/price.tsx": "price",
        "sdk/typescript/src/index.ts": "sdk",
        "node_modules/.package-lock.json": "{}",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    for constant in ("BUILT", "LOCK", "STAMP", "INSTALLED"):
        inside = getattr(web_app, constant).relative_to(web_app.REPOSITORY)
        monkeypatch.setattr(web_app, constant, tmp_path / inside)
    monkeypatch.setattr(web_app, "REPOSITORY", tmp_path)
    return tmp_path


class Builder:
    """Stands for the supervisor: writes down what it was asked to run, and makes the page."""

    def __init__(self, folder):
        self.folder = folder
        self.ran = []

    async def run(self, program):
        self.ran.append(program.argv[1])
        if program.argv[1] == "run":
            (self.folder / "apps/web/dist").mkdir(parents=True, exist_ok=True)
            (self.folder / "apps/web/dist/index.html").write_text("page")


def build(builder, environ=None):
    screen = StringIO()
    environ = {"PATH": os.environ["PATH"]} if environ is None else environ
    asyncio.run(web_app.build(builder, Console(screen), environ))
    return screen.getvalue()


def test_it_is_built_once(checkout):
    builder = Builder(checkout)
    assert "The app is built" in build(builder)
    assert build(builder) == ""
    assert builder.ran == ["run"]


@pytest.mark.parametrize(
    "changed", ["apps/web/src/main.tsx", "packages/ui/src/price.tsx", "apps/web/src/new.tsx"]
)
def test_it_is_built_anew_when_a_source_has_changed(checkout, changed):
    builder = Builder(checkout)
    build(builder)
    (checkout / changed).write_text("changed")
    build(builder)
    assert builder.ran == ["run", "run"]


def test_it_is_built_anew_when_the_build_is_gone(checkout):
    builder = Builder(checkout)
    build(builder)
    (web_app.BUILT / "index.html").unlink()
    build(builder)
    assert builder.ran == ["run", "run"]


def test_what_the_build_makes_itself_is_no_source(checkout):
    before = web_app.fingerprint()
    for made in ("dist/index.html", "src/route-tree.gen.ts"):
        (checkout / "apps/web" / made).parent.mkdir(exist_ok=True)
        (checkout / "apps/web" / made).write_text("made")
    assert web_app.fingerprint() == before


def test_libraries_are_installed_first_where_they_are_missing(checkout):
    web_app.INSTALLED.unlink()
    builder = Builder(checkout)
    build(builder)
    assert builder.ran == ["ci", "run"]


def test_without_npm_the_market_opens_without_its_app(checkout, monkeypatch):
    monkeypatch.setattr(web_app.shutil, "which", lambda _name: None)
    builder = Builder(checkout)
    assert "no npm on PATH" in build(builder)
    assert builder.ran == []


def test_an_app_that_the_operator_has_built_is_left_alone(checkout):
    builder = Builder(checkout)
    build(builder, {"VENDUE_WEB_APP": "/srv/app"})
    assert builder.ran == []
