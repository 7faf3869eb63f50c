from enum import StrEnum


class LotSort(StrEnum):
    ENDING_SOONEST = "ending_soonest"
    MOST_BIDS = "most_bids"
    NEWEST = "newest"
    PRICE_HIGH = "price_high"
    PRICE_LOW = "price_low"
    RELEVANCE = "relevance"

    @classmethod
    def _missing_(cls, value: object) -> "LotSort | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
