"""The text of a page, copied as it is: read by `briefing.formats.pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats import pages
from briefing.formats.draft import Draft
from briefing.model import BlockKind
from briefing.sources import plain

if TYPE_CHECKING:
    from briefing.sources.opening import Head, Opening


def score(head: Head) -> float:
    """Return how likely the text is a page's."""
    return 0.0 if head.text is None else pages.likelihood(head.text)


def read(opening: Opening) -> Draft:
    """Return the story of a page's text."""
    return read_text(opening.text)


def read_text(text: str) -> Draft:
    """Return what stands in a page's text: banner, title, picture, summary, media line, story."""
    if len(text) > pages.LONGEST_PAGE:
        return plain.read_text(text)
    page = pages.read_page(text)
    draft = Draft()
    for part in page.parts:
        if part.kind is BlockKind.CAPTION:
            draft.add_figure(part.alt or "", part.text)
        else:
            draft.add(part.kind, part.text, part.level)
    draft.published = page.published
    draft.declares_media = page.declares_media
    draft.duration_s = page.duration_s
    return draft
