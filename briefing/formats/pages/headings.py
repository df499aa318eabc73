"""Which lines within a story are headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.pages.lines import ends_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine

_MOST_WORDS: Final = 16


def is_heading(lines: Sequence[PageLine], i: int, stop: int) -> bool:
    """Return whether a line is short, ends as headings do, and stands above a longer sentence."""
    line = lines[i]
    if line.is_prose and not line.text.endswith(("?", "!", "？", "！", "؟")):
        return False
    if line.words > _MOST_WORDS or (ends_clause(line.text) and line.text[-1:] not in "?!？！؟\"'”’»…"):
        return False
    if line.ends and line.text[:1] in "\"'“‘«„–—-「" and not line.text.endswith('!"'):
        return False
    below = next((other for other in lines[i + 1 : stop] if other.kind is None), None)
    return below is not None and below.ends and below.words > line.words
