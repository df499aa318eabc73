"""PDFs, told by their first bytes; what reads them is an extra, whose absence is told."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.processes import door

if TYPE_CHECKING:
    from briefing.formats.draft import Draft
    from briefing.formats.source import Head, Source

SUFFIXES: Final = (".pdf",)
INSTALL: Final = 'Install what reads them: pip install "briefing[pdf]".'
_SIGNATURE: Final = b"%PDF-"
_LOOKED_AT: Final = 1024
"""Bytes before which it stands; some servers and mail programs put something before it."""
_SURE: Final = 0.96
_WORKER: Final = "briefing.formats.pdf.worker"
_LIMITS: Final = door.Limits(memory_bytes=1 << 30, cpu_s=40, open_files=32)
_LIMIT_S: Final = 90.0
_AS_TEXT: Final = "Save its text as a file and open that."
_WHY: Final = {
    "locked": ("is locked by a password.", "Save it without one, and open that."),
    "damaged": ("is damaged, so that its pages cannot be read.", "Save or download it once more."),
    "scanned": (
        "holds pictures of pages and no text.",
        "Have a program for that recognise its letters, such as OCRmyPDF, and open what it writes.",
    ),
}


def score(head: Head) -> float:
    """Return how sure it is that this is a PDF."""
    return _SURE if head.data.startswith(_SIGNATURE) or _SIGNATURE in head.data[:_LOOKED_AT] else 0.0


def is_readable() -> bool:
    """Return whether what reads PDFs is installed."""
    return find_spec("pypdfium2") is not None


def read(source: Source) -> Draft:
    """Return the text of a PDF.

    Raises:
        SourceError: if it cannot be read.
    """
    from briefing.formats.pages.html.page import draft_of
    from briefing.formats.pages.html.process import ask

    if not is_readable():
        raise SourceError(f"{source.called} is a PDF, which cannot be read here.", f"{INSTALL} {_AS_TEXT}")
    command = door.command(_WORKER, limits=_LIMITS)
    found = ask(lambda: door.start(command), source.data, source.called, limit_s=_LIMIT_S)
    if not found.parts and found.notices:
        why, hint = _WHY[found.notices[0]]
        raise SourceError(f"{source.called} {why}", hint)
    return draft_of(found, source)
