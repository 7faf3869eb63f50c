"""A bare Ninja endpoint with a bearer token, which everything else is held to."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest
from django.urls import path
from ninja import NinjaAPI, Schema, Status
from ninja.security import HttpBearer
from typing_extensions import override

from vendue.config import urls


class _Bearer(HttpBearer):
    @override
    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        return token or None


class _BidIn(Schema):
    maximum_minor: int


class _BidOut(Schema):
    maximum_minor: int


api = NinjaAPI(title="bare", urls_namespace="bare", auth=_Bearer(), docs_url=None)


@api.post("/lots/{lot_id}/bids", response={201: _BidOut}, operation_id="bare_bid")
def place_bid(request: HttpRequest, lot_id: str, body: _BidIn) -> Status[_BidIn]:
    """Parse and answer: what Ninja itself costs."""
    assert request.method
    assert lot_id
    return Status(201, body)


settings.MIDDLEWARE = []
urls.urlpatterns[:] = [path("bare/", api.urls)]
application = get_wsgi_application()
