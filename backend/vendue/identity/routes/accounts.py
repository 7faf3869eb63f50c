"""Opening an account, confirming its address, choosing a new password."""

from ninja import Router, Status

from vendue.identity.engine.letters import LetterKind
from vendue.identity.errors import LinkInvalid, TermsOutdated
from vendue.identity.schemas.accounts import (
    AddressIn,
    ConfirmationIn,
    LetterNoticeOut,
    PasswordResetIn,
    RegistrationIn,
)
from vendue.identity.services import letters, recovery, registration
from vendue.identity.services.registration import Application
from vendue.kernel.http import KEY_NEVER, ApiRequest, anybody, problems

router = Router(tags=["accounts"])


@router.post(
    "",
    operation_id="register",
    response={202: LetterNoticeOut, **problems(TermsOutdated)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def register(request: ApiRequest, body: RegistrationIn) -> Status[LetterNoticeOut]:
    """Open an account. A letter with a link to confirm the address follows.

    The answer is the same if the address has an account already: its owner is told by letter.
    """
    registration.register(
        actor=request.auth,
        application=Application(
            email=body.email,
            password=body.password,
            display_name=body.display_name,
            language=body.language,
            time_zone=body.time_zone,
            currency=body.currency,
        ),
        terms_version=body.terms_version,
        is_of_age=body.age_confirmed,
    )
    return Status(202, LetterNoticeOut(email=body.email))


@router.post(
    "/confirmation",
    operation_id="confirm_email",
    response={204: None, **problems(LinkInvalid)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def confirm_email(request: ApiRequest, body: ConfirmationIn) -> Status[None]:
    """Confirm the address of an account with the token of the letter. It works once."""
    registration.confirm_email(actor=request.auth, token=body.token)
    return Status(204, None)


@router.post(
    "/confirmation/letter",
    operation_id="resend_confirmation",
    response={202: LetterNoticeOut},
    auth=anybody,
)
def resend_confirmation(request: ApiRequest, body: AddressIn) -> Status[LetterNoticeOut]:
    """Ask for the letter that confirms an address again. Says nothing about the account."""
    letters.ask(actor=request.auth, kind=LetterKind.CONFIRM_EMAIL, email=body.email)
    return Status(202, LetterNoticeOut(email=body.email))


@router.post(
    "/password-reset/letter",
    operation_id="request_password_reset",
    response={202: LetterNoticeOut},
    auth=anybody,
)
def request_password_reset(request: ApiRequest, body: AddressIn) -> Status[LetterNoticeOut]:
    """Ask for a letter with a link to choose a new password. Says nothing about the account."""
    letters.ask(actor=request.auth, kind=LetterKind.RESET_PASSWORD, email=body.email)
    return Status(202, LetterNoticeOut(email=body.email))


@router.post(
    "/password-reset",
    operation_id="reset_password",
    response={204: None, **problems(LinkInvalid)},
    auth=anybody,
    openapi_extra=KEY_NEVER,
)
def reset_password(request: ApiRequest, body: PasswordResetIn) -> Status[None]:
    """Choose a new password with the token of the letter. Every session of the account ends."""
    recovery.reset_password(actor=request.auth, token=body.token, password=body.password)
    return Status(204, None)
