"""What the worker does for identity."""

from smtplib import SMTPException
from uuid import UUID

from celery import shared_task

from vendue.identity.services import devices, endings, guessing, letters


@shared_task(
    name=letters.SEND_TASK,
    autoretry_for=(OSError, SMTPException),
    retry_backoff=5,
    retry_backoff_max=600,
    max_retries=12,
)
def send_letter(letter_id: str) -> None:
    """Send a letter; try again for about an hour and a half while the mail server is away."""
    letters.send(UUID(letter_id))


@shared_task(name="identity.prune")
def prune() -> None:
    """Remove what ended long ago: letters, sessions, their devices, counts of failures."""
    letters.prune()
    endings.prune()
    devices.prune()
    guessing.prune()
