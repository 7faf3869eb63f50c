"""Who may do what: one table from roles to scopes, and nothing else decides it."""

from collections.abc import Iterable
from enum import StrEnum


class Scope(StrEnum):
    """One thing a credential may allow."""

    PROFILE_READ = "profile:read"
    PROFILE_WRITE = "profile:write"
    BIDS_WRITE = "bids:write"
    WATCH_WRITE = "watch:write"
    LOTS_WRITE = "lots:write"
    AUCTIONS_WRITE = "auctions:write"
    ORGANISATIONS_WRITE = "organisations:write"


class AccountRole(StrEnum):
    """What a person does on the market."""

    BUYER = "buyer"
    SELLER = "seller"


class MemberRole(StrEnum):
    """What a member does in an organisation."""

    OWNER = "owner"
    MANAGER = "manager"
    LISTER = "lister"
    ANALYST = "analyst"


class StaffPermission(StrEnum):
    """What a member of staff may do; the scope of every staff operation is one of these."""

    ACCOUNTS = "staff:accounts"
    AUCTIONS = "staff:auctions"
    AUDIT = "staff:audit"
    CATEGORIES = "staff:categories"
    FLAGS = "staff:flags"
    LOTS = "staff:lots"
    RULES = "staff:rules"
    SANDBOX = "staff:sandbox"
    SETTINGS = "staff:settings"


_BUYER = frozenset({Scope.PROFILE_READ, Scope.PROFILE_WRITE, Scope.BIDS_WRITE, Scope.WATCH_WRITE})
_ACCOUNT_SCOPES = {
    AccountRole.BUYER: _BUYER,
    AccountRole.SELLER: frozenset(
        {Scope.LOTS_WRITE, Scope.AUCTIONS_WRITE, Scope.ORGANISATIONS_WRITE}
    ),
}

# What a program may do for an organisation. A key never manages members or keys: whoever steals
# one cannot make a second.
_MANAGING_KEY = frozenset(
    {
        Scope.PROFILE_READ,
        Scope.WATCH_WRITE,
        Scope.LOTS_WRITE,
        Scope.AUCTIONS_WRITE,
        Scope.BIDS_WRITE,
    }
)
_KEY_SCOPES = {
    MemberRole.OWNER: _MANAGING_KEY,
    MemberRole.MANAGER: _MANAGING_KEY,
    MemberRole.LISTER: frozenset({Scope.PROFILE_READ, Scope.WATCH_WRITE, Scope.LOTS_WRITE}),
    MemberRole.ANALYST: frozenset({Scope.PROFILE_READ}),
}

#: Who runs the organisation: its name, its members, its keys.
MANAGING_ROLES = frozenset({MemberRole.OWNER, MemberRole.MANAGER})
#: Who may offer lots in the organisation's name.
LISTING_ROLES = frozenset({MemberRole.OWNER, MemberRole.MANAGER, MemberRole.LISTER})


def scopes_of(roles: Iterable[str]) -> frozenset[str]:
    """What a person with these roles may do in a session of their own."""
    return frozenset(str(scope) for role in roles for scope in _ACCOUNT_SCOPES[AccountRole(role)])


def key_scopes_of(role: str) -> frozenset[str]:
    """The most an API key made by a member with this role may do."""
    return frozenset(str(scope) for scope in _KEY_SCOPES[MemberRole(role)])


def may_manage(acting: str, *roles: str) -> bool:
    """Whether a member may give, change or take these roles: only owners touch those who manage."""
    if acting == MemberRole.OWNER:
        return True
    return acting == MemberRole.MANAGER and MANAGING_ROLES.isdisjoint(roles)
