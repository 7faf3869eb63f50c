"""What a market begins with: increment tables by currency and the document of a rule set."""

from typing import Any

# Bands in the major unit's hundredths: where each begins and the step, or steps, within it.
_AMERICAN = (
    (1, 5),
    (100, 25),
    (500, 50),
    (2_500, 100),
    (10_000, 250),
    (25_000, 500),
    (50_000, 1_000),
    (100_000, 2_500),
    (250_000, 5_000),
    (500_000, 10_000),
)
_CONTINENTAL = (
    (100, 100),
    (2_000, 200),
    (5_000, 500),
    (20_000, 1_000),
    (50_000, 2_000),
    (100_000, 5_000),
    (200_000, 10_000),
    (500_000, 20_000),
    (1_000_000, 50_000),
    (2_000_000, 100_000),
    (5_000_000, 200_000),
    (10_000_000, 500_000),
)
_BRITISH = (
    (100, 100),
    (2_000, 200),
    (5_000, 500),
    (20_000, 1_000),
    (50_000, 2_000, 3_000),
    (100_000, 5_000),
    (200_000, 10_000),
    (300_000, 20_000, 30_000),
    (500_000, 50_000),
)
_TABLES = {"USD": _AMERICAN, "GBP": _BRITISH}


def default_increments(currency: str, decimals: int) -> list[dict[str, Any]]:
    """The increment table a currency begins with, as a document (rule 3).

    Currencies without a table of their own take the continental one. A unit without decimals is
    worth about a hundredth of one with two, so its table counts whole units as hundredths.
    """
    scale = 10 ** max(decimals - 2, 0)
    return [
        _band(start * scale, [step * scale for step in steps])
        for start, *steps in _TABLES.get(currency, _CONTINENTAL)
    ]


def default_rule_set(currencies: dict[str, int]) -> dict[str, Any]:
    """The document of a rule set with every default. ``currencies`` maps codes to decimals."""
    return {
        "increments": {
            code: default_increments(code, decimals) for code, decimals in currencies.items()
        },
        "anti_sniping": {
            "trigger_seconds": 30,
            "extend_seconds": 30,
            "mode": "reset",
            "max_extensions": None,
        },
        "own_raise_recompute": True,
        "below_reserve": "incremental",
        "buy_now": {"until": "first_bid", "basis_points": None},
    }


def _band(from_minor: int, steps_minor: list[int]) -> dict[str, Any]:
    return {"from_minor": from_minor, "steps_minor": steps_minor}
