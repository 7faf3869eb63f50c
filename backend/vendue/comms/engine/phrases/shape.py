"""What a language has to say: for each case a subject, the text and the words on the button.

``{title}``, ``{price}``, ``{minimum}``, ``{ends}``, ``{name}`` and ``{count}`` are filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Case(StrEnum):
    """What a letter is about. Finer than the kinds of notifications."""

    LEADING = "leading"
    OUTBID = "outbid"
    BID_VOIDED = "bid_voided"
    ENDING_LED = "ending_led"
    ENDING_OUTBID = "ending_outbid"
    WATCHED_ENDING = "watched_ending"
    WON = "won"
    LOST = "lost"
    RESERVE_NOT_MET = "reserve_not_met"
    WITHDRAWN = "withdrawn"
    SAVED_SEARCH = "saved_search"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one case."""

    subject: str
    paragraphs: tuple[str, ...]
    button: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words: of every case, and of the remark under each letter."""

    cases: Mapping[Case, Phrase]
    why: str
