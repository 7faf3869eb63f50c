"""A few lots of the demo's catalogue, for tests that seed them."""

from dataclasses import replace

from embedded.demo.art import studio
from embedded.demo.catalogue.loading import load_catalogue
from embedded.demo.catalogue.records import DemoCatalogue
from embedded.demo.seed import lots

AUCTION = "laika-skana"
WHOLE = load_catalogue()


def a_small_catalogue() -> DemoCatalogue:
    """One auction of three lots, and three single lots that end in minutes, hours and days."""
    together = [lot for lot in WHOLE.lots if lot.auction == AUCTION][:3]
    alone = [
        next(lot for lot in WHOLE.lots if lot.ends == hint) for hint in ("minutes", "hours", "days")
    ]
    return replace(WHOLE, lots=(*together, *alone))


def draw_quickly(monkeypatch) -> None:
    """Every picture the same small one: what is drawn is tested elsewhere."""
    picture = studio.draw("coin", 1, size=48, form="jpeg")
    monkeypatch.setattr(lots, "draw", lambda *_given, **_options: picture)
