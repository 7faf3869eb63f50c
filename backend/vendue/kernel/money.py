"""Money: integers of minor units with a currency beside them. No float comes near."""

from dataclasses import dataclass

#: Amounts stay within what every JSON reader holds exactly (2^53 - 1) and far from overflow.
MAXIMUM_MINOR = 10**15


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency and how many decimals its major unit has."""

    code: str
    decimals: int

    @property
    def minor_per_major(self) -> int:
        """Minor units in one major unit."""
        return int(10**self.decimals)


#: The currencies a lot may be sold in.
CURRENCIES = {
    currency.code: currency
    for currency in (
        Currency("EUR", 2),
        Currency("USD", 2),
        Currency("GBP", 2),
        Currency("SEK", 2),
        Currency("NOK", 2),
        Currency("DKK", 2),
        Currency("PLN", 2),
        Currency("CHF", 2),
        Currency("JPY", 0),
        Currency("KWD", 3),
    )
}


def share(amount_minor: int, basis_points: int) -> int:
    """A share of an amount, in minor units, rounded half up. ``amount_minor`` is not negative."""
    return (amount_minor * basis_points + 5_000) // 10_000
