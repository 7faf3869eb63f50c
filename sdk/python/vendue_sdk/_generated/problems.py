"""The refusals of the contract, each with its class. Made by the generator; do not edit."""

from collections.abc import Mapping

from vendue_sdk._generated import models
from vendue_sdk.errors import (
    ApiProblem,
    AuthenticationFailed,
    Conflict,
    InvalidInput,
    NotPermitted,
    PreconditionFailed,
    TryLater,
)


class AccountSuspended(NotPermitted):
    """The account may not bid at the moment.

    Bids are not taken from this account for the time being. Write to the market."""


class AlreadyMember(Conflict):
    """The account belongs to the organisation already.

    Change the role of the member instead."""


class AuctionEmpty(Conflict):
    """The auction has no lots.

    Put at least one approved lot into the auction before you schedule it."""


class AuctionNotDraft(Conflict):
    """The auction was published or cancelled, so its plan is fixed.

    Only a draft can be changed or scheduled. Cancel a published auction to start over."""


class AuctionOver(Conflict):
    """The auction has closed or was cancelled before.

    Nothing of it can be cancelled any more; read the results of its lots."""


class AuctionTooShort(Conflict):
    """Too little time is left between now, or the start, and the end.

    Set a later end: at least `minimum_seconds` after the start, and from now."""

    @property
    def data(self) -> models.AuctionTooShortData:
        """What to act on."""
        return models.AuctionTooShortData.from_dict(self.members)


class BidTooLow(Conflict):
    """The amount is below the minimum bid in force when the bid was decided.

    Offer at least the minimum bid. Somebody may have bid in the meantime."""

    @property
    def data(self) -> models.BidTooLowData:
        """What to act on."""
        return models.BidTooLowData.from_dict(self.members)


class BodyTooLarge(InvalidInput):
    """The body is over the limit; it was not parsed.

    Send less at once. The limit of each operation is listed under `limits` in the meta."""


class Busy(TryLater):
    """More bids wait than can be decided in time; this one was not taken.

    Nothing was done. Send the bid again with the same Idempotency-Key in a second."""


class BuyNowGone(Conflict):
    """There is no Buy Now offer on the lot, or it is over (rule 4).

    Bid on the lot instead, if it is still open."""


class CategoryNotForLots(Conflict):
    """The category only groups other categories.

    This category holds other categories. Choose one of those for the lot."""


class DeliveryNotOffered(Conflict):
    """The seller does not send the lot there in this way.

    Choose a shipping option of the lot that reaches the country, or ask without one."""


class EmailUnconfirmed(Conflict):
    """The password was right, and nobody has shown yet that the address is theirs.

    Open the link in the letter we sent, or ask for the letter again."""


class IdempotencyKeyRequired(InvalidInput):
    """The operation moves money or places a bid, and came without a key.

    Put a value of your own, new for each intent, in the Idempotency-Key header. Sending the
    request again with the same value is then safe."""


class IdempotencyKeyReused(InvalidInput):
    """The key was used for something else.

    Nothing was done. Use a new key for a new request; repeat a request unchanged."""


class InvalidRequest(InvalidInput):
    """One or more fields do not match the contract.

    Correct the fields named in `errors` and send the request again."""

    @property
    def data(self) -> models.InvalidRequestData:
        """What to act on."""
        return models.InvalidRequestData.from_dict(self.members)


class InvalidRules(InvalidInput):
    """A rule set, an increment table or an override does not say what it must.

    Correct the value that `pointer` names."""

    @property
    def data(self) -> models.InvalidRulesData:
        """What to act on."""
        return models.InvalidRulesData.from_dict(self.members)


class InvalidTerms(InvalidInput):
    """The terms of a lot contradict each other.

    Correct the term named in `field`."""

    @property
    def data(self) -> models.InvalidTermsData:
        """What to act on."""
        return models.InvalidTermsData.from_dict(self.members)


class LastOwner(Conflict):
    """The organisation would be left without an owner.

    Make another member an owner first."""


class LinkInvalid(Conflict):
    """The token of a letter was used, has expired, or never was one.

    Links work once and for a limited time. Ask for a new letter."""


