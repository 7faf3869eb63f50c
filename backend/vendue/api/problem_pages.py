"""The page behind every problem's ``type``: what happened and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vendue.kernel.errors import DomainError, registered


def index(request: HttpRequest) -> HttpResponse:
    """All refusals of the market, by code."""
    return render(
        request,
        "problems/index.html",
        {"problems": [_shown(error) for error in registered().values()]},
    )


def show(request: HttpRequest, code: str) -> HttpResponse:
    """One refusal."""
    problem = registered().get(code)
    if problem is None:
        return render(request, "problems/unknown.html", {"code": code}, status=404)
    return render(
        request,
        "problems/show.html",
        {
            "problem": _shown(problem),
            "meaning": (problem.__doc__ or "").strip(),
            "fields": _fields(problem.Data.model_json_schema()) if problem.Data else [],
        },
    )


def _shown(error: type[DomainError]) -> dict[str, object]:
    # A template calls what it can call: handed the class itself, it would raise the refusal.
    return {
        "code": error.code,
        "title": error.title,
        "status": error.status,
        "advice": error.advice,
    }


def _fields(schema: dict[str, object]) -> list[tuple[str, str]]:
    properties = schema["properties"]
    assert isinstance(properties, dict)
    return [(name, details.get("description", "")) for name, details in properties.items()]
