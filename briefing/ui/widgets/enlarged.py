"""What is said, typed or highlighted, once more in large print, where the text is in large print.

Rules:
1. The small words stay, for the terminal's cursor, braille and copying: this stands beside them, and only
   where the text size asks for it. Where it covers the status it begins with them.
2. It is in the finest letters that are drawn, or in bold ones where the window has room for them, and takes
   a third of the window's rows at most, but always a line. What has more words comes page by page, each for
   as long as it takes to read.
3. Over the text it stands at the foot of it, or at the top where the place is there; the next key takes it
   away, and so does time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.sizes import DRAWN, Letters
from briefing.ui.themes import paint
from briefing.ui.widgets.fitting import ENOUGH
from briefing.ui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.timer import Timer

    from briefing.sizes import TextSize
    from briefing.ui.glyphs.drawing import Drawing
    from briefing.ui.glyphs.faces import Typeface

_ROOMY: Final = (24, 8)
"""Characters and lines of a window in which bold letters are not too large for this."""
_LEAST: Final = (12, 3)
"""Windows with fewer characters or lines show small words only."""
_OF_THE_HEIGHT: Final = 3
"""It takes one part in so many of the window's height."""
_MARGIN: Final = 1
"""Cells to the left and to the right."""
_LOOK_UP_S: Final = 2.0
_WORD_S: Final = 0.4
"""How long it takes to look there, and to read a word of large print."""


@runtime_checkable
class HasHeading(Protocol):
    """A dialog that says what it is."""

    @property
    def heading(self) -> str:
        """What it lists, and what to do."""


def face_beside(size: TextSize, window: Size, drawing: Drawing, text: str) -> Typeface | None:
    """Return the face for what stands beside a text; None where it stays in the terminal's letters.

    Args:
        size: the text's size.
        window: columns and rows.
        drawing: what fine letters are drawn with.
        text: what is to be shown.
    """
    if not size.is_drawn:
        return None
    from briefing.ui.glyphs.faces import face_for, share_drawn

    def has_room(face: Typeface, room: tuple[int, int]) -> bool:
        return window.width // face.columns >= room[0] and window.height // face.rows >= room[1]

    fine, largest = face_for(DRAWN[0], drawing, text), face_for(DRAWN[-1], drawing, text)
    face = largest if size.letters is Letters.BOLD and has_room(largest, _ROOMY) else fine
    return face if has_room(face, _LEAST) and share_drawn(text) >= ENOUGH else None


def pages_of(text: str, face: Typeface, columns: int, most_rows: int) -> list[list[str]]:
    """Return a text in lines of so many columns, as many a page as there are rows for, and at least one."""
    from briefing.ui.glyphs.setting import cells, height

    pages: list[list[str]] = []
    rows = most_rows
    for found in wrap(text, 0, len(text), max(1, columns), measure=lambda part: cells(part, face)):
        line = text[found.start : found.stop] + "-" * found.hyphen
        rows += height(line, face)
        if rows > most_rows:
            pages.append([])
            rows = height(line, face)
        pages[-1].append(line)
    return pages


def _joined(told: str, text: str) -> str:
    """Return a text behind what was told; what that ends with, and it begins with, stands there once."""
    starts = (at for at in range(len(told)) if (not at or told[at - 1] == " ") and text.startswith(told[at:]))
    at = next(starts, None)
    return f"{told} {text}" if at is None else told[:at] + text


