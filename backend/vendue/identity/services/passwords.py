"""How passwords are kept and compared. Nothing else in the market sees one."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vendue.identity.engine import passwords
from vendue.kernel.errors import invalid_field

# Argon2id with 19 MiB and two passes: what OWASP recommends as the least, some 30 ms here. More
# memory would let a few hundred strangers fill the machine's.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
#: Compared with where there is nothing to compare with, so that the work is the same.
_NOBODYS = _HASHER.hash("nobody signs in with this password")

_DETAILS = {
    "password_too_short": f"Use at least {passwords.MINIMUM_LENGTH} characters.",
    "password_too_long": f"Use at most {passwords.MAXIMUM_LENGTH} characters.",
    "password_is_your_name": "Use something other than your own name or address.",
    "password_too_common": "This is among the first passwords anybody would try.",
}


def require_good(password: str, *, email: str, display_name: str = "") -> None:
    """Refuse a weak password. Raises ``InvalidRequest`` with a stable code at ``/password``."""
    code = passwords.weakness(
        passwords.normalised(password), email=email, display_name=display_name
    )
    if code is not None:
        raise invalid_field("/password", code, _DETAILS[code])


def keep(password: str) -> str:
    """What is stored of a password."""
    return _HASHER.hash(passwords.normalised(password))


def matches(kept: str, password: str) -> bool:
    """Whether the password is the one that was kept. As slow for an account that has none."""
    try:
        _HASHER.verify(kept or _NOBODYS, passwords.normalised(password))
    except (VerificationError, InvalidHashError):
        return False
    return bool(kept)


def is_outdated(kept: str) -> bool:
    """Whether a password was kept with less work than is spent now."""
    return _HASHER.check_needs_rehash(kept)
