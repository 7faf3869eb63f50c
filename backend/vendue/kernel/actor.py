"""Who is acting, from where, and what they may do. Built once per request, by ``api``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from vendue.kernel.errors import NotAllowed, Unauthenticated


class ActorKind(StrEnum):
    """What kind of caller this is."""

    GUEST = "guest"
    ACCOUNT = "account"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from, written beside every audited change, and when.

    ``arrived`` is in seconds of a clock of the process: it puts its requests into an order.
    """

    ip: str = ""
    device: str = ""
    request_id: str = ""
    arrived: float = 0.0


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller. An API key acts as its creator *and* for its organisation."""

    kind: ActorKind
    account_id: UUID | None = None
    scopes: frozenset[str] = frozenset()
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    api_key_id: UUID | None = None
    origin: Origin = Origin()
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def principal(self) -> str:
        """Who holds an idempotency key: the API key where there is one, else the account."""
        if self.api_key_id is not None:
            return f"key:{self.api_key_id}"
        return f"{self.kind}:{self.account_id or self.origin.ip}"

    @property
    def id(self) -> UUID:
        """The account. Raises ``Unauthenticated`` for a guest."""
        if self.account_id is None:
            raise Unauthenticated
        return self.account_id

    def require(self, scope: str) -> None:
        """Refuse a credential that lacks the scope."""
        if scope not in self.scopes:
            raise NotAllowed(f"This credential lacks the scope {scope}.")


def system(process: str) -> Actor:
    """The market itself, acting through one of its processes."""
    return Actor(kind=ActorKind.SYSTEM, origin=Origin(request_id=f"process:{process}"))
