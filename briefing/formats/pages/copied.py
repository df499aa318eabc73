"""A copied page: is it one, and what does it hold."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.formats import plain
from briefing.formats.draft import Draft
from briefing.formats.pages import evidence
from briefing.formats.pages.captions import CREDITED
from briefing.formats.pages.dumps import is_dump, is_numbered, lines_of_dump, without_markdown
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.glance import has_references, may_be_page
from briefing.formats.pages.lines import lines_of
from briefing.formats.pages.reader import Reader
from briefing.formats.wrapped import wrap_width
from briefing.model import BlockKind

if TYPE_CHECKING:
    from briefing.formats.pages.lines import Line
    from briefing.formats.pages.parts import Page
    from briefing.formats.source import Head, Source

LONGEST_PAGE: Final = 2_000_000
"""Characters; whatever is longer is a book."""
_SURE: Final = 0.9
_LIKELY: Final = 0.6
_POSSIBLE: Final = 0.25
_LIKE_SENTENCES: Final = (Furniture.OFFER, Furniture.LEGAL)
_SENTENCE_WORDS: Final = 12
_DIGIT: Final = re.compile(r"\d")


def score(head: Head) -> float:
    """Return how likely the text is a page's."""
    return likelihood(head.text) if head.is_text else 0.0


def read(source: Source) -> Draft:
    """Return the story of a page's text."""
    return read_text(source.text)


def read_text(text: str) -> Draft:
    """Return what stands in a page's text: banner, title, picture, summary, media line, story."""
    if len(text) > LONGEST_PAGE:
        return plain.read_text(text)
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


def likelihood(text: str) -> float:
    """Return how likely a text's beginning is a page's, from 0 to 1."""
    if not may_be_page(text):
        return 0.0
    found = _weight(text, _lines(text))
    if found < evidence.PAGE:
        return _POSSIBLE if found >= evidence.LIKE_PAGE else 0.0
    return _SURE if found >= evidence.SURE else _LIKELY


def read_page(text: str) -> Page:
    """Return a page's story with what belongs to it; all but known furniture where no story is found."""
    lines = _lines(text)
    found = _weight(text, lines)
    return Reader(lines, keeps=evidence.LIKE_PAGE <= found < evidence.PAGE).read()


def _weight(text: str, lines: list[Line]) -> float:
    return evidence.weigh(lines, is_numbered=is_numbered(text), has_references=has_references(text))


@lru_cache(maxsize=1)
def _lines(text: str) -> list[Line]:
    text = without_markdown(text)
    is_written = is_dump(text) or wrap_width(text.split("\n"))
    lines = lines_of_dump(text) if is_written else lines_of(text)
    for line in lines:
        if line.kind is Furniture.LEGAL and CREDITED.fullmatch(line.text) and not _DIGIT.search(line.text):
            line.kind = None  # a caption, with whose the picture is
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        is_like = line.kind in _LIKE_SENTENCES and line.ends and line.words >= _SENTENCE_WORDS
        if is_like and above.is_prose and below.is_prose and "©" not in line.text:
            # A sentence among sentences is one of them, whatever words are in it.
            line.kind, line.is_prose = None, True
    return lines
