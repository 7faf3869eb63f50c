from enum import StrEnum


class BuyNowUntil(StrEnum):
    FIRST_BID = "first_bid"
    PERCENT = "percent"
    PRICE_REACHES = "price_reaches"
    RESERVE_MET = "reserve_met"

    @classmethod
    def _missing_(cls, value: object) -> "BuyNowUntil | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
