"""Lines of one paragraph joined where Korean words may have been broken at a line's end.

Theory of operation: Korean parts its words by spaces, yet some programs break its lines anywhere, as
they do Chinese ones. Lines broken between words are ragged; lines broken anywhere are all as long as
the width allows. In these, a line that had room for one more character ends with a word. Else a word
that stands elsewhere in the text tells whether its halves belong together; where nothing tells, they
do, as most breaks fall within a word.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.formats.wrapped import join, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LAST: Final = re.compile(r"(?<![\uac00-\ud7af])[\uac00-\ud7af]+$")
_FIRST: Final = re.compile(r"^[\uac00-\ud7af]+")
_WORD: Final = re.compile(r"(?<!\S)[\uac00-\ud7af]+(?!\S)")
_RAGGED: Final = 3
"""Columns that lines broken anywhere may differ by: a character, and a sign kept with the next one."""
_LEAST_BREAKS: Final = 4
_SHARE_FULL: Final = 0.9


class HangulLine(NamedTuple):
    """A line as it was written, and what is to be read of it."""

    whole: str
    text: str


class Joiner:
    """Joins the lines of paragraphs of one text."""

    def __init__(self, paragraphs: Iterable[Sequence[HangulLine]]) -> None:
        """Find out from all paragraphs whether words were broken, and which words there are."""
        self._words: set[str] = set()
        widths: list[int] = []
        for rows in paragraphs:
            for above, below in pairwise(rows):
                if _LAST.search(above.text) and _FIRST.search(below.text):
                    widths.append(width_of(above.whole.rstrip()))
            for row in rows:
                self._words.update(_WORD.findall(row.text)[1:-1])
        self._width = max(widths, default=0)
        full = sum(width >= self._width - _RAGGED for width in widths)
        self._is_broken = len(widths) >= _LEAST_BREAKS and full >= _SHARE_FULL * len(widths)

    def join(self, rows: Sequence[HangulLine]) -> str:
        """Return a paragraph's lines as one."""
        if not self._is_broken:
            return join(row.text for row in rows)
        whole = [rows[0].text]
        for above, below in pairwise(rows):
            if self._is_one_word(above, below):
                whole[-1] += below.text
            else:
                whole.append(below.text)
        return join(whole)

    def _is_one_word(self, above: HangulLine, below: HangulLine) -> bool:
        last, first = _LAST.search(above.text), _FIRST.search(below.text)
        if not last or not first:
            return False
        if width_of(above.whole.rstrip()) + width_of(first[0][0]) <= self._width:
            return False
        return last[0] + first[0] in self._words or not (last[0] in self._words and first[0] in self._words)
