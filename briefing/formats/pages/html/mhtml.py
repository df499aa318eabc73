"""MHTML: a page and what it shows in one file, as Chromium, Edge, Opera and Internet Explorer save it.

RFC 2557: a message of MIME whose parts are files; each tells its address as `Content-Location` or is named
`cid:` by its `Content-ID`. The page is the part that `start` names, else the first that is HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.inside import kept
from briefing.formats.pages.html.packed import Packed

if TYPE_CHECKING:
    from email.message import Message

    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

SUFFIXES: Final = (".mhtml", ".mht")
HINT: Final = r"(?im)^content-type:\s*multipart/related|^snapshot-content-location:"
"""What is found in the head of each, among other lines like it."""
_HEADER: Final = re.compile(rb"\s*[A-Za-z][\w-]{1,60}:[ \t]")
_LOOKED_AT: Final = 8192
_FRAMES: Final = re.compile(rb"<frameset\b", re.IGNORECASE)
_PAGES: Final = ("text/html", "application/xhtml+xml")
_MOST_PARTS: Final = 1000
"""Among which its pictures are looked for."""
_SURE: Final = 0.97


def score(head: Head) -> float:
    """Return how sure it is that this is a page with what it shows."""
    return _SURE if is_own(head.data) else 0.0


def is_own(data: bytes) -> bool:
    """Return whether a file begins as such a message does."""
    start = data[:_LOOKED_AT]
    return _HEADER.match(start) is not None and re.search(HINT.encode(), start) is not None


def read(source: Source) -> Draft:
    """Return the story of the page.

    Raises:
        SourceError: if it cannot be read.
    """
    from briefing.formats.pages.html import page

    return page.read(source)


def unpack(data: bytes) -> Packed:
    """Return the page of a message, with what lies in it. Runs in the process that may die."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        return Packed()
    start = str(message.get_param("start") or "").strip("<>")
    chosen = next((part for part in pages if start and _id_of(part) == start), pages[0])
    if _FRAMES.search(_bytes_of(chosen)) and len(pages) > 1:
        chosen = max((part for part in pages if part is not chosen), key=lambda part: len(_bytes_of(part)))
    address = _location_of(chosen) or _line(message.get("Snapshot-Content-Location"))
    pictures = kept(
        (name, part.get_content_type(), _bytes_of(part))
        for part in parts[:_MOST_PARTS]
        if part.get_content_maintype() == "image"
        for name in (_location_of(part), f"cid:{_id_of(part)}" if _id_of(part) else "")
    )
    return Packed(_bytes_of(chosen), address, chosen.get_content_charset(""), pictures)


def _bytes_of(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _id_of(part: Message) -> str:
    return _line(part.get("Content-ID")).strip("<>")


def _location_of(part: Message) -> str:
    return _line(part.get("Content-Location"))


def _line(header: object) -> str:
    """Return a header's value in one line: a long address is folded, and no address has a space."""
    return "".join(str(header or "").split())
