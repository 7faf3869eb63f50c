"""Refusals of the catalogue."""

from pydantic import BaseModel, Field

from vendue.kernel.errors import DomainError, InvalidField


class LotNotEditable(DomainError):
    """The lot has left its seller's hands."""

    class Data(BaseModel):
        """Where the lot stands."""

        stage: str = Field(description="How far the lot has come: a `LotStage`.")

    code = "lot_not_editable"
    title = "The lot can no longer be changed"
    advice = "Only a draft or a returned lot can be changed. Withdraw and relist it to start over."


class LotIncomplete(DomainError):
    """Something that buyers need to know is missing."""

    class Data(BaseModel):
        """What is missing."""

        errors: list[InvalidField] = Field(description="One entry for each missing value.")

    code = "lot_incomplete"
    title = "The lot is not complete"
    advice = "Fill in the fields named in `errors`, then submit the lot again."


class LotNotSubmitted(DomainError):
    """A decision about a lot that does not wait for one."""

    code = "lot_not_submitted"
    title = "The lot does not wait for review"
    advice = "Read the lot again: somebody decided about it, or its seller withdrew it."


class LotNotApproved(DomainError):
    """The lot is not ready to be put up for sale."""

    code = "lot_not_approved"
    title = "The lot is not approved"
    advice = "Submit the lot and wait for its approval before you put it into an auction."


class LotNotWithdrawable(DomainError):
    """The lot is past the point where its seller may take it back."""

    code = "lot_not_withdrawable"
    title = "The lot can no longer be withdrawn"
    advice = "A lot can be withdrawn until it has a bid. After that, ask the staff."


class LotNotRelistable(DomainError):
    """The lot was sold, or has not ended."""

    code = "lot_not_relistable"
    title = "The lot cannot be listed again"
    advice = "Only a lot that was withdrawn, or that closed without a sale, can be listed again."


class CategoryNotForLots(DomainError):
    """The category only groups other categories."""

    code = "category_not_for_lots"
    title = "Choose a narrower category"
    advice = "This category holds other categories. Choose one of those for the lot."


class CategoryHoldsLots(DomainError):
    """A category with lots cannot be divided."""

    code = "category_holds_lots"
    title = "The category already holds lots"
    advice = "Create the category beside this one: a category holds lots or categories, not both."


class SlugTaken(DomainError):
    """Another category has the slug."""

    code = "slug_taken"
    title = "The slug is taken"
    advice = "Choose another slug: it names one category in the whole tree."


class TooManyPhotographs(DomainError):
    """The lot has as many photographs as it may have."""

    class Data(BaseModel):
        """The limit."""

        maximum: int = Field(description="How many photographs a lot may have.")

    code = "too_many_photographs"
    title = "The lot has too many photographs"
    advice = "Remove a photograph before you add another."


class PhotographUnreadable(DomainError):
    """The file is not a picture that can be decoded."""

    code = "photograph_unreadable"
    title = "The photograph could not be read"
    status = 422
    advice = "Send a JPEG, PNG or WebP file that opens in an image viewer."


class PhotographTooLarge(DomainError):
    """The picture has more bytes or pixels than is sensible."""

    class Data(BaseModel):
        """The limits."""

        maximum_bytes: int = Field(description="How large the file may be.")
        maximum_pixels: int = Field(description="How many pixels it may decode to.")

    code = "photograph_too_large"
    title = "The photograph is too large"
    status = 413
    advice = "Send a smaller file, or one with fewer pixels."


class DeliveryNotOffered(DomainError):
    """The seller does not send the lot there in this way."""

    code = "delivery_not_offered"
    title = "The lot is not sent there in this way"
    advice = "Choose a shipping option of the lot that reaches the country, or ask without one."


class TooManyWatched(DomainError):
    """The watch list is full."""

    class Data(BaseModel):
        """The limit."""

        maximum: int = Field(description="How many lots a watch list may hold.")

    code = "too_many_watched"
    title = "The watch list is full"
    advice = "Remove lots that have ended before you watch another."


class TooManySavedSearches(DomainError):
    """The account keeps as many searches as it may."""

    class Data(BaseModel):
        """The limit."""

        maximum: int = Field(description="How many searches an account may keep.")

    code = "too_many_saved_searches"
    title = "You keep too many searches"
    advice = "Remove a saved search before you save another."
