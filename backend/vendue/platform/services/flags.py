"""Feature flags: what a market offers. Asked through OpenFeature, answered from our own table.

A *product* flag is permanent: an operator's choice. A *release* flag hides unfinished work, names
the day it must be gone, and a test fails from that day on.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.conf import settings as django_settings
from django.db import connection, transaction
from openfeature import api as openfeature
from openfeature.evaluation_context import EvaluationContext

from vendue.kernel import clock
from vendue.kernel.actor import Actor
from vendue.kernel.errors import NotFound, Stale, Unavailable
from vendue.kernel.snapshot import Snapshot
from vendue.platform.errors import FlagNotAvailable
from vendue.platform.gateways.flag_table import FlagTable
from vendue.platform.models import FeatureFlag
from vendue.platform.services import audit


class Flag(StrEnum):
    """Every flag there is."""

    SANDBOX = "sandbox"
    SELLER_VERIFICATION = "seller_verification"
    KYC = "kyc"
    DEPOSITS = "deposits"


class FlagKind(StrEnum):
    """Whether a flag is a choice of the operator or hides unfinished work."""

    PRODUCT = "product"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a flag does and how it stands before staff decide."""

    description: str
    default: bool = False
    #: A release flag's last day; a product flag has none.
    remove_by: date | None = None
    #: Refused to be on where people bid in earnest.
    embedded_only: bool = False
    #: Shown to clients in the meta.
    is_public: bool = True

    @property
    def kind(self) -> FlagKind:
        """Permanent, or to be removed."""
        return FlagKind.PRODUCT if self.remove_by is None else FlagKind.RELEASE


DEFINITIONS = {
    Flag.SANDBOX: Definition(
        "A market to play with: staff create test bidders, lots skip review, limits are raised.",
        default=django_settings.VENDUE.vendue_embedded,
        embedded_only=True,
    ),
    Flag.SELLER_VERIFICATION: Definition("Only verified sellers may submit lots."),
    Flag.KYC: Definition("Bidders above a threshold must have been identified."),
    Flag.DEPOSITS: Definition("A bid needs a deposit where the auction asks for one."),
}


#: Flags that clients are told about.
CLIENT_FLAGS = tuple(flag for flag, definition in DEFINITIONS.items() if definition.is_public)


@dataclass(frozen=True, slots=True)
class FlagState:
    """A flag as it stands. Version 1 is the default; each decision adds one."""

    name: Flag
    enabled: bool
    default: bool
    kind: FlagKind
    description: str
    remove_by: date | None
    version: int
    updated_at: datetime | None


def enabled(flag: Flag, actor: Actor | None = None) -> bool:
    """Whether the flag is on for the caller; a change by another process is seen within 5 s.

    Raises ``Unavailable`` where the decisions cannot be read.
    """
    found = _CLIENT.get_boolean_details(flag, DEFINITIONS[flag].default, _context(actor))
    # OpenFeature answers a failed read with the default, which would open what staff have closed.
    if found.error_code is not None:
        raise Unavailable
    return found.value


def states() -> list[FlagState]:
    """Every flag as it stands now, read afresh."""
    decided = {row.name: row for row in FeatureFlag.objects.all()}
    return [_state(flag, decided.get(flag)) for flag in Flag]


def state(name: str) -> FlagState:
    """A flag as it stands now. Raises ``NotFound`` for an unknown name."""
    if name not in DEFINITIONS:
        raise NotFound
    return _state(Flag(name), FeatureFlag.objects.filter(name=name).first())


@transaction.atomic
def decide(*, actor: Actor, name: str, enabled: bool, reason: str, version: int) -> FlagState:
    """Turn a flag on or off. Raises ``NotFound``, ``Stale`` or ``FlagNotAvailable``."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20260403))", [name])
    before = state(name)
    flag = before.name
    if enabled and DEFINITIONS[flag].embedded_only and not django_settings.VENDUE.vendue_embedded:
        raise FlagNotAvailable
    if before.version != version:
        raise Stale
    row, _ = FeatureFlag.objects.update_or_create(
        name=flag,
        defaults={"is_enabled": enabled, "version": version + 1, "updated_at": clock.now()},
    )
    audit.record(
        actor,
        "flag.decide",
        f"flag:{name}",
        reason=reason,
        before={"enabled": before.enabled},
        after={"enabled": enabled},
    )
    _SNAPSHOT.forget()
    transaction.on_commit(_SNAPSHOT.forget)
    return _state(flag, row)


def _state(flag: Flag, row: FeatureFlag | None) -> FlagState:
    definition = DEFINITIONS[flag]
    return FlagState(
        name=flag,
        enabled=definition.default if row is None else row.is_enabled,
        default=definition.default,
        kind=definition.kind,
        description=definition.description,
        remove_by=definition.remove_by,
        version=1 if row is None else row.version,
        updated_at=None if row is None else row.updated_at,
    )


def _context(actor: Actor | None) -> EvaluationContext | None:
    if actor is None or actor.account_id is None:
        return None
    return EvaluationContext(targeting_key=str(actor.account_id))


def _read() -> dict[str, bool]:
    return dict(FeatureFlag.objects.values_list("name", "is_enabled"))


def _outside_transactions() -> bool:
    # What a transaction reads may be its own uncommitted change.
    return not connection.in_atomic_block


_SNAPSHOT = Snapshot(_read, keep_seconds=5, may_keep=_outside_transactions)
_DOMAIN = "vendue"
openfeature.set_provider(FlagTable(_SNAPSHOT.get), domain=_DOMAIN)
_CLIENT = openfeature.get_client(domain=_DOMAIN)
