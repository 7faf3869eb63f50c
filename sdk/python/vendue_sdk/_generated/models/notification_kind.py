from enum import StrEnum


class NotificationKind(StrEnum):
    BID_VOIDED = "bid_voided"
    ENDING_SOON = "ending_soon"
    LEADING = "leading"
    LOST = "lost"
    OUTBID = "outbid"
    SAVED_SEARCH = "saved_search"
    WATCHED_ENDING = "watched_ending"
    WON = "won"

    @classmethod
    def _missing_(cls, value: object) -> "NotificationKind | None":
        """A member that the market has added since: it compares as the text it is."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value.upper()
        member._value_ = value
        return member
