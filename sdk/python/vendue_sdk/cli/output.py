"""How the command line speaks: results on stdout, everything else on stderr."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from vendue_sdk.client import Vendue

results = Console(soft_wrap=True)
messages = Console(stderr=True, soft_wrap=True)


def refuse(why: str) -> None:
    """Say in a line why the command did not do what it was asked."""
    messages.print(Text("✗ ", style="red").append(why, style="default"), highlight=False)


@contextmanager
def progress(step: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr; call what it gives once for each thing done."""
    bar = Progress(
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=messages,
    )
    with bar:
        task = bar.add_task(step, total=total)
        yield lambda: bar.advance(task)


class Amounts:
    """Amounts as people write them, in the currencies of one market."""

    def __init__(self, market: Vendue) -> None:
        self._decimals = {c.code: c.decimals for c in market.meta.get().currencies}

    def text(self, minor: int | None, currency: str) -> str:
        """``12500`` and ``EUR`` → ``125.00 EUR``."""
        if minor is None:
            return "—"
        amount = Decimal(minor).scaleb(-self._decimals[currency])
        return f"{amount:,f} {currency}"

    def minor(self, text: str, currency: str) -> int:
        """``125.00`` and ``EUR`` → ``12500``. Stops the command where it is no such amount."""
        try:
            amount = Decimal(text).scaleb(self._decimals[currency])
        except InvalidOperation:
            raise typer.BadParameter(f"{text} is not an amount.") from None
        if not amount.is_finite() or amount != amount.to_integral_value() or amount <= 0:
            raise typer.BadParameter(f"{text} is not an amount of {currency}.")
        return int(amount)
