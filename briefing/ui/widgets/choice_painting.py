"""How the rows of a list are painted: the highlighted entry, headings, and the words that were found."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBarRender

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ui.lists.entries import Entry
    from briefing.ui.widgets.wrapping import WrappedLine

_STRONG: Final = Style(bold=True)
_HIT: Final = Style(bold=True, underline=True)


class Bar(ScrollBarRender):
    """A scroll bar of blanks: its ends are signs else, which are read with the row beside them."""

    VERTICAL_BARS: ClassVar = [" "] * 8


def role_of(entry: Entry, *, is_here: bool, is_under_mouse: bool) -> str:
    """Return the role in the theme of an entry: `is_here` where it is highlighted."""
    if entry.id is None:
        return "panel-heading"
    if is_here:
        return "panel-here"
    return "panel-hover" if is_under_mouse else "panel"


def words_of(entry: Entry, line: WrappedLine, base: Style) -> Iterator[Segment]:
    """Give the words of a line of an entry, parted where they begin or end to look otherwise."""
    spans = (*entry.strong, *entry.hits)
    edges = {edge for span in spans for edge in (span.start, span.stop) if line.start < edge < line.stop}
    for start, stop in pairwise(sorted({line.start, line.stop, *edges})):
        style = base
        if any(start in span for span in entry.strong):
            style += _STRONG
        if any(start in span for span in entry.hits):
            style += _HIT
        yield Segment(entry.text[start:stop], style)
    if line.hyphen:
        yield Segment("-", base)
