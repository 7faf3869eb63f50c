"""The local runtime's commands; the Makefile calls them by ``python -m embedded``."""

import asyncio
import os
import shlex
import subprocess
import sys
from enum import StrEnum
from typing import Annotated

import typer

from embedded import standing
from embedded.console import Console
from embedded.errors import EmbeddedError
from embedded.reset import reset as remove_everything
from embedded.state import State
from embedded.up import up as serve

# Its tracebacks would show every variable, passwords among them.
app = typer.Typer(
    add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False
)


class Action(StrEnum):
    """What `services` can do."""

    start = "start"
    stop = "stop"


@app.command()
def up() -> None:
    """Bring the market up and serve it until Ctrl-C."""
    asyncio.run(serve(State.open(), Console(), os.environ))


@app.command()
def reset() -> None:
    """Remove all local data; the next start begins afresh."""
    remove_everything(State.open(), Console())


@app.command()
def services(action: Action) -> None:
    """Start or stop PostgreSQL and Valkey alone, in the background."""
    if action is Action.start:
        standing.start(State.open(), Console(), os.environ)
    else:
        standing.stop(State.open(), Console())


@app.command()
def env() -> None:
    """Print the running market's variables, for `eval "$(make -s env)"`."""
    for name, value in standing.environment(State.open()).items():
        typer.echo(f"export {name}={shlex.quote(value)}")


@app.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
def run(command: Annotated[list[str], typer.Argument(help="Program and its arguments.")]) -> None:
    """Run a command with the market's variables; starts the services for it if none run."""
    with standing.borrowed(State.open(), os.environ) as variables:
        done = subprocess.run(command, env=variables, check=False)  # noqa: S603 — the operator's own command
    raise typer.Exit(done.returncode)


def main() -> None:
    """Run the command line; what the operator can mend is one sentence, not a traceback."""
    try:
        app()
    except EmbeddedError as failure:
        Console(sys.stderr).warn(str(failure))
        raise SystemExit(1) from failure


if __name__ == "__main__":
    main()
