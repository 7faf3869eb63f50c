"""The inbox in a browser: the list, one letter, and the same as JSON for tests."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from embedded.mailbox import KEPT, LINK, Letter, Mailbox

# A letter's own HTML is shown in a frame that may do nothing: no scripts, no remote pictures.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'"
STYLE = """
:root { color-scheme: light dark;
  --paper: light-dark(oklch(.975 .006 250), oklch(.175 .02 265));
  --card: light-dark(oklch(1 0 0), oklch(.215 .022 265));
  --ink: light-dark(oklch(.23 .035 262), oklch(.955 .008 250));
  --muted: light-dark(oklch(.47 .03 258), oklch(.74 .02 255));
  --line: light-dark(oklch(.875 .012 250), oklch(.31 .024 265));
  --accent: light-dark(oklch(.45 .15 292), oklch(.77 .115 292)); }
body { margin: 0 auto; max-width: 52rem; padding: 48px 24px; background: var(--paper);
  color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
h1 { font-weight: 300; font-size: 36px; line-height: 1.15; margin: 0 0 16px; text-wrap: balance; }
h2 { font-size: 14px; font-weight: 600; margin: 32px 0 12px; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, button:focus-visible { outline: 2px solid var(--accent);
  outline-offset: 2px; }
form { display: flex; gap: 8px; margin: 0 0 24px; } input { flex: 1; min-width: 0; }
input, button { font: inherit; color: inherit; padding: 8px 12px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); } button { cursor: pointer; }
ul { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid var(--line); padding: 12px 0; }
small, dt { color: var(--muted); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; } dd { margin: 0;
  overflow-wrap: anywhere; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; margin: 0;
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
iframe { width: 100%; height: 30rem; border: 1px solid var(--line); border-radius: 6px;
  background: white; }
@media (max-width: 560px) { body { padding: 24px 16px; } h1 { font-size: 28px; } }
"""


def handler_for(mailbox: Mailbox) -> Callable[..., BaseHTTPRequestHandler]:
    """A request handler that shows this mailbox."""

    class Handler(InboxHandler):
        box = mailbox

    return Handler


class InboxHandler(BaseHTTPRequestHandler):
    """Answers GET; changes nothing."""

    box: Mailbox

    def do_GET(self) -> None:
        """Route by path: ``/``, ``/messages/{id}``, ``/api/messages``."""
        if not self._from_this_machine():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", "Open the inbox as 127.0.0.1.")
            return
        url = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(url.query).items()}
        to = query.get("to", "")
        if url.path == "/":
            self._page(list_page(self.box.letters(to=to), to=to))
        elif url.path == "/api/messages":
            letters = self.box.letters(to=to, limit=_limit(query.get("limit", "")))
            self._send(HTTPStatus.OK, "application/json", json.dumps({"items": _plain(letters)}))
        elif url.path.startswith("/messages/"):
            letter = self.box.letter(url.path.removeprefix("/messages/"))
            if letter is not None:
                self._page(letter_page(letter))
                return
            self._page(
                _document("No such letter", "<p>It may have given way to newer ones.</p>"), 404
            )
        else:
            self._page(_document("Nothing here", '<p><a href="/">To the inbox</a></p>'), 404)

    def log_message(self, *_parts: Any) -> None:
        """Say nothing: a page that polls would fill the console."""

    def _from_this_machine(self) -> bool:
        # A foreign page whose name was made to point here must not read the letters.
        name = self.headers.get("Host", "").rpartition(":")[0]
        return name in {"127.0.0.1", "localhost"}

    def _page(self, html: str, status: int = 200) -> None:
        self._send(HTTPStatus(status), "text/html", html)

    def _send(self, status: HTTPStatus, kind: str, content: str) -> None:
        body = content.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)


def list_page(letters: list[Letter], *, to: str) -> str:
    """All letters, or those to one address, newest first."""
    rows = "".join(
        f'<li><a href="/messages/{letter.id}">{escape(letter.subject) or "(no subject)"}</a><br>'
        f"<small>to {escape(', '.join(letter.recipients))} · {_when(letter)}</small></li>"
        for letter in letters
    )
    search = (
        '<form><input type="search" name="to" aria-label="Recipient" '
        f'placeholder="Recipient\'s address" value="{escape(to)}"><button>Show</button></form>'
    )
    nothing = f"<p>No letter{' to ' + escape(to) if to else ''} yet.</p>"
    return _document("Inbox", f"{search}{f'<ul>{rows}</ul>' if rows else nothing}")


def letter_page(letter: Letter) -> str:
    """One letter: its plain text with links that work, then its HTML in a frame."""
    back = f"/?to={quote(letter.recipients[0])}" if letter.recipients else "/"
    facts = (
        f"<dl><dt>From</dt><dd>{escape(letter.sender)}</dd>"
        f"<dt>To</dt><dd>{escape(', '.join(letter.recipients))}</dd>"
        f"<dt>Received</dt><dd>{_when(letter)}</dd></dl>"
    )
    text = f"<pre>{_linked(letter.text)}</pre>" if letter.text else ""
    html = (
        f'<h2>As HTML</h2><iframe sandbox title="The letter as HTML" '
        f'srcdoc="{escape(letter.html)}"></iframe>'
        if letter.html
        else ""
    )
    return _document(
        letter.subject or "(no subject)", f'<p><a href="{back}">Inbox</a></p>{facts}{text}{html}'
    )


def _document(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Vendue mail</title><style>{STYLE}</style>"
        f"<h1>{escape(title)}</h1>{body}</html>"
    )


def _linked(text: str) -> str:
    parts: list[str] = []
    end = 0
    for found in LINK.finditer(text):
        address = found[0].rstrip(".,;:!?)")
        parts.append(escape(text[end : found.start()]))
        parts.append(f'<a href="{escape(address)}" rel="noreferrer">{escape(address)}</a>')
        end = found.start() + len(address)
    return "".join((*parts, escape(text[end:])))


def _plain(letters: list[Letter]) -> list[dict[str, object]]:
    return [
        {
            "id": letter.id,
            "received_at": letter.received_at.isoformat(),
            "from": letter.sender,
            "to": letter.recipients,
            "subject": letter.subject,
            "text": letter.text,
            "html": letter.html,
            "links": letter.links,
        }
        for letter in letters
    ]


def _limit(given: str) -> int:
    return min(int(given), KEPT) if given.isdecimal() and int(given) > 0 else KEPT


def _when(letter: Letter) -> str:
    ago = int((datetime.now(UTC) - letter.received_at).total_seconds())
    stamp = f"{letter.received_at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{stamp} ({ago} s ago)" if ago < 120 else stamp
