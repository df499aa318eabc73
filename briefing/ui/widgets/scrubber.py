"""The scrubber: where on the timeline the reading is, as a bar to look at and to click."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from textual.message import Message

from briefing import announce
from briefing.ui.widgets.session_line import SessionLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text
    from textual import events

    from briefing.session import Session

_PLAYED, _UNPLAYED, _MARK, _CHAPTER, _HERE = "━", "─", "┃", "╋", "█"


class Scrubber(SessionLine, can_focus=True):
    """Where on the timeline the reading is, with the starts of paragraphs and chapters."""

    class Sought(Message):
        """A point was clicked, from 0 to 1."""

        def __init__(self, fraction: float) -> None:
            super().__init__()
            self.fraction = fraction

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._marks: tuple[float, ...] | None = None
        self._chapters: tuple[float, ...] = ()
        self._shown: tuple[int, float | None] | None = None

    @property
    def told(self) -> str:
        """Its name and value, in words."""
        return f"Scrubber. {announce.time_of(self.session.position_s, self.session.duration_s)}."

    def forget_marks(self) -> None:
        """The timeline is another: ask for its marks again."""
        self._marks = None
        self.refresh()

    def step(self) -> None:
        """Repaint if the reading has reached another cell."""
        now = (self._here(self._bar_width()), self.session.timing.progress)
        if now != self._shown:
            self.refresh()

    def _note(self) -> str:
        progress = self.session.timing.progress
        return "" if progress is None else f"  Timing {progress * 100:.0f} %"

    def _bar_width(self) -> int:
        return max(1, self.content_region.width - 2 - len(self._note()))

    def _here(self, width: int) -> int:
        duration_s = self.session.duration_s
        share = self.session.position_s / duration_s if duration_s else 0.0
        return min(width - 1, max(0, int(share * width)))

    def render(self) -> Text:
        """Return the bar; in brackets while focused. On a quiet screen it is the same signs always.

        A reader says what is written: there the place is told by its paint, and in words.
        """
        width = self._bar_width()
        here = self._here(width)
        self._shown = (here, self.session.timing.progress)
        if self._marks is None:
            self._marks, self._chapters = self.session.reader.marks, self.session.reader.chapters.marks
        signs = dict.fromkeys(_cells(self._marks, width), _MARK)
        signs |= dict.fromkeys(_cells(self._chapters, width), _CHAPTER)
        is_quiet = self.session.look.is_quiet
        opening, closing = ("[", "]") if self.has_focus and not is_quiet else (" ", " ")
        cells = [self._cell(x, here, signs) for x in range(width)]
        if is_quiet:
            cells = [(_UNPLAYED, name) for _, name in cells]
        # Cells of one paint are one part: a bar of a hundred parts is ten times the work, each second.
        runs = groupby(cells, key=itemgetter(1))
        bar = [("".join(sign for sign, _ in run), name) for name, run in runs]
        return self.styled(
            (opening, "panel-strong"), *bar, (closing, "panel-strong"), (self._note(), "panel-strong")
        )

    def _cell(self, x: int, here: int, signs: Mapping[int, str]) -> tuple[str, str]:
        """Return sign and paint of a cell of the bar."""
        if x == here:
            return _HERE, "panel-strong"
        if x in signs:
            return signs[x], "mark"
        return (_PLAYED, "played") if x < here else (_UNPLAYED, "unplayed")

    def on_click(self, event: events.Click) -> None:
        """Go to the point that was clicked; a mark is the very start of its chapter or paragraph."""
        event.stop()
        width = self._bar_width()
        x = event.x - (self.content_region.x - self.region.x) - 1
        if 0 <= x < width:
            marks = (*self._chapters, *(self._marks or ()))
            near = [mark for mark in marks if min(width - 1, int(mark * width)) == x]
            self.post_message(self.Sought(near[0] if near else (x + 0.5) / width))


def _cells(marks: tuple[float, ...], width: int) -> set[int]:
    """Return the cells of marks in a bar; none where there would be one in each."""
    return {min(width - 1, int(mark * width)) for mark in marks} if len(marks) < width else set()
