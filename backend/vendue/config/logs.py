"""Structured logs: JSON lines, with the request id that api, worker and audit share."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Send structlog and the standard library's loggers through one JSON renderer."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # A line for each task that came and went says nothing; what fails is still said.
    for chatty in ("celery", "httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # Django's own request log names paths a second time; the middleware writes the line we want.
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
