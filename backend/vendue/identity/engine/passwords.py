"""Which passwords are good enough: long, and not among those everybody tries first.

NIST SP 800-63B-4 for a password alone: at least 15 characters, no rules about kinds of characters,
a list of common ones, nothing derived from the account itself.
"""

import unicodedata
from pathlib import Path

MINIMUM_LENGTH = 15
MAXIMUM_LENGTH = 200

#: Runs along the alphabet or the keyboard; a piece of one, or of one reversed, is no password.
_SEQUENCES = (
    "abcdefghijklmnopqrstuvwxyz" * 9,
    "0123456789" * 21,
    "qwertyuiopasdfghjklzxcvbnm" * 9,
    "qazwsxedcrfvtgbyhnujmikolp" * 9,
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
)
_COMMON = frozenset(
    line
    for line in Path(__file__).with_name("common_passwords.txt").read_text("utf-8").splitlines()
    if line
)


def normalised(password: str) -> str:
    """The form that is hashed: the same text typed on two keyboards is the same password."""
    return unicodedata.normalize("NFKC", password)


def weakness(password: str, *, email: str, display_name: str = "") -> str | None:
    """Why this normalised password is refused: a stable code, or ``None`` for a good one."""
    folded = password.casefold()
    if len(password) < MINIMUM_LENGTH:
        return "password_too_short"
    if len(password) > MAXIMUM_LENGTH:
        return "password_too_long"
    if _is_own_name(folded, email, display_name):
        return "password_is_your_name"
    if _bare(folded) in _COMMON or _is_repeated(folded) or _is_sequence(folded):
        return "password_too_common"
    return None


def _bare(folded: str) -> str:
    return "".join(folded.split()).rstrip("!.?")


def _is_own_name(folded: str, email: str, display_name: str) -> bool:
    local = email.casefold().partition("@")[0]
    names = {name for name in (email.casefold(), local, display_name.casefold().strip()) if name}
    # A short name repeated, or with a few digits behind it, is still only the name.
    return any(
        len(name) >= 4 and name in folded and not folded.replace(name, "").strip("0123456789!.?-_ ")
        for name in names
    )


def _is_repeated(folded: str) -> bool:
    """Whether a piece of at most five characters, repeated, gives the whole."""
    return any(
        folded == (folded[:size] * (len(folded) // size + 1))[: len(folded)] for size in range(1, 6)
    )


def _is_sequence(folded: str) -> bool:
    return any(folded in row or folded in row[::-1] for row in _SEQUENCES)
