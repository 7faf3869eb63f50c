"""`make setup`: the virtual environment, made or mended. Runs before it, on the bare interpreter.

Only the standard library, and only the interpreter that will be the environment's.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
VENV = REPOSITORY / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "vendue-setup"
LOCK = REPOSITORY / "requirements.lock"
SDK = REPOSITORY / "sdk" / "python"
INSTALL = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def main() -> None:
    """Bring .venv to what the lock file says; say what is done, or what the machine lacks."""
    _require_interpreter()
    with LOCK.open() as alone:
        # Two commands that are started at once must not both build the folder.
        fcntl.flock(alone, fcntl.LOCK_EX)
        wanted = _fingerprint()
        if _is_current(wanted):
            return
        began = time.monotonic()
        _build()
        STAMP.write_text(wanted)
        _say(f"Installed everything into .venv in {time.monotonic() - began:.0f} s.")


def _require_interpreter() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 — this is where an older one is told so
        _stop(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        _stop(
            f"{sys.executable} cannot make virtual environments: its `ensurepip` is missing. "
            f"On Debian and Ubuntu it is in the package python{version}-venv; or name another "
            "interpreter: `make setup BASE_PYTHON=/path/to/python3`."
        )


def _fingerprint() -> str:
    parts = [sys.version, str(REPOSITORY)]
    files = [LOCK, SDK / "pyproject.toml"]
    parts += [hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.exists()]
    return "\n".join(parts)


def _is_current(wanted: str) -> bool:
    try:
        if STAMP.read_text() != wanted:
            return False
    except OSError:
        return False
    # The interpreter behind it may have been removed since.
    return subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0  # noqa: S603 — our own interpreter


def _build() -> None:
    STAMP.unlink(missing_ok=True)
    if not _belongs_here():
        _say(f"Making .venv with Python {sys.version.split()[0]} …")
        shutil.rmtree(VENV, ignore_errors=True)
        _run(sys.executable, "-m", "venv", str(VENV))
    _say("Installing what requirements.lock names …")
    _run(*INSTALL, "--require-hashes", "--requirement", str(LOCK))
    if (SDK / "pyproject.toml").exists():
        # From the checkout, with the build backend that was just installed: no network.
        _run(*INSTALL, "--no-deps", "--no-build-isolation", "--editable", str(SDK))


def _belongs_here() -> bool:
    """Whether .venv works, stands where it was made, and is of this very interpreter's version."""
    question = "import sys, pip; print(sys.version); print(sys.prefix)"
    try:
        said = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)  # noqa: S603 — our own interpreter
        script = (VENV / "bin" / "pip").read_text()
    except (OSError, UnicodeDecodeError):
        return False
    return (
        said.stdout.splitlines() == [*sys.version.splitlines(), str(VENV)] and str(VENV) in script
    )


def _run(*command: str) -> None:
    # A PYTHONPATH or PIP_USER of the caller's must not lead the installation elsewhere.
    kept = {
        key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PIP_USER"}
    }
    done = subprocess.run(command, env=kept, check=False)  # noqa: S603 — our own commands
    if done.returncode != 0:
        _stop(
            f"`{' '.join(command)}` failed; its lines above say why. Run `make setup` again then."
        )


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _stop(text: str) -> None:
    _say(f"! {text}")
    raise SystemExit(1)


if __name__ == "__main__":
    main()
