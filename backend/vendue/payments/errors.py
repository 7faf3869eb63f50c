"""The refusals of payments: what pricing says no with."""

from pydantic import BaseModel, Field

from vendue.kernel.errors import DomainError


class InvalidPrices(DomainError):
    """A price rule does not say what it must."""

    class Data(BaseModel):
        """Where it is wrong."""

        pointer: str = Field(description="JSON pointer to the value that is wrong.")

    code = "invalid_prices"
    title = "The prices are not valid"
    status = 422
    advice = "Correct the value that `pointer` names."

    def __init__(self, pointer: str, detail: str) -> None:
        super().__init__(detail, pointer=pointer)


class PricesPublished(DomainError):
    """A published version of a price rule stays as it is for ever."""

    code = "prices_published"
    title = "A published version never changes"
    advice = "Create a new version under the same name, change that one and publish it."


class PricesNotPublished(DomainError):
    """Something is to be sold at prices that are a draft, or do not cover its currency."""

    code = "prices_not_published"
    title = "There are no published prices for this"
    advice = "Staff publish a price rule that covers the currency; then try again."
