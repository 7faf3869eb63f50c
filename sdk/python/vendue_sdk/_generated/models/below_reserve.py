from enum import StrEnum


class BelowReserve(StrEnum):
    FULL_MAXIMUM = "full_maximum"
    INCREMENTAL = "incremental"

    @classmethod
    def _missing_(cls, value: object) -> "BelowReserve | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
