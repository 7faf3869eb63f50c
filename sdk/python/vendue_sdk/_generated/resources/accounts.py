"""The resource `accounts` of the contract. Made by the generator; do not edit."""

from typing import Literal

from vendue_sdk._generated import models
from vendue_sdk._generated.models import Language
from vendue_sdk._generated.types import UNSET, Unset
from vendue_sdk.calls import (
    AsyncSend,
    Call,
    Send,
    key_or_new,
    nothing,
)


class Accounts:
    """The operations on accounts."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def confirm_email(
        self,
        *,
        token: str,
    ) -> None:
        """Confirm the address of an account with the token of the letter. It works once.

        Args:
            token: The token from the letter.

        Raises:
            LinkInvalid
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts/confirmation",
                nothing,
                body={
                    "token": token,
                },
            )
        )

    def register(
        self,
        *,
        email: str,
        password: str,
        display_name: str,
        language: Language | Literal["lv", "en", "ru"] | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        terms_version: str,
        age_confirmed: bool,
    ) -> models.LetterNotice:
        """Open an account. A letter with a link to confirm the address follows.

        The answer is the same if the address has an account already: its owner is told by
        letter.

        Args:
            email: E-mail address; letter case does not count.
            password: At least 15 characters of any kind, and not a common password.
            display_name: How others see the person.
            language: Language of letters and pages.
            time_zone: Name in the IANA time zone database.
            currency: ISO 4217 code of a currency that lots may be sold in.
            terms_version: The version of the terms that the person accepts; `get_meta` names
                it.
            age_confirmed: The person states that they are old enough; must be true.

        Raises:
            TermsOutdated
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                    "password": password,
                    "display_name": display_name,
                    "language": language,
                    "time_zone": time_zone,
                    "currency": currency,
                    "terms_version": terms_version,
                    "age_confirmed": age_confirmed,
                },
            )
        )

    def request_password_reset(
        self,
        *,
        email: str,
        idempotency_key: str | None = None,
    ) -> models.LetterNotice:
        """Ask for a letter with a link to choose a new password. Says nothing about the account.

        Args:
            email: E-mail address; letter case does not count.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts/password-reset/letter",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def resend_confirmation(
        self,
        *,
        email: str,
        idempotency_key: str | None = None,
    ) -> models.LetterNotice:
        """Ask for the letter that confirms an address again. Says nothing about the account.

        Args:
            email: E-mail address; letter case does not count.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts/confirmation/letter",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    def reset_password(
        self,
        *,
        token: str,
        password: str,
    ) -> None:
        """Choose a new password with the token of the letter. Every session of the account ends.

        Args:
            token: The token from the letter.
            password: At least 15 characters of any kind, and not a common password.

        Raises:
            LinkInvalid
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts/password-reset",
                nothing,
                body={
                    "token": token,
                    "password": password,
                },
            )
        )

    def stop_letters(
        self,
        *,
        token: str,
        idempotency_key: str | None = None,
    ) -> None:
        """Get no more letters of the kind that the token came in.

        Mail programs ask for this on their reader's behalf (RFC 8058); it asks nothing back.
        The account's preferences can switch such letters on again.

        Args:
            token: The token from the letter.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LinkInvalid, RequestInProgress
        """
        return self._send(
            Call(
                "POST",
                "/api/v1/accounts/unsubscription",
                nothing,
                query={
                    "token": token,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )


class AsyncAccounts:
    """The operations on accounts."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def confirm_email(
        self,
        *,
        token: str,
    ) -> None:
        """Confirm the address of an account with the token of the letter. It works once.

        Args:
            token: The token from the letter.

        Raises:
            LinkInvalid
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts/confirmation",
                nothing,
                body={
                    "token": token,
                },
            )
        )

    async def register(
        self,
        *,
        email: str,
        password: str,
        display_name: str,
        language: Language | Literal["lv", "en", "ru"] | Unset = UNSET,
        time_zone: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        terms_version: str,
        age_confirmed: bool,
    ) -> models.LetterNotice:
        """Open an account. A letter with a link to confirm the address follows.

        The answer is the same if the address has an account already: its owner is told by
        letter.

        Args:
            email: E-mail address; letter case does not count.
            password: At least 15 characters of any kind, and not a common password.
            display_name: How others see the person.
            language: Language of letters and pages.
            time_zone: Name in the IANA time zone database.
            currency: ISO 4217 code of a currency that lots may be sold in.
            terms_version: The version of the terms that the person accepts; `get_meta` names
                it.
            age_confirmed: The person states that they are old enough; must be true.

        Raises:
            TermsOutdated
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                    "password": password,
                    "display_name": display_name,
                    "language": language,
                    "time_zone": time_zone,
                    "currency": currency,
                    "terms_version": terms_version,
                    "age_confirmed": age_confirmed,
                },
            )
        )

    async def request_password_reset(
        self,
        *,
        email: str,
        idempotency_key: str | None = None,
    ) -> models.LetterNotice:
        """Ask for a letter with a link to choose a new password. Says nothing about the account.

        Args:
            email: E-mail address; letter case does not count.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts/password-reset/letter",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def resend_confirmation(
        self,
        *,
        email: str,
        idempotency_key: str | None = None,
    ) -> models.LetterNotice:
        """Ask for the letter that confirms an address again. Says nothing about the account.

        Args:
            email: E-mail address; letter case does not count.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts/confirmation/letter",
                models.LetterNotice.from_dict,
                body={
                    "email": email,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )

    async def reset_password(
        self,
        *,
        token: str,
        password: str,
    ) -> None:
        """Choose a new password with the token of the letter. Every session of the account ends.

        Args:
            token: The token from the letter.
            password: At least 15 characters of any kind, and not a common password.

        Raises:
            LinkInvalid
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts/password-reset",
                nothing,
                body={
                    "token": token,
                    "password": password,
                },
            )
        )

    async def stop_letters(
        self,
        *,
        token: str,
        idempotency_key: str | None = None,
    ) -> None:
        """Get no more letters of the kind that the token came in.

        Mail programs ask for this on their reader's behalf (RFC 8058); it asks nothing back.
        The account's preferences can switch such letters on again.

        Args:
            token: The token from the letter.
            idempotency_key: One is made up and kept over the retries.

        Raises:
            LinkInvalid, RequestInProgress
        """
        return await self._send(
            Call(
                "POST",
                "/api/v1/accounts/unsubscription",
                nothing,
                query={
                    "token": token,
                },
                idempotency_key=key_or_new(idempotency_key),
            )
        )
