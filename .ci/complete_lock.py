"""Completes package-lock.json after `npm install`: ``make lock-js``.

A registry may lack the builds of a package for other systems than ours. npm then leaves them out of
the lock file, and `npm ci` refuses it, because the package names them. They are added here without
a hash, as npm itself does with what it could not see; each is installed on its own system only.
"""

import json
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[1] / "package-lock.json"

_SYSTEMS = (
    "aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos",
    "win32",
)  # fmt: skip
_PROCESSORS = (
    "arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64",
)  # fmt: skip
_LIBRARIES = {"gnu": "glibc", "gnueabihf": "glibc", "musl": "musl", "musleabihf": "musl"}

#: The order of characters that npm sorts by, as far as names of packages have them.
_ORDER = "_-.@/0123456789abcdefghijklmnopqrstuvwxyz"

Json = dict[str, Any]


def missing(packages: Json) -> dict[str, Json]:
    """What the lock file ought to hold and does not: an entry for each place."""
    found: dict[str, Json] = {}
    for parent, described in packages.items():
        for name, version in described.get("optionalDependencies", {}).items():
            if parent and not _is_there(packages, parent, name):
                found[f"node_modules/{name}"] = _entry(name, version, described)
    return found


def _is_there(packages: Json, parent: str, name: str) -> bool:
    """Whether Node would find the package from its parent's place."""
    while parent:
        if f"{parent}/node_modules/{name}" in packages:
            return True
        parent = parent.rpartition("/node_modules/")[0]
    return f"node_modules/{name}" in packages


def _entry(name: str, version: str, parent: Json) -> Json:
    words = name.replace("/", "-").split("-")
    entry: Json = {"version": version}
    processors = [word for word in words if word in _PROCESSORS]
    systems = [word for word in words if word in _SYSTEMS]
    libraries = [_LIBRARIES[word] for word in words if word in _LIBRARIES]
    if not processors and not systems:
        raise SystemExit(f"{name} does not say what system it is for: complete the lock by hand.")
    if processors:
        entry["cpu"] = processors
    if parent.get("dev"):
        entry["dev"] = True
    if libraries and "linux" in systems:
        entry["libc"] = libraries
    entry["license"] = parent.get("license", "")
    entry["optional"] = True
    if systems:
        entry["os"] = systems
    return entry


def _place(item: tuple[str, Json]) -> list[int]:
    return [_ORDER.index(character) for character in item[0].lower()]


def main() -> None:
    """Write what is missing into the lock file."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    packages = lock["packages"]
    packages.update(missing(packages))
    root = packages.pop("")
    lock["packages"] = {"": root, **dict(sorted(packages.items(), key=_place))}
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
