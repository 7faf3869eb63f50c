from enum import StrEnum


class LotResult(StrEnum):
    BOUGHT = "bought"
    CANCELLED = "cancelled"
    RESERVE_NOT_MET = "reserve_not_met"
    SOLD = "sold"
    UNSOLD = "unsold"

    @classmethod
    def _missing_(cls, value: object) -> "LotResult | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
