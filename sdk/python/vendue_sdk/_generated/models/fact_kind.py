from enum import StrEnum


class FactKind(StrEnum):
    AUTOMATIC_BID = "automatic_bid"
    BID = "bid"
    CANCEL = "cancel"
    CLOSE = "close"
    EXTENSION = "extension"
    PURCHASE = "purchase"
    RESERVE_MET = "reserve_met"
    VOID = "void"

    @classmethod
    def _missing_(cls, value: object) -> "FactKind | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