class LotClosed(Conflict):
    """The lot has ended: at its end, by a purchase, or because it was cancelled.

    Bidding on this lot is over; read its result."""


class LotHasBids(Conflict):
    """Somebody has bid, so the seller cannot take the lot back.

    A lot with bids is sold by the rules. Ask the staff where there is a reason to stop."""


class LotInAuction(Conflict):
    """A lot belongs to one auction only.

    Leave the lot out, or cancel the draft that holds it. Relist a lot that did not sell."""

    @property
    def data(self) -> models.LotInAuctionData:
        """What to act on."""
        return models.LotInAuctionData.from_dict(self.members)


class LotIncomplete(Conflict):
    """Something that buyers need to know is missing.

    Fill in the fields named in `errors`, then submit the lot again."""

    @property
    def data(self) -> models.LotIncompleteData:
        """What to act on."""
        return models.LotIncompleteData.from_dict(self.members)


class LotNotApproved(Conflict):
    """The lot is not ready to be put up for sale.

    Submit the lot and wait for its approval before you put it into an auction."""


class LotNotEditable(Conflict):
    """The lot has left its seller's hands.

    Only a draft or a returned lot can be changed. Withdraw and relist it to start over."""

    @property
    def data(self) -> models.LotNotEditableData:
        """What to act on."""
        return models.LotNotEditableData.from_dict(self.members)


class LotNotOpen(Conflict):
    """The lot is published, but its bidding has not begun.

    Wait until `starts_at`, then bid."""


class LotNotRelistable(Conflict):
    """The lot was sold, or has not ended.

    Only a lot that was withdrawn, or that closed without a sale, can be listed again."""


class LotNotWithdrawable(Conflict):
    """The lot is past the point where its seller may take it back.

    A lot can be withdrawn until it has a bid. After that, ask the staff."""


class NotAboveOwnMaximum(Conflict):
    """A bidder offered no more than their own standing maximum (rule 2.7).

    Your maximum stands unchanged. Offer more than it to raise it."""


class NotAllowed(NotPermitted):
    """The caller is known and may not do this.

    Use an account or a key that holds the scope this operation lists."""


class NotFound(ApiProblem):
    """No such thing *for the caller*: another tenant's thing answers the same.

    Check the address and the id. Things that are not yours answer like this too."""


class OutcomeUnknown(TryLater):
    """The answer did not come in time; the bid may or may not have been accepted.

    Send the same request with the same Idempotency-Key: it finds out and bids only once."""


class OwnLot(NotPermitted):
    """The seller, or a member of the selling organisation, tried to bid or buy (rule
    2.12).

    Neither the seller nor a member of the selling organisation may bid or buy."""


class PhotographTooLarge(InvalidInput):
    """The picture has more bytes or pixels than is sensible.

    Send a smaller file, or one with fewer pixels."""

    @property
    def data(self) -> models.PhotographTooLargeData:
        """What to act on."""
        return models.PhotographTooLargeData.from_dict(self.members)


class PhotographUnreadable(InvalidInput):
    """The file is not a picture that can be decoded.

    Send a JPEG, PNG or WebP file that opens in an image viewer."""


class PreconditionRequired(PreconditionFailed):
    """A change came without saying which version it changes.

    Send the ETag of what you read in the If-Match header."""


class PricesNotPublished(Conflict):
    """Something is to be sold at prices that are a draft, or do not cover its currency.

    Staff publish a price rule that covers the currency; then try again."""


class RateLimited(TryLater):
    """Too many requests of one class.

    Wait for the seconds named in Retry-After, then go on more slowly."""


class RequestInProgress(Conflict):
    """The first request with this key has not finished.

    Wait for the seconds named in Retry-After and send it again with the same key."""


class ReserveAlreadyLowered(Conflict):
    """The reserve of this lot was lowered once before (rule 2.8).

    A reserve may be lowered once for each lot."""


class ReserveNotLowered(Conflict):
    """The lot has no reserve, or the new one is not lower, or it is below the start price.

    A reserve may only be lowered, and never below the start price."""


