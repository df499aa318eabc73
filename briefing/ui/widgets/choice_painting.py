"""How the rows of a list are painted: the highlighted entry, headings, and the words that were found."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBarRender

from briefing.ui.widgets.cursor import SetsLarge
from briefing.ui.widgets.text_rows import without_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.ui.glyphs.faces import Typeface
    from briefing.ui.lists.entries import Entry
    from briefing.ui.widgets.choice_rows import ChoiceRow

_SAMPLE: Final = 20
"""How many entries are looked at to choose their letters."""
_STRONG: Final = Style(bold=True)
_HIT: Final = Style(bold=True, underline=True)


class Bar(ScrollBarRender):
    """A scroll bar of blanks: its ends are signs else, which are read with the row beside them."""

    VERTICAL_BARS: ClassVar = [" "] * 8


def face_of(entries: Sequence[Entry], app: object) -> Typeface | None:
    """Return what entries are drawn in, by the first of them; None for the terminal's own letters."""
    if not isinstance(app, SetsLarge):
        return None
    return app.letters("\n".join(entries[index].text for index in range(min(_SAMPLE, len(entries)))))


def role_of(entry: Entry, *, is_here: bool, is_under_mouse: bool) -> str:
    """Return the role in the theme of an entry: `is_here` where it is highlighted."""
    if entry.id is None:
        return "panel-heading"
    if is_here:
        return "panel-here"
    return "panel-hover" if is_under_mouse else "panel"


def base_of(row: ChoiceRow, style: Style) -> Style:
    """Return how a row of an entry is painted that looks so: a line below large letters is at their foot."""
    return style if row.part is None or row.part == row.line.rows - 1 else without_line(style)


def words_of(entry: Entry, row: ChoiceRow, face: Typeface | None, base: Style) -> Iterator[Segment]:
    """Give the words of a row of an entry, parted where they begin or end to look otherwise.

    Args:
        entry: whose row it is.
        row: the row; a part of large letters is given whole.
        face: what large letters are drawn in.
        base: how the entry is painted.
    """
    line = row.line
    if row.part is not None and face is not None:
        from briefing.ui.glyphs.bidi import begins_right_to_left
        from briefing.ui.glyphs.setting import rows_of

        text = entry.text[line.start : line.stop] + "-" * line.hyphen
        yield Segment(rows_of(text, face, right_to_left=begins_right_to_left(text))[row.part], base)
        return
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
