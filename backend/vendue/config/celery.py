"""The worker and the clock that feeds it."""

import os
from typing import Any

import structlog
from celery import Celery
from celery.signals import before_task_publish, setup_logging, task_postrun, task_prerun

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vendue.config.settings")

app = Celery("vendue")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "seal the audit trail": {"task": "platform.seal_audit", "schedule": 2.0},
    "prune the platform": {"task": "platform.prune", "schedule": 3600.0},
    "prune identity": {"task": "identity.prune", "schedule": 3600.0},
    "find lost photographs": {"task": "catalogue.request_lost_renditions", "schedule": 1800.0},
    "send letters about news": {"task": "comms.send_letters", "schedule": 5.0},
    "tell of endings": {"task": "comms.tell_endings", "schedule": 20.0},
    "look through saved searches": {"task": "comms.tell_findings", "schedule": 20.0},
    "prune comms": {"task": "comms.prune", "schedule": 3600.0},
}


@setup_logging.connect
def _keep_our_logging(**_: Any) -> None:
    """Celery leaves the root logger alone once somebody listens here."""


@before_task_publish.connect
def _carry_the_request_id(headers: dict[str, Any], **_: Any) -> None:
    headers["request_id"] = structlog.contextvars.get_contextvars().get("request_id", "")


@task_prerun.connect
def _log_under_the_request_id(task: Any, **_: Any) -> None:
    structlog.contextvars.bind_contextvars(
        request_id=getattr(task.request, "request_id", ""), task=task.name
    )


@task_postrun.connect
def _forget_the_request_id(**_: Any) -> None:
    structlog.contextvars.clear_contextvars()