class ReserveTooLate(Conflict):
    """The lot is in its last twelve hours (rule 2.8).

    A reserve may be lowered until twelve hours before the lot ends."""


class RulesNotPublished(Conflict):
    """Something is to be sold under rules that are a draft, or do not cover its currency.

    Choose a published rule set or increment table; staff publish them."""


class SellerUnverified(Conflict):
    """The market takes lots from verified sellers only.

    This market takes lots from verified sellers only. Complete the verification first."""


class Stale(PreconditionFailed):
    """The thing changed since the caller read it.

    Read it again, apply your change to what it says now, and send its new ETag."""


class TermsOutdated(Conflict):
    """The terms accepted are not those in force.

    Show the terms in force to the person and register again with their version."""

    @property
    def data(self) -> models.TermsOutdatedData:
        """What to act on."""
        return models.TermsOutdatedData.from_dict(self.members)


class TokenExpired(AuthenticationFailed):
    """The access token was valid once.

    Refresh the session, or sign in again."""


class TokenReused(AuthenticationFailed):
    """A refresh token came a second time, after its successor was given out.

    Somebody else may hold a copy, so the whole session has ended. Sign in again; if this
    was not you, choose a new password."""


class TooManyKeys(Conflict):
    """The organisation holds as many live keys as it may.

    Revoke a key that is no longer used."""


class TooManyOrganisations(Conflict):
    """The account belongs to as many organisations as it may.

    Leave an organisation first."""


class TooManyPhotographs(Conflict):
    """The lot has as many photographs as it may have.

    Remove a photograph before you add another."""

    @property
    def data(self) -> models.TooManyPhotographsData:
        """What to act on."""
        return models.TooManyPhotographsData.from_dict(self.members)


class TooManySavedSearches(Conflict):
    """The account keeps as many searches as it may.

    Remove a saved search before you save another."""

    @property
    def data(self) -> models.TooManySavedSearchesData:
        """What to act on."""
        return models.TooManySavedSearchesData.from_dict(self.members)


class TooManyWatched(Conflict):
    """The watch list is full.

    Remove lots that have ended before you watch another."""

    @property
    def data(self) -> models.TooManyWatchedData:
        """What to act on."""
        return models.TooManyWatchedData.from_dict(self.members)


class Unauthenticated(AuthenticationFailed):
    """No credential came with the request, or one that is not valid.

    Send a valid access token or API key in the Authorization header."""


class Unavailable(TryLater):
    """Something this operation needs does not answer at the moment; nothing was done.

    Nothing was changed. Try again after the seconds named in Retry-After."""


class UnreadableBody(InvalidInput):
    """The body is not JSON, or not JSON that can be trusted.

    Send one JSON value in UTF-8, without duplicate keys and at most 64 levels deep."""


class UnsupportedMediaType(InvalidInput):
    """The body has a type that the operation does not take.

    Send the content type that the contract names for this operation."""


class WrongCredentials(AuthenticationFailed):
    """Address and password do not belong together; which of them is wrong is not said.

    Check both and try again, or ask for a letter to choose a new password."""


