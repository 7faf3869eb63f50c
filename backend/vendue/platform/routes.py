"""Files of the local folder, served by the api process. A bucket serves its own."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.views.decorators.http import require_safe

from vendue.platform.gateways.media_store import CACHE_CONTROL
from vendue.platform.services import media

_HEADERS = {
    "Cache-Control": CACHE_CONTROL,
    "X-Content-Type-Options": "nosniff",
    # Whatever the bytes are, a browser runs nothing of them.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    # The apps may live on other origins.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@require_safe
def serve_media(request: HttpRequest, key: str) -> HttpResponse:
    """Answer with a public file, cacheable for ever; a private one is not there."""
    found = media.read_public(key)
    if found is None:
        return HttpResponseNotFound()
    return HttpResponse(found.data, content_type=found.content_type, headers=_HEADERS)
