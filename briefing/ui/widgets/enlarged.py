"""What is said, typed or highlighted, once more in large print, where the text is in large print.

Rules:
1. The small words stay, for the terminal's cursor, braille and copying: this stands beside them, and only
   where the text size asks for it. Where it covers the status it begins with them.
2. It is in the finest letters that are drawn, or in bold ones where the window has room for them, and takes
   half of the window's rows at most. What has more words comes page by page, each for as long as it
   takes to read.
3. Over the text it stands at the foot of it, or at the top where the place is there; the next key takes it
   away, and so does time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
_MARGIN: Final = 1
"""Cells to the left and to the right."""
_LOOK_UP_S: Final = 2.0
_WORD_S: Final = 0.4
"""How long it takes to look there, and to read a word of large print."""


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
    return face if has_room(face, _LEAST) and share_drawn(face, text) >= ENOUGH else None


def pages_of(text: str, face: Typeface, columns: int, most_rows: int) -> list[list[str]]:
    """Return a text in lines of so many columns, as many a page as there are rows for, and at least one."""
    from briefing.ui.glyphs.setting import units

    found = wrap(text, 0, len(text), max(1, columns // face.columns), measure=lambda part: units(part, face))
    lines = [text[line.start : line.stop] + "-" * line.hyphen for line in found]
    a_page = max(1, most_rows // face.rows)
    return [lines[at : at + a_page] for at in range(0, len(lines), a_page)]


class Enlarged(Widget):
    """Words in large print; nothing is to be seen of it without any."""

    def __init__(self, *, is_over: bool = False) -> None:
        super().__init__(classes="-over" if is_over else "")
        self._face: Typeface | None = None
        self._pages: list[list[str]] = []
        self._small = ""
        self._next: Timer | None = None
        self.display = False

    def show(self, text: str, face: Typeface | None, *, from_end: bool = False) -> None:
        """Show a text until another comes; `from_end`: of a longer one the last page, else the first."""
        self._stop()
        pages = [] if face is None or not text.strip() else self._cut(text, face)
        self._face, self._pages = face, pages[-1:] if from_end else pages[:1]
        self._fit()

    def tell(self, text: str, face: Typeface | None) -> None:
        """Show a text page by page below its small words, and then nothing."""
        self._stop()
        self._small = text
        self._face, self._pages = face, [] if face is None or not text.strip() else self._cut(text, face)
        self._fit()
        self._await_next()

    def clear(self) -> None:
        """Show nothing."""
        if self.display:
            self._stop()
            self._pages = []
            self._fit()

    def _cut(self, text: str, face: Typeface) -> list[list[str]]:
        window = self.app.size
        rows = window.height // 2 - bool(self._small)
        return pages_of(" ".join(text.split()), face, window.width - 2 * _MARGIN, rows)

    def _await_next(self) -> None:
        if self._pages:
            words = sum(len(line.split()) for line in self._pages[0])
            self._next = self.set_timer(_LOOK_UP_S + words * _WORD_S, self._turn)

    def _turn(self) -> None:
        """Show the next page; after the last, nothing."""
        self._pages = self._pages[1:]
        self._fit()
        self._await_next()

    def _stop(self) -> None:
        if self._next:
            self._next.stop()
            self._next = None

    @property
    def rows(self) -> int:
        """How many rows it takes, the small words' included."""
        drawn = len(self._pages[0]) * self._face.rows if self._pages and self._face else 0
        return drawn + bool(self._small) if drawn else 0

    def _fit(self) -> None:
        rows = self.rows
        self.display = rows > 0
        if rows:
            self.styles.height = rows
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return a row."""
        style, width = paint(self.app.theme, "panel-strong"), self.size.width
        if not self._pages or self._face is None:
            return Strip.blank(width, style)
        from briefing.ui.glyphs.setting import rows_of

        index, part = divmod(y - bool(self._small), self._face.rows)
        lines = self._pages[0]
        row = self._small if index < 0 else ""
        if 0 <= index < len(lines):
            row = rows_of(lines[index], self._face)[part]
        return Strip([Segment(" " * _MARGIN + row, style)]).adjust_cell_length(width, style)