#: The class of each code.
BY_CODE: Mapping[str, type[ApiProblem]] = {
    "account_suspended": AccountSuspended,
    "already_member": AlreadyMember,
    "auction_empty": AuctionEmpty,
    "auction_not_draft": AuctionNotDraft,
    "auction_over": AuctionOver,
    "auction_too_short": AuctionTooShort,
    "bid_too_low": BidTooLow,
    "body_too_large": BodyTooLarge,
    "busy": Busy,
    "buy_now_gone": BuyNowGone,
    "category_not_for_lots": CategoryNotForLots,
    "delivery_not_offered": DeliveryNotOffered,
    "email_unconfirmed": EmailUnconfirmed,
    "idempotency_key_required": IdempotencyKeyRequired,
    "idempotency_key_reused": IdempotencyKeyReused,
    "invalid_request": InvalidRequest,
    "invalid_rules": InvalidRules,
    "invalid_terms": InvalidTerms,
    "last_owner": LastOwner,
    "link_invalid": LinkInvalid,
    "lot_closed": LotClosed,
    "lot_has_bids": LotHasBids,
    "lot_in_auction": LotInAuction,
    "lot_incomplete": LotIncomplete,
    "lot_not_approved": LotNotApproved,
    "lot_not_editable": LotNotEditable,
    "lot_not_open": LotNotOpen,
    "lot_not_relistable": LotNotRelistable,
    "lot_not_withdrawable": LotNotWithdrawable,
    "not_above_own_maximum": NotAboveOwnMaximum,
    "not_allowed": NotAllowed,
    "not_found": NotFound,
    "outcome_unknown": OutcomeUnknown,
    "own_lot": OwnLot,
    "photograph_too_large": PhotographTooLarge,
    "photograph_unreadable": PhotographUnreadable,
    "precondition_required": PreconditionRequired,
    "prices_not_published": PricesNotPublished,
    "rate_limited": RateLimited,
    "request_in_progress": RequestInProgress,
    "reserve_already_lowered": ReserveAlreadyLowered,
    "reserve_not_lowered": ReserveNotLowered,
    "reserve_too_late": ReserveTooLate,
    "rules_not_published": RulesNotPublished,
    "seller_unverified": SellerUnverified,
    "stale": Stale,
    "terms_outdated": TermsOutdated,
    "token_expired": TokenExpired,
    "token_reused": TokenReused,
    "too_many_api_keys": TooManyKeys,
    "too_many_organisations": TooManyOrganisations,
    "too_many_photographs": TooManyPhotographs,
    "too_many_saved_searches": TooManySavedSearches,
    "too_many_watched": TooManyWatched,
    "unauthenticated": Unauthenticated,
    "unavailable": Unavailable,
    "unreadable_body": UnreadableBody,
    "unsupported_media_type": UnsupportedMediaType,
    "wrong_credentials": WrongCredentials,
}

#: What a refusal of an unknown code is, by its status.
BY_STATUS: Mapping[int, type[ApiProblem]] = {
    400: InvalidInput,
    401: AuthenticationFailed,
    403: NotPermitted,
    409: Conflict,
    412: PreconditionFailed,
    413: InvalidInput,
    415: InvalidInput,
    422: InvalidInput,
    428: PreconditionFailed,
    429: TryLater,
    503: TryLater,
}

__all__ = [
    "AccountSuspended",
    "AlreadyMember",
    "AuctionEmpty",
    "AuctionNotDraft",
    "AuctionOver",
    "AuctionTooShort",
    "BidTooLow",
    "BodyTooLarge",
    "Busy",
    "BuyNowGone",
    "CategoryNotForLots",
    "DeliveryNotOffered",
    "EmailUnconfirmed",
    "IdempotencyKeyRequired",
    "IdempotencyKeyReused",
    "InvalidRequest",
    "InvalidRules",
    "InvalidTerms",
    "LastOwner",
    "LinkInvalid",
    "LotClosed",
    "LotHasBids",
    "LotInAuction",
    "LotIncomplete",
    "LotNotApproved",
    "LotNotEditable",
    "LotNotOpen",
    "LotNotRelistable",
    "LotNotWithdrawable",
    "NotAboveOwnMaximum",
    "NotAllowed",
    "NotFound",
    "OutcomeUnknown",
    "OwnLot",
    "PhotographTooLarge",
    "PhotographUnreadable",
    "PreconditionRequired",
    "PricesNotPublished",
    "RateLimited",
    "RequestInProgress",
    "ReserveAlreadyLowered",
    "ReserveNotLowered",
    "ReserveTooLate",
    "RulesNotPublished",
    "SellerUnverified",
    "Stale",
    "TermsOutdated",
    "TokenExpired",
    "TokenReused",
    "TooManyKeys",
    "TooManyOrganisations",
    "TooManyPhotographs",
    "TooManySavedSearches",
    "TooManyWatched",
    "Unauthenticated",
    "Unavailable",
    "UnreadableBody",
    "UnsupportedMediaType",
    "WrongCredentials",
]
