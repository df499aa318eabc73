"""What stands in a page: how likely its text is one, and what belongs to its story."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from briefing.formats.pages import evidence
from briefing.formats.pages.captions import CREDITED
from briefing.formats.pages.dumps import is_dump, is_numbered, lines_of_dump, without_markdown
from briefing.formats.pages.furniture import Furniture
from briefing.formats.pages.glance import has_references
from briefing.formats.pages.lines import lines_of
from briefing.formats.pages.reader import PageReader
from briefing.formats.wrapped import wrap_width

if TYPE_CHECKING:
    from briefing.formats.pages.lines import PageLine
    from briefing.formats.pages.parts import Page

_SURE: Final = 0.9
_LIKELY: Final = 0.6
_POSSIBLE: Final = 0.25
_LIKE_SENTENCES: Final = (Furniture.OFFER, Furniture.LEGAL)
_SENTENCE_WORDS: Final = 12
_DIGIT: Final = re.compile(r"\d")


def likelihood(text: str) -> float:
    """Return how likely the beginning of a text that may be a page's is one, from 0 to 1."""
    found = _weight(text, _lines(text))
    if found < evidence.PAGE:
        return _POSSIBLE if found >= evidence.LIKE_PAGE else 0.0
    return _SURE if found >= evidence.SURE else _LIKELY


def read_page(text: str) -> Page:
    """Return a page's story with what belongs to it; all but known furniture where no story is found."""
    lines = _lines(text)
    found = _weight(text, lines)
    return PageReader(lines, keeps=evidence.LIKE_PAGE <= found < evidence.PAGE).read()


def _weight(text: str, lines: list[PageLine]) -> float:
    return evidence.weigh(lines, is_numbered=is_numbered(text), has_references=has_references(text))


@lru_cache(maxsize=1)
def _lines(text: str) -> list[PageLine]:
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
