"""Chance that can be repeated: a drawing's named choices, made by seed or pinned by a trait."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

Option = TypeVar("Option")


class Dice:
    """The choices of one drawing.

    Each choice has a name and is independent of the others, so that a drawing that learns a new
    choice leaves the old ones as they were. `traits` pins choices by name: the catalogue's text
    says "black dial", and the picture must not say otherwise.
    """

    def __init__(self, subject: str, seed: int, traits: Mapping[str, str] | None = None) -> None:
        self._root = f"{subject}:{seed}"
        self._pinned = dict(traits or {})
        self._asked: set[str] = set()

    def share(self, name: str) -> float:
        """A number in [0, 1) for this name."""
        digest = blake2b(f"{self._root}:{name}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64

    def number(self, name: str, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self.share(name)

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.share(name) * (high - low + 1))

    def pick(self, name: str, options: Mapping[str, Option]) -> Option:
        """The option that the trait of this name pins, or one by chance.

        Raises ValueError when the pinned option is not among those that the drawing knows.
        """
        return options[self.word(name, tuple(options))]

    def word(self, name: str, options: Sequence[str]) -> str:
        """As `pick`, for options that are their own name."""
        self._asked.add(name)
        pinned = self._pinned.get(name)
        if pinned is None:
            return options[int(self.share(name) * len(options))]
        if pinned not in options:
            raise ValueError(f"{self._root}: {name} cannot be {pinned}; known: {sorted(options)}")
        return pinned

    def unused_traits(self) -> set[str]:
        """Traits that no choice asked for: a misspelt name, most likely."""
        return set(self._pinned) - self._asked
