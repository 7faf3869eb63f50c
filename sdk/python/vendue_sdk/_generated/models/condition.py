from enum import StrEnum


class Condition(StrEnum):
    FAIR = "fair"
    FOR_PARTS = "for_parts"
    GOOD = "good"
    LIKE_NEW = "like_new"
    NEW = "new"
    RESTORED = "restored"

    @classmethod
    def _missing_(cls, value: object) -> "Condition | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
