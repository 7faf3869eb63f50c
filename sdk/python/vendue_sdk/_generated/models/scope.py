from enum import StrEnum


class Scope(StrEnum):
    AUCTIONSWRITE = "auctions:write"
    BIDSWRITE = "bids:write"
    LOTSWRITE = "lots:write"
    ORGANISATIONSWRITE = "organisations:write"
    PROFILEREAD = "profile:read"
    PROFILEWRITE = "profile:write"
    WATCHWRITE = "watch:write"

    @classmethod
    def _missing_(cls, value: object) -> "Scope | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
