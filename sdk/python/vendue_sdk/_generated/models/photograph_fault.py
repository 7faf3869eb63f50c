from enum import StrEnum


class PhotographFault(StrEnum):
    MISSING = "missing"
    TOO_LARGE = "too_large"
    UNFINISHED = "unfinished"
    UNREADABLE = "unreadable"

    @classmethod
    def _missing_(cls, value: object) -> "PhotographFault | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
