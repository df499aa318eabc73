"""Entries to choose one from, each of a line or more: the list in help, bookmarks, palette and library.

Rules:
1. Rows are painted as those of the text are, and are laid out as far as they are looked at: ten thousand
   entries open at the cost of a screenful. The height of the others is estimated.
2. One entry is highlighted, with the terminal's cursor, whatever has the focus. Headings are passed over.
3. The digits of an entry's number highlight it, as they choose it in screen reader mode.
4. An entry keeps the lines that it has where they fit; longer ones are wrapped.
5. Where other entries take the place of those that are shown, the highlight keeps its row on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.ui.lists.walk import Walk
from briefing.ui.themes import paint
from briefing.ui.widgets.choice_painting import Bar, base_of, face_of, role_of, words_of
from briefing.ui.widgets.choice_rows import ChoiceRows
from briefing.ui.widgets.cursor import settle
from briefing.ui.widgets.told import FocusTold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from briefing.ui.lists.entries import Entry


class Choices(ScrollView, can_focus=True):
    """The list.

    Args:
        entries: What is in it.
        margin: Cells to the left of the words, and to the right.
        takes_keys: Whether it can have the focus, for the keys that move the highlight.
        at: Which entry is highlighted at first; None for the first that can be.
    """

    class Chosen(Message):
        """An entry was chosen."""

        def __init__(self, entry_id: str) -> None:
            super().__init__()
            self.entry_id = entry_id

    class Pointed(Message):
        """The terminal's cursor was put on an entry."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Digits(Message):
        """Digits were typed that are no entry's number: some begin so, or none, where none are told."""

        def __init__(self, typed: str) -> None:
            super().__init__()
            self.typed = typed

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
        Binding("home", "move_to_end(-1)", show=False),
        Binding("end", "move_to_end(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(
        self, entries: Sequence[Entry], *, margin: int = 1, takes_keys: bool = True, at: int | None = None
    ) -> None:
        super().__init__()
        self.can_focus = takes_keys
        self._margin = margin
        self._under_mouse: int | None = None
        self._rows = ChoiceRows(entries, 0)
        self._walk = Walk(entries, at)
        self._width = 0
        self._painted_from: int | None = None

    def on_mount(self) -> None:
        """Have a bar of our own."""
        self.vertical_scrollbar.renderer = Bar  # type: ignore[misc]  # Textual means it for all bars

    @property
    def entries(self) -> Sequence[Entry]:
        """What is in it."""
        return self._walk.entries

    @property
    def highlighted(self) -> int | None:
        """Which entry is highlighted; None where none can be."""
        return self._walk.at

    def show(self, entries: Sequence[Entry], *, is_told: bool = True) -> None:
        """Show other entries, the first of them highlighted, and tell that one."""
        self.scroll_home(animate=False, immediate=True)
        self._take(entries)
        self.refresh(layout=True)
        self.call_after_refresh(self.point)
        if is_told:
            self._tell()

    def replace(self, entries: Sequence[Entry], highlighted: int | None) -> None:
        """Show other entries, with one of them highlighted in the row where the highlight is now."""
        row = self._top - self.scroll_offset.y
        self._take(entries, highlighted)
        self.scroll_to(y=self._top - row, animate=False, immediate=True, force=True)
        self._show_highlighted()
        self.refresh()

    def _take(self, entries: Sequence[Entry], highlighted: int | None = None) -> None:
        self._walk, self._under_mouse = Walk(entries, highlighted), None
        self._lay_out()

    # Layout

    def _lay_out(self) -> None:
        """Lay out what is in view in the cells that there are, and the highlighted entry."""
        self._width = self.scrollable_content_region.width
        self._painted_from = None
        self._rows = ChoiceRows(self.entries, self._width - 2 * self._margin, face_of(self.entries, self.app))
        self._measure()

    def _measure(self) -> None:
        """Lay out what is in view and the highlighted entry, and tell how many rows there are."""
        bottom = self.scroll_offset.y + self.scrollable_content_region.height
        self._rows.at(max(bottom, self._top + self.scrollable_content_region.height))
        self.virtual_size = Size(self._width, self._rows.height)

    @property
    def _top(self) -> int:
        """The first row of the highlighted entry."""
        return 0 if self.highlighted is None else self._rows.of(self.highlighted).start

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many rows it takes, where the style sheet leaves that to it."""
        rows = ChoiceRows(self.entries, width - 2 * self._margin, face_of(self.entries, self.app))
        return rows.of(len(self.entries) - 1).stop if self.entries else 0

    def on_resize(self) -> None:
        """Wrap the entries to the new width, and keep the highlighted one in view."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
        self._measure()
        self._show_highlighted()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view."""
        super().watch_scroll_y(old_value, new_value)
        self._measure()

    # Moving

    def highlight(self, index: int | None) -> None:
        """Highlight an entry, and show it; nothing changes without one."""
        if index is not None and index != self.highlighted:
            self._walk.at = index
            self._show_highlighted()
            self.refresh()
            self._tell()

    @property
    def told(self) -> str:
        """The words where the terminal's cursor is: of the highlighted entry, else of the first."""
        return self.entries[self.highlighted or 0].text if self.entries else ""

    def _tell(self) -> None:
        if self.told:
            self.app.post_message(FocusTold(self.told))

    def _show_highlighted(self) -> None:
        if self.highlighted is not None:
            rows = self._rows.of(self.highlighted)
            self._measure()
            self.scroll_to_region(
                Region(0, rows.start, self._width, len(rows)), force=True, animate=False, immediate=True
            )
            settle(self.app)
            self.call_after_refresh(self.point)

    def point(self) -> None:
        """Have the terminal's cursor on the highlighted entry, and tell that it is there."""
        settle(self.app)
        if self.told:
            # Made by ourselves: after a repaint the screen would be the sender, to which none is handed on.
            self.call_later(self._tell_pointed)

    @property
    def stands_still(self) -> bool:
        """Whether the entries in view were painted where they stand now."""
        return self._painted_from == self.scroll_offset.y

    def cursor_cell(self) -> Offset | None:
        """Return the cell of the screen of the highlighted entry; where there is none, of the first."""
        region = self.content_region
        if not region or not self._width:
            return None
        # Before the words: a cursor that is a block may hide the letter that it stands on.
        at = Offset(max(0, self._margin - 1), self._top - self.scroll_offset.y)
        return region.offset + Offset(at.x, min(max(0, at.y), region.height - 1))

    def _tell_pointed(self) -> None:
        self.post_message(self.Pointed(self.told))

    def action_move(self, step: int) -> None:
        """Highlight the next entry, or with -1 the one before; after the last comes the first."""
        found = self._walk.from_here(step)
        self.highlight(self._walk.at_end(-step) if found is None else found)

    def on_key(self, event: events.Key) -> None:
        """Highlight the entry whose number is typed: 1, and then 12."""
        if not (event.key.isascii() and event.key.isdecimal()):
            self._walk.forget_digits()
            return
        event.stop()
        event.prevent_default()
        index = self._walk.type(event.key)
        self.highlight(index)
        if index is None:
            self.post_message(self.Digits(self._walk.typed))

    def highlight_letter(self, letter: str) -> bool:
        """Highlight the next entry that begins with a letter; return whether there is one."""
        self.highlight(index := self._walk.begins_with(letter))
        return index is not None

    def action_move_page(self, step: int) -> None:
        """Highlight the entry a window further down, or with -1 up."""
        y = max(0, self._top + step * self.scrollable_content_region.height)
        row = self._rows.at(y) or self._rows.last
        # A heading may be all that stands there, at the very top or foot.
        self.highlight(self._walk.nearest(row.entry if row else 0, step))

    def action_move_to_end(self, step: int) -> None:
        """Highlight the last entry, or with -1 the first."""
        self.highlight(self._walk.at_end(step))

    def action_choose(self) -> None:
        """Choose the highlighted entry."""
        if self.highlighted is not None and (chosen := self.entries[self.highlighted].id) is not None:
            self.post_message(self.Chosen(chosen))

    # The mouse

    def _at(self, y: int) -> int | None:
        """Return the entry at a row of the widget that can be chosen."""
        row = self._rows.at(y + self.scroll_offset.y)
        return None if row is None or self.entries[row.entry].id is None else row.entry

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
        theme, width, self._painted_from = self.app.theme, self._width, self.scroll_offset.y
        row = self._rows.at(y + self.scroll_offset.y)
        if row is None or row.is_of_a_cut_line(y, self.scrollable_content_region.height):
            return Strip.blank(width, paint(theme, "panel"))
        entry, index = self.entries[row.entry], row.entry
        is_here, is_under_mouse = index == self.highlighted, index == self._under_mouse
        base = base_of(row, paint(theme, role_of(entry, is_here=is_here, is_under_mouse=is_under_mouse)))
        left = Segment(" " * (self._margin + row.line.indent), base)
        return Strip([left, *words_of(entry, row, self._rows.face, base)]).adjust_cell_length(width, base)
