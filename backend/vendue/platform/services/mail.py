"""Handing letters to the mail server. Only the worker does: a mail server may take seconds."""

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from vendue.kernel.letters import Letter


def server() -> BaseEmailBackend:
    """A connection to the mail server, for several letters; it opens with the first. Close it."""
    return get_connection()


def post(
    letter: Letter,
    *,
    to: str,
    unsubscribe: str = "",
    server: BaseEmailBackend | None = None,
) -> None:
    """Send a letter to one address.

    ``unsubscribe`` is an address that takes a POST without further questions (RFC 8058), for
    letters that nobody has to get. Raises ``OSError``, of which ``SMTPException`` is one, where
    the mail server does not take it.
    """
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": letter.language.value}
    if unsubscribe:
        headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        to=[to],
        headers=headers,
        connection=server,
    )
    message.attach_alternative(letter.html, "text/html")
    message.send()
