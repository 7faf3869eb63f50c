"""Runtime settings: what staff may change while the market runs. Typed, bounded, versioned.

A deployment's own facts (addresses, secrets) are environment variables and have no place here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from django.db import connection, transaction

from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale, invalid_field
from vendue.kernel.pages import Page
from vendue.kernel.snapshot import Snapshot
from vendue.platform import queries
from vendue.platform.models import SettingValue
from vendue.platform.services import audit

Value = TypeVar("Value", bound=int | str)


class SettingUnit(StrEnum):
    """What a setting counts."""

    REQUESTS_PER_MINUTE = "requests_per_minute"
    DAYS = "days"
    YEARS = "years"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Definition(Generic[Value]):
    """A setting: its default, what it counts and between which bounds it may move."""

    name: str
    default: Value
    unit: SettingUnit
    minimum: int  # of a number, or of the length of a text
    maximum: int
    description: str

    def require(self, value: object) -> Value:
        """The value, if it is of the setting's type and within its bounds."""
        kind = type(self.default)
        # A bool is an int to Python, not to a person.
        if not isinstance(value, kind) or isinstance(value, bool):
            raise invalid_field("/value", "wrong_type", f"Send {_KINDS[kind]}.")
        size = len(value) if isinstance(value, str) else value
        if not self.minimum <= size <= self.maximum:
            raise invalid_field(
                "/value", "out_of_bounds", f"Stay between {self.minimum} and {self.maximum}."
            )
        return value


_KINDS = {int: "a whole number", str: "a text"}
_RATE = SettingUnit.REQUESTS_PER_MINUTE


def _fact(name: str, description: str) -> Definition[str]:
    """A fact about the operator that the law wants shown; empty until somebody fills it in."""
    return Definition(name, "", SettingUnit.TEXT, 0, 200, description)


class Setting:
    """Every setting there is. Define one here, and staff can read and change it."""

    BID_LIMIT = Definition(
        "bid_limit", 240, _RATE, 1, 10**6, "Bids of one bidder, over all lots and devices."
    )
    SIGN_IN_LIMIT = Definition(
        "sign_in_limit", 10, _RATE, 1, 10**6, "Attempts to sign in, for an address and an account."
    )
    READ_LIMIT = Definition(
        "read_limit", 1200, _RATE, 1, 10**6, "Reads of one caller, other than searches."
    )
    SEARCH_LIMIT = Definition("search_limit", 300, _RATE, 1, 10**6, "Searches of one caller.")
    WRITE_LIMIT = Definition(
        "write_limit", 120, _RATE, 1, 10**6, "Changes of one caller, other than bids."
    )
    UPLOAD_LIMIT = Definition(
        "upload_limit", 120, _RATE, 1, 10**6, "Photographs and files of one caller."
    )
    MINIMUM_AGE = Definition(
        "minimum_age", 18, SettingUnit.YEARS, 13, 25, "Age that a new account must confirm."
    )
    TERMS_VERSION = Definition(
        "terms_version", "2026-11-01", SettingUnit.TEXT, 1, 40, "Terms of use now in force."
    )
    PRIVACY_VERSION = Definition(
        "privacy_version", "2026-11-01", SettingUnit.TEXT, 1, 40, "Privacy notice now in force."
    )
    OPERATOR_NAME = _fact("operator_name", "Name of the company that runs the market.")
    OPERATOR_REGISTRATION_NUMBER = _fact(
        "operator_registration_number", "The operator's number in the commercial register."
    )
    OPERATOR_ADDRESS = _fact("operator_address", "Registered office of the operator, in one line.")
    OPERATOR_EMAIL = _fact("operator_email", "Address to which people may write to the operator.")
    OPERATOR_PHONE = _fact("operator_phone", "Number on which the operator answers.")
    OPERATOR_VAT_NUMBER = _fact("operator_vat_number", "The operator's VAT number.")
    OUTBOX_KEPT_DAYS = Definition(
        "outbox_kept_days", 30, SettingUnit.DAYS, 1, 3650, "How long delivered events are kept."
    )


DEFINITIONS: Mapping[str, Definition[int] | Definition[str]] = {
    definition.name: definition
    for definition in vars(Setting).values()
    if isinstance(definition, Definition)
}


@dataclass(frozen=True, slots=True)
class SettingState:
    """A setting as it stands. Version 1 is the default; each change adds one."""

    name: str
    value: int | str
    default: int | str
    unit: SettingUnit
    minimum: int
    maximum: int
    description: str
    version: int


def value(setting: Definition[Value]) -> Value:
    """The value in force; a change by another process is seen within 5 s."""
    return _in_force(setting, _SNAPSHOT.get())


def values(*wanted: Definition[Value]) -> list[Value]:
    """Several values of one moment."""
    kept = _SNAPSHOT.get()
    return [_in_force(setting, kept) for setting in wanted]


def states() -> list[SettingState]:
    """Every setting as it stands now, read afresh."""
    kept = _read()
    return [_state(definition, kept) for definition in DEFINITIONS.values()]


def state(name: str) -> SettingState:
    """A setting as it stands now. Raises ``NotFound`` for an unknown name."""
    return _state(_definition(name), _read())


def versions(name: str, *, cursor: str | None, limit: int) -> Page[SettingValue]:
    """Every value a setting was given, newest first. Raises ``NotFound`` for an unknown name."""
    return queries.setting_versions(_definition(name).name, cursor=cursor, limit=limit)


@transaction.atomic
def change(*, actor: Actor, name: str, value: int | str, reason: str, version: int) -> SettingState:
    """Give a setting a new value. Raises ``NotFound``, ``InvalidRequest`` or ``Stale``."""
    definition = _definition(name)
    accepted = definition.require(value)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20260402))", [name])
    before = state(name)
    if before.version != version:
        raise Stale
    SettingValue.objects.create(
        name=name,
        version=version + 1,
        value=accepted,
        reason=reason,
        changed_by=actor.account_id,
    )
    audit.record(
        actor,
        "setting.change",
        f"setting:{name}",
        reason=reason,
        before={"value": before.value},
        after={"value": accepted},
    )
    _SNAPSHOT.forget()
    transaction.on_commit(_SNAPSHOT.forget)
    return replace(before, value=accepted, version=version + 1)


def _definition(name: str) -> Definition[int] | Definition[str]:
    if name not in DEFINITIONS:
        raise NotFound
    return DEFINITIONS[name]


def _in_force(setting: Definition[Value], kept: Mapping[str, tuple[int | str, int]]) -> Value:
    if setting.name not in kept:
        return setting.default
    return setting.require(kept[setting.name][0])


def _state(
    definition: Definition[int] | Definition[str], kept: Mapping[str, tuple[int | str, int]]
) -> SettingState:
    value, version = kept.get(definition.name, (definition.default, 1))
    return SettingState(
        name=definition.name,
        value=value,
        default=definition.default,
        unit=definition.unit,
        minimum=definition.minimum,
        maximum=definition.maximum,
        description=definition.description,
        version=version,
    )


def _read() -> dict[str, tuple[int | str, int]]:
    newest = SettingValue.objects.order_by("name", "-version").distinct("name")
    return {row.name: (row.value, row.version) for row in newest}


def _outside_transactions() -> bool:
    # What a transaction reads may be its own uncommitted change.
    return not connection.in_atomic_block


_SNAPSHOT = Snapshot(_read, keep_seconds=5, may_keep=_outside_transactions)
