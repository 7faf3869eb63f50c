"""`make bench`: every row, or those named; a table on the screen, the figures in a JSON file."""

import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
from rich.console import Console
from rich.table import Table

from bench import bids, closing, realtime, search

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and what it must reach: at least, or at most."""

    name: str
    value: float
    target: float
    at_least: bool

    @property
    def is_reached(self) -> bool:
        """Whether the figure is on the right side of its target."""
        return self.value >= self.target if self.at_least else self.value <= self.target


Measured = tuple[dict[str, Any], list[Row]]


def _bids() -> Measured:
    found = bids.measure()
    targets = {
        "no-op ÷ bare": (0.7, True),
        "one lot ÷ no-op": (0.4, True),
        "spread ÷ no-op": (0.4, True),
        "one lot ÷ spread": (0.9, True),
        "512 ÷ 32 bidders": (0.9, True),
        "p95 at half capacity, ms": (25, False),
    }
    ratios = bids.ratios(found)
    return found, [Row(name, ratios[name], *target) for name, target in targets.items()]


def _closing() -> Measured:
    found = closing.measure()
    return found, [Row("lots closed late, p99, s", found["late_p99_seconds"], 1.0, at_least=False)]


def _realtime() -> Measured:
    found = realtime.measure()
    targets = {
        "hub ÷ websockets.broadcast": (0.7, True),
        "hub ÷ stock Channels consumer": (10, True),
        "commit → frame, 200 viewers, p95, ms": (10, False),
        "commit → last of 1,000, p95, ms": (100, False),
        "memory per idle socket, KiB": (25, False),
        "p95 with 5 % that stop reading ÷ without": (1.1, False),
        "hot lot with 1,000 viewers ÷ without": (0.9, True),
    }
    ratios = realtime.ratios(found)
    return found, [Row(name, ratios[name], *target) for name, target in targets.items()]


def _search() -> Measured:
    found = search.measure()
    return found, [
        Row("search, first page, p95, ms", found["both"]["p95"], 80, at_least=False),
        Row("page 10,000 ÷ page 1", found["deep_page_ratio"], 1.2, at_least=False),
    ]


BENCHMARKS: dict[str, Callable[[], Measured]] = {
    "bids": _bids,
    "closing": _closing,
    "realtime": _realtime,
    "search": _search,
}


def conditions() -> dict[str, Any]:
    """What the figures were taken on."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load_before": os.getloadavg(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "django": django.get_version(),
    }


def main(names: list[str]) -> None:
    """Run the benchmarks named, or all of them."""
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. There are {', '.join(BENCHMARKS)}.")
    console = Console()
    report: dict[str, Any] = {"conditions": conditions(), "measured": {}, "rows": []}
    table = Table("figure", "measured", "must reach", "reached")
    for name in names or list(BENCHMARKS):
        console.print(f"{name} …", style="dim")
        found, rows = BENCHMARKS[name]()
        report["measured"][name] = found
        report["rows"] += [{**asdict(row), "is_reached": row.is_reached} for row in rows]
        for row in rows:
            sign = "≥" if row.at_least else "≤"
            reached = "yes" if row.is_reached else "NO"
            table.add_row(row.name, f"{row.value:.3g}", f"{sign} {row.target:g}", reached)
    console.print(table)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y%m%d-%H%M%S}.json"
    path.write_text(json.dumps(report, indent=2, default=str) + "\n")
    console.print(f"Figures and conditions: {path.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main(sys.argv[1:])
