"""The refusals of auctions: what bidding, buying, closing, voiding and rule sets say no with.

None of them may carry a secret: no maximum above the price, no amount of a reserve (rule 1).
"""

from uuid import UUID

from pydantic import BaseModel, Field

from vendue.kernel.errors import DomainError
from vendue.kernel.lots import LotStateOut


class BidTooLow(DomainError):
    """The amount is below the minimum bid in force when the bid was decided."""

    class Data(BaseModel):
        """What to bid instead, and the lot as it stands."""

        minimum_bid_minor: int = Field(description="The least a new bidder must offer.")
        currency: str = Field(description="ISO 4217 code of the minimum bid.")
        state: LotStateOut = Field(description="The lot as it stood when the bid was refused.")

    code = "bid_too_low"
    title = "The bid is below the minimum bid"
    advice = "Offer at least the minimum bid. Somebody may have bid in the meantime."

    def __init__(self, *, minimum_bid_minor: int, currency: str) -> None:
        super().__init__(minimum_bid_minor=minimum_bid_minor, currency=currency)

    def with_state(self, state: LotStateOut) -> "BidTooLow":
        """The same refusal with the public state of the lot, which the engine cannot name."""
        self.data["state"] = state
        return self


class NotAboveOwnMaximum(DomainError):
    """A bidder offered no more than their own standing maximum (rule 2.7)."""

    code = "not_above_own_maximum"
    title = "The amount is not above your own maximum"
    advice = "Your maximum stands unchanged. Offer more than it to raise it."


class LotNotOpen(DomainError):
    """The lot is published, but its bidding has not begun."""

    code = "lot_not_open"
    title = "Bidding has not begun"
    advice = "Wait until `starts_at`, then bid."


class LotClosed(DomainError):
    """The lot has ended: at its end, by a purchase, or because it was cancelled."""

    code = "lot_closed"
    title = "The lot is closed"
    advice = "Bidding on this lot is over; read its result."


class LotStillOpen(DomainError):
    """The end of the lot has not come, or has moved since it was read."""

    code = "lot_still_open"
    title = "The lot has not ended yet"
    advice = "Wait until `ends_at`; a late bid may have moved it."


class OwnLot(DomainError):
    """The seller, or a member of the selling organisation, tried to bid or buy (rule 2.12)."""

    code = "own_lot"
    title = "You may not bid on a lot you sell"
    status = 403
    advice = "Neither the seller nor a member of the selling organisation may bid or buy."


class BuyNowGone(DomainError):
    """There is no Buy Now offer on the lot, or it is over (rule 4)."""

    code = "buy_now_gone"
    title = "Buy Now is not available"
    advice = "Bid on the lot instead, if it is still open."


class ReserveNotLowered(DomainError):
    """The lot has no reserve, or the new one is not lower, or it is below the start price."""

    code = "reserve_not_lowered"
    title = "This would not lower the reserve"
    advice = "A reserve may only be lowered, and never below the start price."


class ReserveAlreadyLowered(DomainError):
    """The reserve of this lot was lowered once before (rule 2.8)."""

    code = "reserve_already_lowered"
    title = "The reserve was lowered before"
    advice = "A reserve may be lowered once for each lot."


class ReserveTooLate(DomainError):
    """The lot is in its last twelve hours (rule 2.8)."""

    code = "reserve_too_late"
    title = "It is too late to lower the reserve"
    advice = "A reserve may be lowered until twelve hours before the lot ends."


class BidNotStanding(DomainError):
    """A void names something that is not a standing bid of the lot."""

    code = "bid_not_standing"
    title = "Not every bid named is a standing bid of this lot"
    advice = "Read the history again; name only bids that have not been voided."


class InvalidTerms(DomainError):
    """The terms of a lot contradict each other."""

    class Data(BaseModel):
        """Which term is wrong."""

        field: str = Field(description="The term that cannot stand as it is.")

    code = "invalid_terms"
    title = "The terms of the lot contradict each other"
    status = 422
    advice = "Correct the term named in `field`."

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail, field=field)


class InvalidRules(DomainError):
    """A rule set, an increment table or an override does not say what it must."""

    class Data(BaseModel):
        """Where the document is wrong."""

        pointer: str = Field(description="JSON pointer to the value that is wrong.")

    code = "invalid_rules"
    title = "The rules are not valid"
    status = 422
    advice = "Correct the value that `pointer` names."

    def __init__(self, pointer: str, detail: str) -> None:
        super().__init__(detail, pointer=pointer)


class Busy(DomainError):
    """More bids wait than can be decided in time; this one was not taken."""

    code = "busy"
    title = "Too many bids at this moment"
    status = 503
    advice = "Nothing was done. Send the bid again with the same Idempotency-Key in a second."


class OutcomeUnknown(DomainError):
    """The answer did not come in time; the bid may or may not have been accepted."""

    code = "outcome_unknown"
    title = "It is not known whether the bid was accepted"
    status = 503
    advice = "Send the same request with the same Idempotency-Key: it finds out and bids only once."


class RulesPublished(DomainError):
    """A published version of a rule set or an increment table stays as it is for ever."""

    code = "rules_published"
    title = "A published version never changes"
    advice = "Create a new version under the same name, change that one and publish it."


class RulesNotPublished(DomainError):
    """Something is to be sold under rules that are a draft, or do not cover its currency."""

    code = "rules_not_published"
    title = "These rules are not published"
    advice = "Choose a published rule set or increment table; staff publish them."


class AuctionNotDraft(DomainError):
    """The auction was published or cancelled, so its plan is fixed."""

    code = "auction_not_draft"
    title = "The auction is not a draft any more"
    advice = "Only a draft can be changed or scheduled. Cancel a published auction to start over."


class AuctionOver(DomainError):
    """The auction has closed or was cancelled before."""

    code = "auction_over"
    title = "The auction is over"
    advice = "Nothing of it can be cancelled any more; read the results of its lots."


class AuctionEmpty(DomainError):
    """The auction has no lots."""

    code = "auction_empty"
    title = "The auction has no lots"
    advice = "Put at least one approved lot into the auction before you schedule it."


class AuctionTooShort(DomainError):
    """Too little time is left between now, or the start, and the end."""

    class Data(BaseModel):
        """The least there must be."""

        minimum_seconds: int = Field(description="How long bidding lasts at least.")

    code = "auction_too_short"
    title = "Bidding would not last long enough"
    advice = "Set a later end: at least `minimum_seconds` after the start, and from now."


class LotInAuction(DomainError):
    """A lot belongs to one auction only."""

    class Data(BaseModel):
        """Which one."""

        lot_id: UUID = Field(description="The lot that is taken.")

    code = "lot_in_auction"
    title = "The lot is in another auction"
    advice = "Leave the lot out, or cancel the draft that holds it. Relist a lot that did not sell."


class LotHasBids(DomainError):
    """Somebody has bid, so the seller cannot take the lot back."""

    code = "lot_has_bids"
    title = "The lot has bids"
    advice = "A lot with bids is sold by the rules. Ask the staff where there is a reason to stop."
