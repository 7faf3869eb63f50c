"""Standard rates of VAT in the European Union: by country, each from the day it began to hold.

A rate to come is added as soon as its law is published; an old one stays, because the sales of
its time are priced by it. Rates in basis points, since 1 January 2023.
"""

from datetime import date

_SINCE_2023 = date(2023, 1, 1)

#: By country: the first day of each rate, the latest last.
STANDARD_RATES: dict[str, tuple[tuple[date, int], ...]] = {
    "AT": ((_SINCE_2023, 2_000),),
    "BE": ((_SINCE_2023, 2_100),),
    "BG": ((_SINCE_2023, 2_000),),
    "CY": ((_SINCE_2023, 1_900),),
    "CZ": ((_SINCE_2023, 2_100),),
    "DE": ((_SINCE_2023, 1_900),),
    "DK": ((_SINCE_2023, 2_500),),
    "EE": ((_SINCE_2023, 2_000), (date(2024, 1, 1), 2_200), (date(2025, 7, 1), 2_400)),
    "ES": ((_SINCE_2023, 2_100),),
    "FI": ((_SINCE_2023, 2_400), (date(2024, 9, 1), 2_550)),
    "FR": ((_SINCE_2023, 2_000),),
    "GR": ((_SINCE_2023, 2_400),),
    "HR": ((_SINCE_2023, 2_500),),
    "HU": ((_SINCE_2023, 2_700),),
    "IE": ((_SINCE_2023, 2_300),),
    "IT": ((_SINCE_2023, 2_200),),
    "LT": ((_SINCE_2023, 2_100),),
    "LU": ((_SINCE_2023, 1_600), (date(2024, 1, 1), 1_700)),
    "LV": ((_SINCE_2023, 2_100),),
    "MT": ((_SINCE_2023, 1_800),),
    "NL": ((_SINCE_2023, 2_100),),
    "PL": ((_SINCE_2023, 2_300),),
    "PT": ((_SINCE_2023, 2_300),),
    "RO": ((_SINCE_2023, 1_900), (date(2025, 8, 1), 2_100)),
    "SE": ((_SINCE_2023, 2_500),),
    "SI": ((_SINCE_2023, 2_200),),
    "SK": ((_SINCE_2023, 2_000), (date(2025, 1, 1), 2_300)),
}


def standard_rate(country: str, on: date) -> int | None:
    """The standard rate of a country on a day, in basis points; ``None`` outside the Union.

    Before the first day known the first rate holds.
    """
    rates = STANDARD_RATES.get(country)
    if rates is None:
        return None
    in_force = [rate for since, rate in rates if since <= on]
    return in_force[-1] if in_force else rates[0][1]
