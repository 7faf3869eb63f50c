"""`make reset`: the local data goes, and nothing else."""

import shutil
from pathlib import Path

from embedded import lock, postgres, standing
from embedded.console import Console
from embedded.state import State

# By name, never the whole folder: VENDUE_STATE_DIR may have been set to a folder with other things.
FOLDERS = ("postgres", "valkey", "mail", "media", "logs", "test", "run")
FILES = ("secrets.env", "postgres.password", "valkey.password", "demo-accounts.json")


def reset(state: State, console: Console) -> None:
    """Stop the local services and remove all local data. Raises AlreadyRunning under `make up`.

    A database that DATABASE_URL names is left alone.
    """
    standing.stop(state, console)
    with lock.held(state.lock), console.step(f"Removed the local data in {state.root}"):
        for test_state in (state.root / "test").glob("*"):
            postgres.remove_data(State(test_state))
        postgres.remove_data(state)
        for name in FILES:
            (state.root / name).unlink(missing_ok=True)
        for name in FOLDERS:
            _remove(state.root / name)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
