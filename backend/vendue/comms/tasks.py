"""What the worker does for comms, at the times that ``beat`` keeps."""

import structlog
from celery import shared_task

from vendue.comms.services import alerts, endings, mails, pruning

log = structlog.get_logger(__name__)


@shared_task(name="comms.send_letters", ignore_result=True)
def send_letters() -> None:
    """Send the letters that are due. Every 5 seconds."""
    try:
        mails.send_due()
    except OSError as failure:
        log.warning("mail_server_away", error=type(failure).__name__)


@shared_task(name="comms.tell_endings", ignore_result=True)
def tell_endings() -> None:
    """Tell bidders and watchers of lots that end soon. Every 20 seconds."""
    endings.tell_endings()


@shared_task(name="comms.tell_findings", ignore_result=True)
def tell_findings() -> None:
    """Look through saved searches for what is new. Every 20 seconds."""
    alerts.tell_findings()


@shared_task(name="comms.prune", ignore_result=True)
def prune() -> None:
    """Remove old news. Hourly."""
    pruning.prune()
