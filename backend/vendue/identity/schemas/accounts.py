"""Accounts on the wire: opening one, and showing that an address or a password is one's own."""

from typing import Annotated

from ninja import Schema
from pydantic import Field

from vendue.identity.schemas.fields import (
    DisplayName,
    Email,
    LinkToken,
    PasswordChosen,
    TimeZone,
)
from vendue.kernel.fields import CurrencyCode, Switch, line
from vendue.kernel.http import Body
from vendue.kernel.letters import Language


class RegistrationIn(Body):
    """What a person says about themselves to open an account."""

    email: Email
    password: PasswordChosen
    display_name: DisplayName
    language: Language = Field(Language.ENGLISH, description="Language of letters and pages.")
    time_zone: TimeZone = "Europe/Riga"
    currency: CurrencyCode = "EUR"
    terms_version: Annotated[str, line(40)] = Field(
        description="The version of the terms that the person accepts; `get_meta` names it."
    )
    age_confirmed: Switch = Field(
        description="The person states that they are old enough; must be true."
    )


class AddressIn(Body):
    """The address a letter is asked for."""

    email: Email


class LetterNoticeOut(Schema):
    """A letter is on its way, if there is a reason for one. Says nothing about accounts."""

    email: str = Field(description="The address as it was given.")


class ConfirmationIn(Body):
    """Shows that one reads the mail of an address."""

    token: LinkToken


class PasswordResetIn(Body):
    """A new password, with the token of a letter."""

    token: LinkToken
    password: PasswordChosen
