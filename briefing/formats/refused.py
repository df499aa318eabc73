"""What is recognised and cannot be opened: each is told in one sentence, with what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from briefing.errors import SourceError

if TYPE_CHECKING:
    from briefing.formats.source import Head, Source

MPEG_STREAM: Final = b"\x00\x00\x01\xba"
"""What films begin with, and VobSub's subtitles, which are pictures."""
_UNPACK: Final = "Unpack it, and open what is in it."
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "a picture", "Open a text or a recording."),
    (b"\xff\xd8\xff", "a picture", "Open a text or a recording."),
    (b"GIF8", "a picture", "Open a text or a recording."),
    (MPEG_STREAM, "a film, or subtitles that are pictures", "Open its sound, or subtitles that are text."),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ\x00", "a compressed file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "an archive", _UNPACK),
    (b"Rar!", "an archive", _UNPACK),
    (b"{\\rtf", "a word processor's document", "Save it as plain text and open that."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a word processor's document",
        "Save it as plain text and open that.",
    ),
    (b"\x7fELF", "a program", "Open a text or a recording."),
    (b"SQLite format 3\x00", "a database", "Open a text or a recording."),
)
PROLOGUE: Final = r"\s*+(?>(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*+(?:\[.*?\]\s*+)?>)\s*+)*+"
"""A pattern (ignoring case, with dots for line ends): declarations, comments, and types but that of HTML 5.

What has matched is never tried another way: thousands of comments without an element would take hours.
"""
_XML: Final = r"\s*<(?:\?xml\b|!DOCTYPE\b)"
_XML_SUFFIXES: Final = (".xml", ".smil", ".ncx")
_LOOKED_AT: Final = 8192
_AS_TEXT: Final = "Save its text as a file and open that."
_KNOWN: Final = 0.95
_MARKUP: Final = 0.5


def _named(head: Head) -> tuple[float, str, str]:
    """Return how sure it is, what it is, and what to do."""
    start = head.text[:_LOOKED_AT].lstrip("\ufeff")
    rules = (
        *((head.data.startswith(signature), _KNOWN, what, hint) for signature, what, hint in _SIGNATURES),
        (head.suffix in _XML_SUFFIXES or _begins(start, _XML), _MARKUP, "XML", _AS_TEXT),
    )
    found = ((sure, what, hint) for applies, sure, what, hint in rules if applies)
    return next(found, (0.0, "", ""))


def _begins(text: str, pattern: str) -> bool:
    # These take long to compile, and hardly any text is marked up.
    is_markup = text.lstrip().startswith("<")
    return is_markup and re.match(pattern, text, re.IGNORECASE | re.DOTALL) is not None


def score(head: Head) -> float:
    """Return how sure it is that this is something known that cannot be opened."""
    return _named(head)[0]


def read(source: Source) -> NoReturn:
    """Say what it is.

    Raises:
        SourceError: always.
    """
    _, what, hint = _named(source.head)
    raise SourceError(f"{source.called} is {what}, which cannot be opened yet.", hint)
