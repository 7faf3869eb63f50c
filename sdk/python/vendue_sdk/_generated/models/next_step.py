from enum import StrEnum


class NextStep(StrEnum):
    BID_AGAIN = "bid_again"
    NONE = "none"
    SETTLE = "settle"
    WAIT = "wait"

    @classmethod
    def _missing_(cls, value: object) -> "NextStep | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
