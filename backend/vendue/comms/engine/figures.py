"""Amounts and times as people read them, for letters; everywhere else the client writes them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from vendue.kernel.letters import Language
from vendue.kernel.money import CURRENCIES

_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "PLN": "zł"}
_NO_BREAK = "\u00a0"
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def amount(minor: int, currency: str, language: Language) -> str:
    """An amount of minor units with its currency, as ``€12,500.50`` or ``12 500,50 €``."""
    decimals = CURRENCIES[currency].decimals
    major, rest = divmod(minor, CURRENCIES[currency].minor_per_major)
    cents = f"{rest:0{decimals}d}" if decimals else ""
    symbol = _SYMBOLS.get(currency, currency)
    if language is Language.ENGLISH:
        gap = "" if len(symbol) == 1 else _NO_BREAK
        return f"{symbol}{gap}{major:,}{'.' if cents else ''}{cents}"
    whole = f"{major:,}".replace(",", _NO_BREAK)
    return f"{whole}{',' if cents else ''}{cents}{_NO_BREAK}{symbol}"


def moment(at: datetime, zone: ZoneInfo, language: Language) -> str:
    """A time in somebody's zone, with the zone's name, to the minute."""
    local = at.astimezone(zone)
    clock = f"{local:%H:%M} ({local.tzname()})"
    if language is Language.ENGLISH:
        return f"{local.day} {_ENGLISH_MONTHS[local.month - 1]} {local.year} at {clock}"
    if language is Language.LATVIAN:
        return f"{local:%d.%m.%Y}. plkst. {clock}"
    return f"{local:%d.%m.%Y} в {clock}"
