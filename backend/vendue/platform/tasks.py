"""What the worker does for the platform, at the times that ``beat`` keeps."""

from celery import shared_task

from vendue.platform.services import idempotency, limits, outbox, sealing


@shared_task(name="platform.seal_audit", ignore_result=True)
def seal_audit() -> None:
    """Chain the audit entries written since the last time. Every 2 seconds."""
    sealing.seal_waiting()


@shared_task(name="platform.prune", ignore_result=True)
def prune() -> None:
    """Remove what is no longer kept: old answers, delivered events, ended windows. Hourly."""
    idempotency.prune()
    outbox.prune()
    limits.prune()
