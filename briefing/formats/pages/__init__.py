"""Pages as they are copied from a browser, or written by a text browser, furniture and all.

    lines (lines, dumps) -> where the story is (story) -> its title (title) -> parts in order (reader)

Rules:
1. Evidence decides, never a list of publishers: repetition, lengths, sentences, dates, and words
   of furniture in many languages (furniture_words).
2. What is uncertain is kept: a sentence too much is better than one that is lost.
3. A text that is no page is never read as one (evidence).
"""

from __future__ import annotations

from briefing.formats.pages.page import LONGEST_PAGE, likelihood, read_page
from briefing.formats.pages.parts import Page, Part

__all__ = ["LONGEST_PAGE", "Page", "Part", "likelihood", "read_page"]
