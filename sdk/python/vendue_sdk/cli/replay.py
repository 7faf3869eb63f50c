"""``vendue replay``: hold recorded auctions again and compare how they end."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from vendue_sdk.cli.output import progress, results
from vendue_sdk.cli.signing_in import address
from vendue_sdk.replay.records import read_auctions
from vendue_sdk.replay.running import Outcome, Plan, run


def replay(
    file: Annotated[Path, typer.Argument(help="Records: one row for each bid, as CSV.")],
    reserves: Annotated[
        Path | None, typer.Option(help="A file with the column inferred_reserve.")
    ] = None,
    window: Annotated[float, typer.Option(min=1, help="Seconds to place every bid in.")] = 90.0,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
    lots: Annotated[Path | None, typer.Option(help="Write each lot's id and price here.")] = None,
    staff_email: Annotated[str, typer.Option(envvar="VENDUE_STAFF_EMAIL", prompt=True)] = "",
    staff_password: Annotated[
        str, typer.Option(envvar="VENDUE_STAFF_PASSWORD", prompt=True, hide_input=True)
    ] = "",
) -> None:
    """Hold recorded auctions again on a sandbox market, bid by bid, and compare their ends."""
    plan = Plan(
        auctions=read_auctions(file, reserves),
        base_url=address(),
        staff_email=staff_email,
        staff_password=staff_password,
        window=timedelta(seconds=window),
    )
    outcome = run(plan, progress)
    if lots is not None:
        outcome.write_lots(lots)
    if as_json:
        typer.echo(json.dumps(outcome.summary()))
    else:
        _show(outcome)


def _show(outcome: Outcome) -> None:
    for name, value in outcome.summary().items():
        shown = ", ".join(value) if isinstance(value, list) else value
        results.print(f"{name.replace('_', ' '):<24}{shown}", highlight=False)