class Enlarged(Widget):
    """Words in large print; nothing is to be seen of it without any."""

    def __init__(self, *, is_over: bool = False) -> None:
        super().__init__(classes="-over" if is_over else "")
        self._face: Typeface | None = None
        self._pages: list[list[str]] = []
        self._told = ""
        """All that it shows, page by page."""
        self._turned = 0
        """How many pages of that have been seen."""
        self._small = ""
        self._drawn_rows = 0
        self._covers = (0, 0)
        self._next: Timer | None = None
        self.display = False

    def show(self, text: str, face: Typeface | None, *, from_end: bool = False) -> None:
        """Show a text until another comes; `from_end`: of a longer one the last page, else the first."""
        self._stop()
        pages = [] if face is None or not text.strip() else self._cut(text, face)
        self._begin(face, pages[-1:] if from_end else pages[:1])

    def tell(self, text: str, face: Typeface | None, *, is_seen: bool = False, after_s: float = 0.0) -> None:
        """Show a text page by page, and then nothing.

        Args:
            text: the words.
            face: what they are drawn in; None shows nothing.
            is_seen: whether the same words stand elsewhere on the screen in the terminal's letters.
            after_s: how long to wait with it, in seconds, showing nothing.
        """
        self._stop()
        self._told, self._turned = text, 0
        self._small = "" if is_seen else text
        pages = [] if face is None or not text.strip() else self._cut(text, face)
        self._begin(face, [[], *pages] if after_s and pages else pages)
        if after_s and pages:
            self._next = self.set_timer(after_s, self._turn)
        else:
            self._await_next()

    def tell_on(self, text: str, face: Typeface | None) -> None:
        """Show a text behind what is shown, which goes on at its page; alone if nothing is."""
        if not self.display:
            self.tell(text, face)
            return
        turned = self._turned
        self.tell(_joined(self._told, text), face)
        self._small = text
        if 0 < turned < len(self._pages):
            self._stop()
            self._turned = turned
            self._begin(face, self._pages[turned:])
            self._await_next()

    def clear(self) -> None:
        """Show nothing."""
        if self.display:
            self._stop()
            self._pages = []
            self._fit()

    def _begin(self, face: Typeface | None, pages: list[list[str]]) -> None:
        self._face, self._pages, self._covers = face, pages, (0, 0)
        self._drawn_rows = max((len(self._drawn(page)) for page in pages), default=0)
        self._fit()

    def _cut(self, text: str, face: Typeface) -> list[list[str]]:
        window = self.app.size
        rows = window.height // _OF_THE_HEIGHT - bool(self._small)
        return pages_of(" ".join(text.split()), face, window.width - 2 * _MARGIN, rows)

    def _await_next(self) -> None:
        if self._pages:
            words = sum(len(line.split()) for line in self._pages[0])
            self._next = self.set_timer(_LOOK_UP_S + words * _WORD_S, self._turn)

    def _turn(self) -> None:
        """Show the next page; after the last, nothing."""
        self._stop()  # else a page that is turned before its time would have the one after it turned early
        self._pages = self._pages[1:]
        self._turned += 1
        self._fit()
        self._await_next()

    def _stop(self) -> None:
        if self._next:
            self._next.stop()
            self._next = None

    @property
    def rows(self) -> int:
        """How many rows its words take, the small ones' included: as many as the longest page has."""
        return self._drawn_rows + bool(self._small) if self._drawn_rows else 0

    def cover(self, above: int, below: int) -> None:
        """Cover so many rows more, where half a line of large print would be left in view."""
        self._covers = (above, below)
        if self.display:
            self.styles.height = self.rows + above + below
            self.refresh()

    def _drawn(self, page: list[str]) -> list[str]:
        """Return the rows of large print of a page."""
        if self._face is None:
            return []
        from briefing.ui.glyphs.setting import rows_of

        return [row for line in page for row in rows_of(line, self._face)]

    def _fit(self) -> None:
        self.display = bool(self._pages and self._pages[0])
        if self.display:
            self.styles.height = self.rows + sum(self._covers)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        above, width = self._covers[0], self.size.width
        if not above <= y < above + self.rows:  # empty, as the text is between lines
            return Strip.blank(width, paint(self.app.theme, "text"))
        style = paint(self.app.theme, "panel-strong")
        rows = [
            *([self._small] if self._small else []),
            *(self._drawn(self._pages[0]) if self._pages else []),
        ]
        row = rows[y - above] if y - above < len(rows) else ""
        return Strip([Segment(" " * _MARGIN + row, style)]).adjust_cell_length(width, style)
