"""Rules as plain JSON: read and checked, written, and merged by precedence.

A rule set is one document; a category or an auction overrides parts of it. A lot pins the
document that results, so that every decision about it can be made again.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from vendue.auctions.engine.increments import Band, IncrementTable, PercentageBand, StepBand
from vendue.auctions.engine.rules import (
    AntiSniping,
    BelowReserve,
    BuyNowPolicy,
    BuyNowUntil,
    ExtensionMode,
    Rules,
)
from vendue.auctions.errors import InvalidRules
from vendue.kernel.money import MAXIMUM_MINOR

Document = Mapping[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)

MAXIMUM_BANDS = 100
MAXIMUM_PATTERN = 10
MAXIMUM_SECONDS = 7 * 24 * 3600
MAXIMUM_EXTENSIONS = 10_000
# Parts that an override changes key by key; every other key it replaces whole.
_MERGED_PARTS = ("increments", "anti_sniping", "buy_now")
_KEYS = frozenset({"increments", "anti_sniping", "own_raise_recompute", "below_reserve", "buy_now"})


def effective_rules(rule_set: Document, *overrides: Document | None, currency: str) -> Rules:
    """The rules for one lot: each override, the strongest last, over the rule set (rule 5.2).

    The order is rule set, category, auction. ``increments`` holds a table for each currency; the
    lot's is taken. Raises ``InvalidRules``, naming the value that is wrong.
    """
    merged: dict[str, Any] = dict(rule_set)
    for override in overrides:
        if override is not None:
            merged = _merged(merged, override)
    tables = _mapping(merged.get("increments"), "/increments")
    if currency not in tables:
        raise InvalidRules("/increments", f"There is no increment table for {currency}.")
    return _rules(merged, tables[currency], f"/increments/{currency}")


def check_rule_set(document: Document) -> None:
    """Refuse a rule set of which any part or any currency's table is wrong: ``InvalidRules``."""
    tables = _mapping(document.get("increments"), "/increments")
    if not tables:
        raise InvalidRules("/increments", "A rule set has at least one increment table.")
    for currency in tables:
        effective_rules(document, currency=currency)


def check_override(document: Document, rule_set: Document) -> None:
    """Refuse what a category or an auction may not lay over the rule set: ``InvalidRules``."""
    check_rule_set(_merged(dict(rule_set), document))


def parse_rules(document: Document) -> Rules:
    """The rules a lot has pinned: ``increments`` is the one table of its currency."""
    return _rules(document, document.get("increments"), "/increments")


def rules_document(rules: Rules) -> dict[str, Any]:
    """The plain JSON form of a lot's rules; ``parse_rules`` reads it back."""
    sniping = rules.anti_sniping
    return {
        "increments": [_band_document(band) for band in rules.increments.bands],
        "anti_sniping": {
            "trigger_seconds": sniping.trigger_seconds,
            "extend_seconds": sniping.extend_seconds,
            "mode": sniping.mode.value,
            "max_extensions": sniping.max_extensions,
        },
        "own_raise_recompute": rules.own_raise_recompute,
        "below_reserve": rules.below_reserve.value,
        "buy_now": {
            "until": rules.buy_now.until.value,
            "basis_points": rules.buy_now.basis_points,
        },
    }


def parse_increments(document: object, pointer: str = "/increments") -> IncrementTable:
    """An increment table from its list of bands. Raises ``InvalidRules``."""
    entries = _list(document, pointer, MAXIMUM_BANDS)
    bands = tuple(_band(entry, f"{pointer}/{at}") for at, entry in enumerate(entries))
    for at in range(1, len(bands)):
        if bands[at].from_minor <= bands[at - 1].from_minor:
            raise InvalidRules(f"{pointer}/{at}/from_minor", "Each band starts above the last.")
    return IncrementTable(bands)


def _rules(document: Document, table: object, pointer: str) -> Rules:
    _only(document, _KEYS, "")
    recompute = document.get("own_raise_recompute", True)
    if not isinstance(recompute, bool):
        raise InvalidRules("/own_raise_recompute", "This is true or false.")
    below = document.get("below_reserve", BelowReserve.INCREMENTAL.value)
    return Rules(
        increments=parse_increments(table, pointer),
        anti_sniping=_anti_sniping(document.get("anti_sniping", {})),
        own_raise_recompute=recompute,
        below_reserve=_choice(BelowReserve, below, "/below_reserve"),
        buy_now=_buy_now(document.get("buy_now", {})),
    )


