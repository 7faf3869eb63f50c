"""Refusals about accounts, sessions, organisations and keys."""

from pydantic import BaseModel, Field

from vendue.kernel.errors import DomainError


class WrongCredentials(DomainError):
    """Address and password do not belong together; which of them is wrong is not said."""

    code = "wrong_credentials"
    title = "The address or the password is wrong"
    status = 401
    advice = "Check both and try again, or ask for a letter to choose a new password."


class EmailUnconfirmed(DomainError):
    """The password was right, and nobody has shown yet that the address is theirs."""

    code = "email_unconfirmed"
    title = "Confirm your e-mail address first"
    advice = "Open the link in the letter we sent, or ask for the letter again."


class TokenReused(DomainError):
    """A refresh token came a second time, after its successor was given out."""

    code = "token_reused"
    title = "This refresh token was used before"
    status = 401
    advice = (
        "Somebody else may hold a copy, so the whole session has ended. Sign in again; if this was "
        "not you, choose a new password."
    )


class LinkInvalid(DomainError):
    """The token of a letter was used, has expired, or never was one."""

    code = "link_invalid"
    title = "This link no longer works"
    advice = "Links work once and for a limited time. Ask for a new letter."


class TermsOutdated(DomainError):
    """The terms accepted are not those in force."""

    class Data(BaseModel):
        """What to show before asking again."""

        terms_version: str = Field(description="The version of the terms in force.")

    code = "terms_outdated"
    title = "The terms have changed"
    advice = "Show the terms in force to the person and register again with their version."


class LastOwner(DomainError):
    """The organisation would be left without an owner."""

    code = "last_owner"
    title = "An organisation needs an owner"
    advice = "Make another member an owner first."


class AlreadyMember(DomainError):
    """The account belongs to the organisation already."""

    code = "already_member"
    title = "This account is a member already"
    advice = "Change the role of the member instead."


class TooManyKeys(DomainError):
    """The organisation holds as many live keys as it may."""

    code = "too_many_api_keys"
    title = "No more API keys for this organisation"
    advice = "Revoke a key that is no longer used."


class TooManyOrganisations(DomainError):
    """The account belongs to as many organisations as it may."""

    code = "too_many_organisations"
    title = "No more organisations for this account"
    advice = "Leave an organisation first."


class SandboxOff(DomainError):
    """The operation exists on test markets only."""

    code = "sandbox_off"
    title = "This market is not a sandbox"
    advice = "Test bidders exist only where the sandbox flag is on."
