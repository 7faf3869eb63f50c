"""A refusal as RFC 9457 problem details: one rendering for every answer, kept or fresh."""

from typing import Any

from vendue.kernel.errors import DomainError

MEDIA_TYPE = "application/problem+json"
TYPE_BASE = "/problems/"


def problem_details(error: DomainError, *, instance: str, request_id: str) -> dict[str, Any]:
    """What the wire says about a refusal; its own data stands beside the common members."""
    return {
        **error.data,
        "type": TYPE_BASE + error.code,
        "title": error.title,
        "status": error.status,
        "code": error.code,
        "detail": error.detail,
        "instance": instance,
        "request_id": request_id,
    }
