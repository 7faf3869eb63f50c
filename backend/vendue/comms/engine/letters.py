"""Letters about news: which case it is, and the letter in the reader's language and zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from vendue.comms.engine import figures
from vendue.comms.engine.phrases.english import ENGLISH
from vendue.comms.engine.phrases.latvian import LATVIAN
from vendue.comms.engine.phrases.russian import RUSSIAN
from vendue.comms.engine.phrases.shape import Case, Phrases
from vendue.comms.events import NotificationKind
from vendue.kernel.letters import Language, Letter, Link, Note, lay_out
from vendue.kernel.lots import LotResult

PHRASES: Mapping[Language, Phrases] = {
    Language.ENGLISH: ENGLISH,
    Language.LATVIAN: LATVIAN,
    Language.RUSSIAN: RUSSIAN,
}

_CASES = {
    NotificationKind.LEADING: Case.LEADING,
    NotificationKind.OUTBID: Case.OUTBID,
    NotificationKind.BID_VOIDED: Case.BID_VOIDED,
    NotificationKind.WATCHED_ENDING: Case.WATCHED_ENDING,
    NotificationKind.WON: Case.WON,
    NotificationKind.SAVED_SEARCH: Case.SAVED_SEARCH,
}
_LOST = {
    LotResult.SOLD: Case.LOST,
    LotResult.BOUGHT: Case.LOST,
    LotResult.RESERVE_NOT_MET: Case.RESERVE_NOT_MET,
    LotResult.UNSOLD: Case.WITHDRAWN,
    LotResult.CANCELLED: Case.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a letter."""

    name: str
    language: Language
    time_zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class News:
    """What a letter tells. Amounts in minor units of ``currency``; ``titles`` are of found lots."""

    kind: NotificationKind
    title: str
    price_minor: int | None
    minimum_bid_minor: int | None
    currency: str | None
    ends_at: datetime | None
    is_leading: bool | None
    result: LotResult | None
    search_name: str | None
    lot_count: int | None
    titles: Sequence[str] = ()


def case_of(news: News) -> Case:
    """Which of a language's texts tells this."""
    if news.kind is NotificationKind.LOST:
        assert news.result is not None
        return _LOST[news.result]
    if news.kind is NotificationKind.ENDING_SOON:
        return Case.ENDING_LED if news.is_leading else Case.ENDING_OUTBID
    return _CASES[news.kind]


def compose(news: News, reader: Reader, *, address: str, preferences: str) -> Letter:
    """Write the letter. ``address`` is where its button leads, ``preferences`` where such letters
    can be switched off."""
    phrases = PHRASES[reader.language]
    phrase = phrases.cases[case_of(news)]
    words = _words(news, reader)
    return lay_out(
        reader.language,
        phrase.subject.format_map(words),
        name=reader.name,
        paragraphs=[
            *(paragraph.format_map(words) for paragraph in phrase.paragraphs),
            *(f"• {title}" for title in news.titles),
        ],
        link=Link(phrase.button, address),
        notes=[Note(phrases.why, address=preferences)],
    )


def _words(news: News, reader: Reader) -> dict[str, str]:
    return {
        "title": news.title,
        "price": _amount(news.price_minor, news.currency, reader),
        "minimum": _amount(news.minimum_bid_minor, news.currency, reader),
        "ends": ""
        if news.ends_at is None
        else figures.moment(news.ends_at, reader.time_zone, reader.language),
        "name": news.search_name or "",
        "count": str(news.lot_count or 0),
    }


def _amount(minor: int | None, currency: str | None, reader: Reader) -> str:
    if minor is None or currency is None:
        return ""
    return figures.amount(minor, currency, reader.language)
