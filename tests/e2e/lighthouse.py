"""``make lighthouse``: what Lighthouse says of home, search and lot, as on a mobile telephone."""

import http.client
import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from embedded.state import REPOSITORY
from tests.e2e.market import browser_path, given_or_opened

BIN = REPOSITORY / "node_modules" / ".bin"
RUNS = int(os.environ.get("RUNS", "3"))
KILOBYTE = 1_000
CATEGORIES = ("performance", "accessibility", "best-practices")
#: Least scores, out of a hundred.
LEAST = {"performance": 90, "accessibility": 100, "best-practices": 95}
GREEN = 0.9
MOST_SHIFT = 0.05
MOST_JAVASCRIPT_KB = 140


@dataclass(frozen=True)
class Seen:
    """What one page did: scores of a hundred, milliseconds, kilobytes as sent."""

    scores: dict[str, int]
    shift: float
    largest_paint_ms: int
    blocked_ms: int
    javascript_kb: float
    complaints: tuple[str, ...]

    @classmethod
    def of(cls, report: dict[str, Any]) -> "Seen":
        """Read a report of Lighthouse."""
        audits = report["audits"]
        scripts = [
            one
            for one in audits["network-requests"]["details"]["items"]
            if one["resourceType"] == "Script"
        ]
        return cls(
            scores={name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES},
            shift=audits["cumulative-layout-shift"]["numericValue"],
            largest_paint_ms=round(audits["largest-contentful-paint"]["numericValue"]),
            blocked_ms=round(audits["total-blocking-time"]["numericValue"]),
            javascript_kb=sum(one["transferSize"] for one in scripts) / KILOBYTE,
            complaints=tuple(_complaints(report)),
        )

    def is_good(self) -> bool:
        """Whether everything is as it must be."""
        return (
            all(self.scores[name] >= least for name, least in LEAST.items())
            and self.shift <= MOST_SHIFT
            and self.javascript_kb <= MOST_JAVASCRIPT_KB
        )


def _complaints(report: dict[str, Any]) -> list[str]:
    """What lowers a score, or weighs on the performance."""
    refs = [ref for name in CATEGORIES for ref in report["categories"][name]["auditRefs"]]
    found = {ref["id"]: report["audits"][ref["id"]] for ref in refs if ref["weight"]}
    return [
        f"{name}: {audit.get('displayValue') or audit['title']}"
        for name, audit in found.items()
        if audit["score"] is not None and audit["score"] < GREEN
    ]


def main() -> None:
    """Look at each page some times, print the median, and exit with an error below the bar."""
    if browser_path() is None:
        raise SystemExit("Lighthouse needs Chromium on PATH, or named by CHROMIUM.")
    with given_or_opened("lighthouse") as market:
        lot_id = _a_lot(market.url)
        pages = {"home": "/", "search": "/search", "lot": f"/lot/{lot_id}"}
        wanted = sys.argv[1:] or list(pages)
        rows = {name: _look_at(market.url + pages[name]) for name in wanted}
    for name, row in rows.items():
        scores = "  ".join(f"{key} {value}" for key, value in row.scores.items())
        sys.stdout.write(
            f"{name:<8}{scores}  CLS {row.shift:.3f}  LCP {row.largest_paint_ms} ms  "
            f"TBT {row.blocked_ms} ms  JavaScript {row.javascript_kb:.0f} kB\n"
        )
        for complaint in row.complaints:
            sys.stdout.write(f"          {complaint}\n")
    if not all(row.is_good() for row in rows.values()):
        raise SystemExit(f"The bar: {LEAST}, CLS {MOST_SHIFT}, JavaScript {MOST_JAVASCRIPT_KB} kB.")


def _a_lot(url: str) -> str:
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)) as connection:
        connection.request("GET", "/api/v1/lots?sort=most_bids&limit=1")
        return str(json.loads(connection.getresponse().read())["items"][0]["lot_id"])


def _look_at(url: str) -> Seen:
    """The run whose performance is the median."""
    seen = sorted((_measure(url) for _ in range(RUNS)), key=lambda one: one.scores["performance"])
    return seen[len(seen) // 2]


def _measure(url: str) -> Seen:
    flags = ["--headless=new", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                BIN / "lighthouse", url, "--quiet", "--output=json", f"--output-path={report}",
                f"--only-categories={','.join(CATEGORIES)}", "--form-factor=mobile",
                f"--chrome-flags={' '.join(flags)}",
            ],
            # Its own Node: that of the machine may be too old.
            env={
                **os.environ,
                "CHROME_PATH": browser_path() or "",
                "PATH": f"{BIN}:{os.environ['PATH']}",
            },
            cwd=REPOSITORY,
            timeout=180,
            check=True,
        )  # fmt: skip
        return Seen.of(json.loads(report.read_text()))


if __name__ == "__main__":
    main()
