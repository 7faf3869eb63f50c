"""The built app in front of the API: one origin, and nothing of it in the way of the API."""

import contextlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from whitenoise import WhiteNoise  # type: ignore[import-untyped]  # it ships no types

#: What the server answers itself. The first name of a path decides: one look-up per request.
SERVER_PATHS = frozenset({"api", "media", "problems", "healthz", "readyz", "metrics"})
PAGE = "/index.html"
#: Files whose names change with what they hold.
HASHED = "/assets/"
#: Looked at anew by every visit: they name the hashed ones.
_UNHASHED_SECONDS = 300
_ALWAYS_FRESH = {PAGE, "/sw.js", "/first-paint.js", "/manifest.webmanifest"}


class Site:
    """Answers with a file of the app, with its page for an address within it, or as the API."""

    def __init__(self, api: WSGIApplication, folder: Path, *, policy: str) -> None:
        self._api = api
        self._folder = folder
        self._policy = policy
        self._built_ns = 0
        self._files = self._read()

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        first = environ["PATH_INFO"].split("/", 2)[1:2]
        if first and first[0] in SERVER_PATHS:
            return self._api(environ, start)
        self._renew()
        served: Iterable[bytes] = self._files(environ, start)
        return served

    def _renew(self) -> None:
        """Take up a newer build; one that is still being written is not there yet."""
        with contextlib.suppress(OSError):
            if (self._folder / PAGE.lstrip("/")).stat().st_mtime_ns != self._built_ns:
                self._files = self._read()

    def _read(self) -> WhiteNoise:
        self._built_ns = (self._folder / PAGE.lstrip("/")).stat().st_mtime_ns
        return WhiteNoise(
            self._page_or_api,
            root=str(self._folder),
            max_age=_UNHASHED_SECONDS,
            allow_all_origins=False,
            immutable_file_test=lambda _path, url: url.startswith(HASHED),
            add_headers_function=self._add_headers,
        )

    def _page_or_api(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        page = self._files.files.get(PAGE)
        if page is None or not _is_navigation(environ):
            return self._api(environ, start)
        served: Iterable[bytes] = self._files.serve(page, environ, start)
        return served

    def _add_headers(self, headers: Headers, _path: str, url: str) -> None:
        headers["X-Content-Type-Options"] = "nosniff"
        if url in _ALWAYS_FRESH:
            headers["Cache-Control"] = "no-cache"
        if url == PAGE:
            headers["Content-Security-Policy"] = self._policy
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
            headers["X-Frame-Options"] = "DENY"
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()"


def in_front_of(
    api: WSGIApplication, *, folder: Path, base_url: str, realtime_url: str, media: str
) -> WSGIApplication:
    """The app in ``folder`` in front of the API; the API alone where nothing has been built."""
    if not (folder / PAGE.lstrip("/")).is_file():
        return api
    policy = content_policy(pictures=[base_url, _bucket(media)], sockets=[realtime_url])
    return Site(api, folder, policy=policy)


def content_policy(*, pictures: list[str], sockets: list[str]) -> str:
    """What the page may load and whom it may ask: itself, its pictures, its live prices."""
    images = " ".join(sorted({_origin(one) for one in pictures if one}))
    live = " ".join(sorted({_origin(one) for one in sockets if one}))
    rules = {
        "default-src": "'self'",
        "script-src": "'self'",
        # Parts of the interface set their own styles, for instance where a dialog stands.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: {images}",
        "connect-src": f"'self' {live}",
        "font-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())


def _is_navigation(environ: WSGIEnvironment) -> bool:
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
        return False
    path = environ["PATH_INFO"]
    if path == "/":
        return True
    # A picture or a script that is not there is not the page.
    return not path.startswith(HASHED) and "text/html" in environ.get("HTTP_ACCEPT", "")


def _bucket(media: str) -> str:
    """Where pictures come from, if an object store of its own serves them."""
    query = parse_qs(urlsplit(media).query) if media.startswith("s3://") else {}
    return (query.get("public_url") or query.get("endpoint") or [""])[-1]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
