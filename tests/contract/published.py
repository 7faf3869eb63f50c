"""What of a contract is published, and whether a later one breaks it.

Published is what the last release tag holds; before the first release, the first version that
was ever committed. A contract that is published only grows, unless the change log opens a new
version.
"""

import json
import re
import subprocess
from pathlib import Path

from tests.contract.documents import ROOT, Json

OASDIFF = ROOT / "node_modules" / ".bin" / "oasdiff"
REDOCLY = ROOT / "node_modules" / ".bin" / "redocly"
CHANGES = ROOT / "openapi" / "CHANGELOG.md"


def published(name: str) -> Json | None:
    """The published version of a contract; ``None`` where it was never committed."""
    path = f"openapi/v1/{name}"
    tag = _git("tag", "--list", "v*", "--sort=-version:refname", "--merged").split("\n")[0]
    first = _git("log", "--diff-filter=A", "--format=%H", "--", path).rpartition("\n")[2]
    source = tag if tag and _git("ls-tree", tag, path) else first
    if not source:
        return None
    document: Json = json.loads(_git("show", f"{source}:{path}"))
    return document


def breaking_changes(before: Json, after: Json, work: Path) -> list[str]:
    """What in ``after`` breaks a client of ``before``."""
    files = work / "before.json", work / "after.json"
    for file, document in zip(files, (before, after), strict=True):
        file.write_text(json.dumps(document))
    found = subprocess.run(
        [OASDIFF, "breaking", *files, "--format", "json"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    changes = json.loads(found) or [] if found.strip().startswith("[") else []
    return [f"{c['operation']} {c['path']}: {c['text']}" for c in changes if c["level"] == 3]


def opens_a_new_version(before: Json, changes: str) -> bool:
    """Whether the newest entry of the change log is of a later major version."""
    newest = re.search(r"^## (\d+)\.\d+\.\d+", changes, re.MULTILINE)
    return newest is not None and int(newest[1]) > int(before["info"]["version"].split(".")[0])


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()
