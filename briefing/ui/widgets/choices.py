"""Entries to choose one from, each of a line or more: the list in help, bookmarks and palette.

Rules:
1. Rows are painted as those of the text are: a hundred entries open at the cost of a screenful.
2. One entry is highlighted, and the terminal's cursor is on it, whatever has the focus. Headings are
   passed over.
3. The digits of an entry's number highlight it, as they choose it in screen reader mode.
4. An entry keeps the lines that it has where they fit; longer ones are wrapped.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.ui.themes import paint
from briefing.ui.widgets.cursor import point_into
from briefing.ui.widgets.wrapping import WrappedLine, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events

    from briefing.model import Span

_STRONG: Final = Style(bold=True)
_HIT: Final = Style(bold=True, underline=True)


class Entry(NamedTuple):
    """What can be chosen, by its id; without one it is a heading."""

    text: str
    id: str | None = None
    strong: tuple[Span, ...] = ()
    """What of the text is bold."""
    hits: tuple[Span, ...] = ()
    """What of the text was searched for."""


class ChoiceRow(NamedTuple):
    """A row of the list: a line of an entry."""

    entry: int
    """Its number."""
    line: WrappedLine


def lines_of(text: str, width: int) -> list[WrappedLine]:
    """Return the lines of a text in so many cells."""
    lines: list[WrappedLine] = []
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if cell_len(line) <= width:
            lines.append(WrappedLine(start, stop))
        else:
            lead = len(line) - len(line.lstrip())
            lines += wrap(text, start + lead, stop, max(1, width), (lead, 0))
        start = stop + 1
    return lines


class Choices(ScrollView, can_focus=True):
    """The list.

    Args:
        entries: What is in it.
        margin: Cells to the left of the words, and to the right.
        takes_keys: Whether it can have the focus, for the keys that move the highlight.
    """

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, entry_id: str) -> None:
            super().__init__()
            self.entry_id = entry_id

    DEFAULT_CSS = """
    Choices {
        height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; background: $panel-page;
        scrollbar-color: $unplayed; scrollbar-color-hover: $unplayed; scrollbar-color-active: $played;
        scrollbar-background: $panel-page; scrollbar-background-hover: $panel-page;
        scrollbar-background-active: $panel-page; scrollbar-corner-color: $panel-page;
    }
    """
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("home", "move_to_end(1)", show=False),
        Binding("end", "move_to_end(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self, entries: Sequence[Entry], *, margin: int = 1, takes_keys: bool = True) -> None:
        super().__init__()
        self.can_focus = takes_keys
        self._margin = margin
        self._under_mouse: int | None = None
        self._typed = ""
        self._rows: list[ChoiceRow] = []
        self._width = 0
        self.entries = entries
        self.highlighted = self._first_from(range(len(entries)))

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries, the first of them highlighted."""
        self.entries, self._under_mouse, self._width = entries, None, 0
        self.highlighted = self._first_from(range(len(entries)))
        self._lay_out(self.scrollable_content_region.width)
        self.scroll_home(animate=False, immediate=True)
        self.refresh(layout=True)
        self.call_after_refresh(self.point)

    # Layout

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._rows = self._rows_in(width)
            self.virtual_size = Size(width, len(self._rows))

    def _rows_in(self, width: int) -> list[ChoiceRow]:
        return [
            ChoiceRow(index, line)
            for index, entry in enumerate(self.entries)
            for line in lines_of(entry.text, width - 2 * self._margin)
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many rows it takes, where the style sheet leaves that to it."""
        return len(self._rows_in(width))

    def on_resize(self) -> None:
        """Wrap the entries to the new width, and keep the highlighted one in view."""
        self._lay_out(self.scrollable_content_region.width)
        self._show_highlighted()

    # Moving

    def _first_from(self, indices: Iterable[int]) -> int | None:
        return next((index for index in indices if self.entries[index].id is not None), None)

    def highlight(self, index: int | None) -> None:
        """Highlight an entry, and show it; nothing changes without one."""
        if index is not None and index != self.highlighted:
            self.highlighted = index
            self._show_highlighted()
            self.refresh()

    def _show_highlighted(self) -> None:
        rows = [y for y, row in enumerate(self._rows) if row.entry == self.highlighted]
        if rows:
            self.scroll_to_region(
                Region(0, rows[0], self._width, len(rows)), force=True, animate=False, immediate=True
            )
            self.call_after_refresh(self.point)

    def point(self) -> None:
        """Put the terminal's cursor on the highlighted entry."""
        y = next((y for y, row in enumerate(self._rows) if row.entry == self.highlighted), None)
        if y is not None:
            # Before the words: a cursor that is a block may hide the letter that it stands on.
            point_into(self, max(0, self._margin - 1), max(0, y - self.scroll_offset.y))

    def action_move(self, step: int) -> None:
        """Highlight the next entry, or with -1 the one before; after the last comes the first."""
        count, at = len(self.entries), self.highlighted or 0
        self.highlight(self._first_from((at + step * n) % count for n in range(1, count + 1)))

    def on_key(self, event: events.Key) -> None:
        """Highlight the entry whose number is typed: 1, and then 12."""
        if not event.key.isdecimal():
            self._typed = ""
            return
        event.stop()
        event.prevent_default()
        for typed in (self._typed + event.key, event.key):
            index = self._first_from(
                n for n, each in enumerate(self.entries) if each.text.startswith(f"{typed}.")
            )
            if index is not None:
                self._typed = typed
                self.highlight(index)
                return

    def action_move_page(self, step: int) -> None:
        """Highlight the entry a window further down, or with -1 up."""
        rows, height = self._rows, self.scrollable_content_region.height
        y = next((y for y, row in enumerate(rows) if row.entry == self.highlighted), 0)
        at = rows[min(max(0, y + step * height), len(rows) - 1)].entry if rows else 0
        beyond = range(at, len(self.entries)) if step > 0 else range(at, -1, -1)
        self.highlight(self._first_from(beyond))

    def action_move_to_end(self, step: int) -> None:
        """Highlight the first entry, or with -1 the last."""
        self.highlight(self._first_from(range(len(self.entries))[::step]))

    def action_choose(self) -> None:
        """Choose the highlighted entry."""
        if self.highlighted is not None and (chosen := self.entries[self.highlighted].id) is not None:
            self.post_message(self.Chosen(chosen))

    # The mouse

    def _at(self, y: int) -> int | None:
        """Return the entry at a row of the widget that can be chosen."""
        y += self.scroll_offset.y
        index = self._rows[y].entry if 0 <= y < len(self._rows) else None
        return index if index is not None and self.entries[index].id is not None else None

    def on_click(self, event: events.Click) -> None:
        """Choose the entry that was clicked."""
        if (index := self._at(event.y)) is not None:
            self.highlight(index)
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the entry under the mouse."""
        self._mark(self._at(event.y))

    def on_leave(self) -> None:
        """Mark none."""
        self._mark(None)

    def _mark(self, index: int | None) -> None:
        if index != self._under_mouse:
            self._under_mouse = index
            self.refresh()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        theme, width = self.app.theme, self._width
        y += self.scroll_offset.y
        if y >= len(self._rows):
            return Strip.blank(width, paint(theme, "panel"))
        row = self._rows[y]
        base = paint(theme, self._paint_of(row.entry))
        left = Segment(" " * (self._margin + row.line.indent), base)
        return Strip([left, *self._text(row, base)]).adjust_cell_length(width, base)

    def _paint_of(self, index: int) -> str:
        if self.entries[index].id is None:
            return "panel-heading"
        if index == self.highlighted:
            return "word"
        return "panel-hover" if index == self._under_mouse else "panel"

    def _text(self, row: ChoiceRow, base: Style) -> Iterator[Segment]:
        """Give the words of a row, parted where they begin or end to look otherwise."""
        entry, line = self.entries[row.entry], row.line
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
