"""What every letter shares: the market's languages, and one layout as plain text and as HTML.

What a letter says belongs to the module that writes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape


class Language(StrEnum):
    """The languages the market speaks."""

    LATVIAN = "lv"
    ENGLISH = "en"
    RUSSIAN = "ru"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, ready to send."""

    language: Language
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Link:
    """What the reader is to do next: the words on the button, and where it leads."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in smaller print, with a code to copy or an address to go to."""

    words: str
    code: str = ""
    address: str = ""


_GREETINGS = {
    Language.LATVIAN: "Labdien, {name}!",
    Language.ENGLISH: "Hello {name},",
    Language.RUSSIAN: "Здравствуйте, {name}!",
}


def lay_out(
    language: Language,
    subject: str,
    *,
    name: str,
    paragraphs: Sequence[str],
    link: Link,
    notes: Sequence[Note],
) -> Letter:
    """The letter to somebody called ``name``, as plain text and as simple HTML.

    Everything given is text: what people wrote themselves cannot become markup.
    """
    greeting = _GREETINGS[language].format(name=name)
    remarks = ["\n".join(filter(None, (note.words, note.code, note.address))) for note in notes]
    return Letter(
        language=language,
        subject=subject,
        text="\n\n".join((greeting, *paragraphs, link.address, *remarks, "Vendue\n")),
        html=_HTML.format(
            language=language.value,
            subject=escape(subject),
            paragraphs="\n".join(f"<p>{escape(text)}</p>" for text in (greeting, *paragraphs)),
            address=escape(link.address),
            button=escape(link.words),
            notes="\n".join(map(_note, notes)),
        ),
    )


def _note(note: Note) -> str:
    address, code = escape(note.address), escape(note.code)
    parts = [escape(note.words)]
    if code:
        parts.append(f'<code style="word-break:break-all">{code}</code>')
    if address:
        parts.append(f'<a href="{address}" style="color:#5a3fa0">{address}</a>')
    return f'<p style="color:#515c6c;font-size:14px">{"<br>".join(parts)}</p>'


# Styles stand on the elements: many mail programs drop a style sheet.
_HTML = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{subject}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f7fb;color:#141d2d">
<div style="max-width:34em;margin:0 auto;font:16px/1.5 system-ui,sans-serif">
{paragraphs}
<p><a href="{address}" style="display:inline-block;padding:12px 20px;background:#5a3fa0;\
color:#fcfbff;border-radius:8px;text-decoration:none">{button}</a></p>
{notes}
<p style="color:#515c6c">Vendue</p>
</div>
</body>
</html>
"""