def _anti_sniping(value: object) -> AntiSniping:
    pointer = "/anti_sniping"
    part = _mapping(value, pointer)
    _only(part, {"trigger_seconds", "extend_seconds", "mode", "max_extensions"}, pointer)
    most = part.get("max_extensions")
    return AntiSniping(
        trigger_seconds=_integer(part, "trigger_seconds", pointer, (0, MAXIMUM_SECONDS), 30),
        extend_seconds=_integer(part, "extend_seconds", pointer, (1, MAXIMUM_SECONDS), 30),
        mode=_choice(ExtensionMode, part.get("mode", "reset"), f"{pointer}/mode"),
        max_extensions=None
        if most is None
        else _integer(part, "max_extensions", pointer, (0, MAXIMUM_EXTENSIONS)),
    )


def _buy_now(value: object) -> BuyNowPolicy:
    pointer = "/buy_now"
    part = _mapping(value, pointer)
    _only(part, {"until", "basis_points"}, pointer)
    until = _choice(BuyNowUntil, part.get("until", "first_bid"), f"{pointer}/until")
    if until is BuyNowUntil.PERCENT:
        return BuyNowPolicy(until, _integer(part, "basis_points", pointer, (1, 10_000)))
    if part.get("basis_points") is not None:
        raise InvalidRules(f"{pointer}/basis_points", "Only `percent` takes a share.")
    return BuyNowPolicy(until)


def _band(value: object, pointer: str) -> Band:
    entry = _mapping(value, pointer)
    start = _integer(entry, "from_minor", pointer, (0, MAXIMUM_MINOR))
    if "basis_points" in entry:
        _only(entry, {"from_minor", "basis_points", "floor_minor"}, pointer)
        return PercentageBand(
            from_minor=start,
            basis_points=_integer(entry, "basis_points", pointer, (1, 10_000)),
            floor_minor=_integer(entry, "floor_minor", pointer, (1, MAXIMUM_MINOR)),
        )
    _only(entry, {"from_minor", "steps_minor"}, pointer)
    steps = _list(entry.get("steps_minor"), f"{pointer}/steps_minor", MAXIMUM_PATTERN)
    if not all(type(step) is int and 1 <= step <= MAXIMUM_MINOR for step in steps):
        raise InvalidRules(f"{pointer}/steps_minor", "A step is at least one minor unit.")
    return StepBand(start, tuple(steps))


def _band_document(band: Band) -> dict[str, Any]:
    if isinstance(band, PercentageBand):
        return {
            "from_minor": band.from_minor,
            "basis_points": band.basis_points,
            "floor_minor": band.floor_minor,
        }
    return {"from_minor": band.from_minor, "steps_minor": list(band.steps_minor)}


def _merged(document: dict[str, Any], override: Document) -> dict[str, Any]:
    _only(override, _KEYS, "")
    merged = {**document, **override}
    for part in _MERGED_PARTS:
        if part in override:
            merged[part] = {
                **_mapping(document.get(part, {}), f"/{part}"),
                **_mapping(override[part], f"/{part}"),
            }
    return merged


def _mapping(value: object, pointer: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InvalidRules(pointer, "This is an object.")
    return value


def _list(value: object, pointer: str, longest: int) -> Sequence[Any]:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= longest:
        raise InvalidRules(pointer, f"This is a list of 1 to {longest}.")
    return value


def _only(part: Document, known: frozenset[str] | set[str], pointer: str) -> None:
    unknown = sorted(set(part) - known)
    if unknown:
        raise InvalidRules(f"{pointer}/{unknown[0]}", "There is no such rule.")


def _choice(kind: type[Choice], value: object, pointer: str) -> Choice:
    if isinstance(value, str) and value in {member.value for member in kind}:
        return kind(value)
    names = ", ".join(member.value for member in kind)
    raise InvalidRules(pointer, f"This is one of {names}.")


def _integer(
    part: Document, key: str, pointer: str, bounds: tuple[int, int], default: int | None = None
) -> int:
    value = part.get(key, default)
    least, most = bounds
    # A bool is an int to Python, not to anybody who writes rules.
    if type(value) is not int or not least <= value <= most:
        raise InvalidRules(f"{pointer}/{key}", f"This is a whole number from {least} to {most}.")
    return value
