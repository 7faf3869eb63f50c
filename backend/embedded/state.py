"""The folder in which everything local lives, and where each part of it stands."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from embedded.errors import EmbeddedError

REPOSITORY = Path(__file__).resolve().parents[2]
BACKEND = REPOSITORY / "backend"


@dataclass(frozen=True)
class State:
    """One market's local state: data, logs, keys. Two folders are two independent markets."""

    root: Path

    @classmethod
    def open(cls, root: Path | None = None) -> "State":
        """The state folder, made if missing: ``VENDUE_STATE_DIR``, or ``.vendue`` in the checkout.

        Raises EmbeddedError if somebody else owns it.
        """
        chosen = root or Path(os.environ.get("VENDUE_STATE_DIR") or REPOSITORY / ".vendue")
        state = cls(chosen.expanduser().resolve())
        try:
            for folder in (state.root, state.run, state.logs):
                folder.mkdir(parents=True, exist_ok=True)
        except PermissionError as refused:
            raise EmbeddedError(_not_ours(state.root)) from refused
        except OSError as refused:
            raise EmbeddedError(f"{state.root} cannot hold the local data: {refused}") from refused
        if state.root.stat().st_uid != os.geteuid():
            raise EmbeddedError(_not_ours(state.root))
        return state

    @property
    def run(self) -> Path:
        """Small files about what runs: ports, marks of steps already done."""
        return self.root / "run"

    @property
    def lock(self) -> Path:
        """Held by whoever runs the services of this folder."""
        return self.root / "lock"

    @property
    def logs(self) -> Path:
        """Logs of PostgreSQL and Valkey."""
        return self.root / "logs"

    @property
    def mail(self) -> Path:
        """Messages that the mail catcher holds."""
        return self.root / "mail"

    @property
    def media(self) -> Path:
        """Photographs, unless an object store is configured."""
        return self.root / "media"

    @property
    def accounts(self) -> Path:
        """The demo accounts, from its seeder: a list of objects with role, email and password."""
        return self.root / "demo-accounts.json"

    def read_mark(self, name: str) -> dict[str, object]:
        """What ``write_mark`` kept under this name; empty if nothing legible is there."""
        try:
            content = json.loads((self.run / f"{name}.json").read_text())
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def write_mark(self, name: str, content: Mapping[str, object]) -> None:
        """Keep a small fact until the next start, all of it or nothing."""
        draft = self.run / f"{name}.json.new"
        draft.write_text(json.dumps(content))
        draft.replace(self.run / f"{name}.json")


def write_private(path: Path, content: str) -> None:
    """Write a secret that only its owner can read, never for a moment readable by others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(content)
    draft.replace(path)


def _not_ours(root: Path) -> str:
    return (
        f"{root} belongs to another user (was the market started as root before?). "
        "Remove it as that user with `make reset`, or set VENDUE_STATE_DIR to another folder."
    )
