"""Pages as they are copied from a browser, or written by a text browser, furniture and all.

    is it one (glance, evidence): lines (lines, dumps) -> the story (story) -> title (title) -> parts (reader)

Rules:
1. Evidence decides, never a list of publishers: repetition, lengths, sentences, dates, and words
   of furniture in many languages (furniture_words).
2. What is uncertain is kept: a sentence too much is better than one that is lost.
3. A text that is no page is never read as one (evidence).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.glance import may_be_page

if TYPE_CHECKING:
    from briefing.formats.pages.parts import Page

LONGEST_PAGE: Final = 2_000_000
"""Characters; whatever is longer is a book."""


def likelihood(text: str) -> float:
    """Return how likely a text's beginning is a page's, from 0 to 1."""
    if not may_be_page(text):
        return 0.0
    from briefing.formats.pages import page

    return page.likelihood(text)


def read_page(text: str) -> Page:
    """Return a page's story with what belongs to it; all but known furniture where no story is found."""
    from briefing.formats.pages import page

    return page.read_page(text)
