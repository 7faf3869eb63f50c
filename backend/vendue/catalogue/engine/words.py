"""The catalogue's closed vocabularies, spoken by rows, services and the wire alike."""

from enum import StrEnum


class LotStage(StrEnum):
    """How far a lot has come, from its draft to its end."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    LIVE = "live"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


#: The seller may still change the lot.
EDITABLE = frozenset({LotStage.DRAFT, LotStage.RETURNED})
#: Nobody but the seller and staff has seen the lot yet.
UNPUBLISHED = EDITABLE | {LotStage.SUBMITTED, LotStage.APPROVED}


class Condition(StrEnum):
    """What state the thing is in."""

    NEW = "new"
    LIKE_NEW = "like_new"
    GOOD = "good"
    FAIR = "fair"
    RESTORED = "restored"
    FOR_PARTS = "for_parts"


class SellerKind(StrEnum):
    """Who sells, in the sense of consumer law."""

    PRIVATE = "private"
    TRADER = "trader"


class LotLanguage(StrEnum):
    """The language a lot is described in."""

    LATVIAN = "lv"
    ENGLISH = "en"
    RUSSIAN = "ru"


class ShippingArea(StrEnum):
    """How far a way of shipping reaches."""

    SAME_COUNTRY = "same_country"
    EUROPEAN_UNION = "european_union"
    WORLDWIDE = "worldwide"


class PhotographStatus(StrEnum):
    """Whether the sizes of a photograph are made."""

    WAITING = "waiting"
    READY = "ready"
    REFUSED = "refused"
    FAILED = "failed"


class PhotographFault(StrEnum):
    """Why the sizes of a photograph were not made.

    The first two refuse what was uploaded. After the others it failed, and another upload helps:
    the original is gone, or making its sizes was begun several times and never finished.
    """

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    MISSING = "missing"
    UNFINISHED = "unfinished"


class LotSort(StrEnum):
    """In which order lots are found."""

    ENDING_SOONEST = "ending_soonest"
    NEWEST = "newest"
    PRICE_LOW = "price_low"
    PRICE_HIGH = "price_high"
    MOST_BIDS = "most_bids"
    RELEVANCE = "relevance"


class SearchAlert(StrEnum):
    """Whether, and how soon, somebody is told what a saved search newly finds."""

    OFF = "off"
    DAILY = "daily"
    IMMEDIATE = "immediate"
