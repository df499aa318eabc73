"""What a PDF holds, put together. Runs in the process that may die."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefing.formats.pages.html.answer import PageFound
from briefing.formats.pdf.blocks import parts_of
from briefing.formats.pdf.columns import in_order
from briefing.formats.pdf.document import DamagedPdfError, LockedPdfError, PdfDocument
from briefing.formats.pdf.lines import lines_of
from briefing.formats.pdf.printed import is_printed, story_of, with_tags
from briefing.formats.pdf.running import without_running

if TYPE_CHECKING:
    from briefing.formats.pdf.words import PdfLine

MOST_PAGES: Final = 2000
MOST_S: Final = 24.0
"""Of the processor's time, for its pages."""
LOCKED: Final = "locked"
DAMAGED: Final = "damaged"
SCANNED: Final = "scanned"
"""Why there is no text, in place of notices: what the parent makes sentences of."""


def read(data: bytes, most_pages: int = MOST_PAGES) -> PageFound:
    """Return what a PDF holds, of at most so many pages; without a part, its one notice is why."""
    until_s = time.process_time() + MOST_S
    try:
        document = PdfDocument(data)
    except LockedPdfError:
        return PageFound(notices=(LOCKED,))
    except DamagedPdfError:
        return PageFound(notices=(DAMAGED,))
    pages: list[list[PdfLine]] = []
    heights: list[float] = []
    for number, sheet in enumerate(document.sheets(most_pages)):
        pages.append(in_order(lines_of(sheet, number)))
        heights.append(sheet.height)
        if time.process_time() > until_s:
            break
    lines = [line for page in without_running(pages, heights) for line in page]
    about = document.about()
    if not lines:
        return PageFound(notices=(SCANNED,))
    notices = []
    if len(pages) < document.page_count:
        notices.append(f"Only the first {len(pages):,} of its {document.page_count:,} pages are read.")
    is_print = is_printed(about.producer)
    parts = parts_of(lines, about.title, heights, is_title_sure=is_print)
    if is_print:
        # The day when it was printed says nothing, and this language is that of the browser.
        language = "" if about.language == "en-US" else about.language
        story = (story_of(parts) or PageFound(parts))._replace(language=language)
        tags = document.tags()
        if tags is not None:
            story = with_tags(story, tags, about.title)
        return story._replace(notices=tuple(notices))
    authors = (about.author,) if about.author else ()
    return PageFound(parts, about.language, about.created, authors, notices=tuple(notices))
