"""The command ``vendue`` and its commands' one way of failing."""

import sys
from typing import Annotated

import typer

from vendue_sdk.cli import bidding, history, lots, replay, signing_in
from vendue_sdk.cli.output import refuse
from vendue_sdk.errors import VendueError

app = typer.Typer(
    name="vendue",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def choose_market(
    base_url: Annotated[
        str | None, typer.Option(envvar="VENDUE_BASE_URL", help="The market's address.")
    ] = None,
) -> None:
    """Timed auctions with proxy bidding, from the command line."""
    signing_in.CHOSEN.set(base_url)


app.command("login")(signing_in.login)
app.command("logout")(signing_in.logout)
app.command("whoami")(signing_in.whoami)
app.command("bid")(bidding.bid)
app.command("watch")(bidding.watch)
app.command("replay")(replay.replay)
app.add_typer(lots.app, name="lots")
app.add_typer(history.app, name="history")


def run() -> None:
    """Run the command; a refusal or a failure is one line on stderr and the exit status 1."""
    try:
        app()
    except VendueError as error:
        refuse(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
