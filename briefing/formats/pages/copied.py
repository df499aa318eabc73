"""A page's text as it was copied: a glance tells most other texts, and only pages cost the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats import plain
from briefing.formats.draft import Draft
from briefing.formats.pages.glance import may_be_page
from briefing.model import BlockKind

if TYPE_CHECKING:
    from briefing.formats.source import Head, Source

LONGEST_PAGE: Final = 2_000_000
"""Characters; whatever is longer is a book."""


def score(head: Head) -> float:
    """Return how likely the text is a page's."""
    return likelihood(head.text)


def likelihood(text: str) -> float:
    """Return how likely a text's beginning is a page's, from 0 to 1."""
    if not may_be_page(text):
        return 0.0
    from briefing.formats.pages import page

    return page.likelihood(text)


def read(source: Source) -> Draft:
    """Return the story of a page's text."""
    return read_text(source.text)


def read_text(text: str) -> Draft:
    """Return what stands in a page's text: banner, title, picture, summary, media line, story."""
    if len(text) > LONGEST_PAGE:
        return plain.read_text(text)
    from briefing.formats.pages.page import read_page

    page = read_page(text)
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
