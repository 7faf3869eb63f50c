"""``vendue lots``: find, read and describe lots."""

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.table import Column, Table
from rich.text import Text

from vendue_sdk.calls import Upload
from vendue_sdk.cli.output import Amounts, messages, results
from vendue_sdk.cli.signing_in import market
from vendue_sdk.models import Lot, LotState, LotSummary

app = typer.Typer(help="Find, read and describe lots.", no_args_is_help=True)


@app.command("list")
def show_list(
    words: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    category: Annotated[str | None, typer.Option(help="Only in and below this category.")] = None,
    ending_within: Annotated[str | None, typer.Option(help="Such as 1h or 2d.")] = None,
    most: Annotated[int, typer.Option(help="How many lots at most.")] = 20,
) -> None:
    """List lots that are on sale, the soonest end first."""
    given = {"words": words, "category": category, "ending_within": ending_within}
    wanted: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    with market() as vendue:
        amounts = Amounts(vendue)
        # The id stays whole, however narrow the terminal: the next command wants it.
        lot_column = Column("Lot", no_wrap=True, min_width=36)
        table = Table(lot_column, "Title", "Price", "Bids", "Ends", box=None, pad_edge=False)
        for number, lot in enumerate(vendue.lots.search(page_size=min(most, 100), **wanted)):
            if number == most:
                break
            table.add_row(str(lot.lot_id), Text(lot.title), *_figures(lot, amounts))
    results.print(table)


@app.command()
def show(lot_id: UUID) -> None:
    """Show one lot with its bidding."""
    with market() as vendue:
        lot = vendue.lots.get(lot_id)
        amounts = Amounts(vendue)
        results.print(Text(lot.title, style="bold"))
        results.print(Text(f"{lot.category.name_en}, {lot.condition}"))
        results.print(Text(f"Sold by {lot.seller.name} in {lot.city or lot.country}"))
        if lot.state is None:
            results.print(f"Not published; starts at {_start(lot, amounts)}")
        else:
            # What a lot was found with may be seconds old; its own state never is.
            results.print(state_table(vendue.lots.get_state(lot_id), amounts))
        if lot.description:
            results.print(Text(lot.description))


@app.command()
def create(
    title: Annotated[str, typer.Option(prompt=True)],
    category: Annotated[str, typer.Option(prompt=True, help="Its slug.")],
    condition: Annotated[str, typer.Option(prompt=True)],
    start: Annotated[str, typer.Option(prompt="Start price", help="Such as 125.00")],
    currency: Annotated[str, typer.Option(prompt=True)] = "EUR",
    country: Annotated[str, typer.Option(prompt=True, help="Two letters.")] = "LV",
    photograph: Annotated[list[Path] | None, typer.Option(help="A file; may be repeated.")] = None,
) -> None:
    """Describe a lot: a draft of yours, with its photographs."""
    with market() as vendue:
        lot = vendue.lots.create(
            title=title,
            category=category,
            language="en",
            condition=condition,  # type: ignore[arg-type]  # the market names the conditions it knows
            country=country,
            currency=currency,
            start_price_minor=Amounts(vendue).minor(start, currency),
        )
        for path in photograph or []:
            vendue.lots.add_photograph(lot.lot_id, file=Upload.of(path))
        messages.print("✓ A draft. Submit it when it is complete.")
    results.print(str(lot.lot_id))


def state_table(state: LotState, amounts: Amounts) -> Table:
    """The public facts of a lot's bidding."""
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_row("Status", state.result or state.status)
    table.add_row("Price", amounts.text(state.price_minor, state.currency))
    table.add_row("Minimum bid", amounts.text(state.minimum_bid_minor, state.currency))
    table.add_row("Leader", state.leader or "nobody")
    table.add_row("Bids", f"{state.bid_count} by {state.bidder_count}")
    table.add_row("Reserve", state.reserve.replace("_", " "))
    table.add_row("Ends", f"{state.ends_at:%Y-%m-%d %H:%M:%S %Z}")
    return table


def _figures(lot: LotSummary, amounts: Amounts) -> tuple[str, str, str]:
    if lot.state is None:
        return "—", "—", "—"
    price = amounts.text(lot.state.price_minor, lot.state.currency)
    return price, str(lot.state.bid_count), f"{lot.state.ends_at:%Y-%m-%d %H:%M %Z}"


def _start(lot: Lot, amounts: Amounts) -> str:
    return amounts.text(lot.start_price_minor, lot.currency)
