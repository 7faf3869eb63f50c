"""The app that people see: built from its sources when they have changed since the last time."""

import asyncio
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from embedded.console import Console
from embedded.program import Program
from embedded.state import REPOSITORY
from embedded.supervisor import Supervisor

BUILT = REPOSITORY / "apps" / "web" / "dist"
INSTALLED = REPOSITORY / "node_modules" / ".package-lock.json"
LOCK = REPOSITORY / "package-lock.json"
#: Beside what it speaks of, so that removing either means building anew.
STAMP = REPOSITORY / "node_modules" / ".vendue-web-app"
SOURCES = ("apps/web", "packages/ui", "sdk/typescript/src")
_QUIETLY = ("--silent", "--no-audit", "--no-fund")
_BUILD = ("--silent", "build", "--workspace", "@vendue/web")
#: What the build makes itself, and what it does not look at.
_MADE = {"node_modules", "dist", "e2e", "tests", "route-tree.gen.ts"}


async def build(supervisor: Supervisor, console: Console, environ: Mapping[str, str]) -> None:
    """Build the app unless the last build is of these very sources.

    Without npm the market opens all the same, with its API alone. Raises EmbeddedError if the
    build fails.
    """
    if environ.get("VENDUE_WEB_APP"):
        return  # The operator has built it, or wants none.
    with LOCK.open() as alone:
        # Two markets of one checkout share its app, and only one of them builds it.
        await asyncio.to_thread(fcntl.flock, alone, fcntl.LOCK_EX)
        wanted = await asyncio.to_thread(fingerprint)
        if is_current(wanted):
            return
        if shutil.which("npm") is None:
            console.warn("There is no npm on PATH: the app is not built. Node 20.19 has it.")
            return
        if not _is_installed():
            with console.step("The app's libraries are installed"):
                await supervisor.run(_npm("npm", environ, "ci", *_QUIETLY))
        with console.step("The app is built"):
            await supervisor.run(_npm("app", environ, "run", *_BUILD))
        STAMP.write_text(wanted)


def is_current(wanted: str) -> bool:
    """Whether what stands built is of sources with this fingerprint."""
    try:
        return STAMP.read_text() == wanted and (BUILT / "index.html").is_file()
    except OSError:
        return False


def fingerprint() -> str:
    """What the build depends on, in one line."""
    digest = hashlib.sha256(LOCK.read_bytes())
    for file in sorted(_sources()):
        digest.update(f"\n{file.relative_to(REPOSITORY)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for root in SOURCES:
        for place, folders, files in os.walk(REPOSITORY / root):
            folders[:] = [name for name in folders if name not in _MADE]
            yield from (Path(place) / name for name in files if name not in _MADE)


def _is_installed() -> bool:
    return INSTALLED.is_file() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime


def _npm(name: str, environ: Mapping[str, str], *arguments: str) -> Program:
    return Program(name=name, argv=("npm", *arguments), env=environ, cwd=REPOSITORY)
