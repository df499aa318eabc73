"""The lines around the transcript: banner, status, scrubber, transport, text size, keys that matter.

Each is a line of words made from the session when it is painted. What is on, chosen or
focused is shown by words, brackets, reverse or bold; colour only repeats it.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.message import Message
from textual.widget import Widget

from briefing import announce
from briefing.commands import BY_ID, ESSENTIAL
from briefing.model import BlockKind, VoiceKind
from briefing.safe import safe_line
from briefing.sizes import TextSize
from briefing.ui.themes import paint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from briefing.model import Announced
    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

_SIZES: Final = tuple(TextSize)
_PLAYED, _UNPLAYED, _MARK, _CHAPTER, _HERE = "━", "─", "┃", "╋", "█"
_GAP: Final = "   "
_NO_VOICE: Final = "No voice"
_NARROW_HINT: Final = 60
READ_S: Final = 2.0
"""Within this nobody has looked up and read a line."""
_BRIEFLY: Final = {
    "play": "play",
    "sentence-forward": "next",
    "size-up": "larger",
    "help": "help",
    "quit": "quit",
}
"""The essential commands in a word each, for windows with fewer columns than that."""


class Line(Widget):
    """A line of words about the session."""

    def __init__(self, session: Session, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes="part line")
        self.session = session

    def styled(self, *parts: tuple[str, str]) -> Text:
        """Return a text of (words, paint) parts; an empty paint is plain."""
        line = Text(no_wrap=True, end="")
        for words, name in parts:
            line.append(words, paint(self.app.theme, name) if name else None)
        return line


class Banner(Line):
    """The kicker in words, and the title once the headline has left the window."""

    has_title = False
    left = 2

    def fit(self, left: int, *, has_title: bool) -> None:
        """Begin in a column, above the text; show the title beside the kicker, or not."""
        if (left, has_title) != (self.left, self.has_title):
            self.left, self.has_title = left, has_title
            self.refresh()

    def render(self) -> Text:
        """Return the line."""
        document = self.session.document
        kicker = safe_line(document.first(BlockKind.KICKER) or "").upper()
        parts = [(f" {kicker} ", "kicker")] if kicker else []
        if self.has_title or not kicker:
            parts.append((f" {safe_line(document.title)}", "title"))
        line = Text(" " * self.left, no_wrap=True, end="", overflow="ellipsis") + self.styled(*parts)
        line.truncate(max(0, self.size.width - 1), overflow="ellipsis")
        return line


class Status(Line):
    """What was announced last, in words, and what holds on: a size that cannot be shown.

    An answer to a key stands alone, until something happens. What happens comes when it comes, two
    in a moment too: all stand for as long as it takes to look there (`READ_S`), beside the next.
    """

    note = ""
    rows = 1
    """As the style sheet has it."""

    def __init__(self, session: Session, names: KeyNames) -> None:
        super().__init__(session)
        self._names = names
        self._told: list[tuple[float, str]] = []

    @property
    def words(self) -> str:
        """All that it says, with the user's keys where it names commands."""
        said = self._names.put_into(" ".join(text for _, text in self._told) or self.session.outbox.status)
        return said if not self.note or self.note in said else f"{said} {self.note}".strip()

    def hear(self, announced: Announced, *, is_answer: bool) -> None:
        """Take an announcement; `is_answer`: somebody has just asked for it."""
        now_s = self.session.clock()
        told = [] if is_answer else [(at_s, text) for at_s, text in self._told if now_s - at_s < READ_S]
        stays = is_answer or announced.urgent or bool(told)
        self._told = [*told, (now_s, announced.text)] if stays else []

    def forget(self) -> None:
        """Let nothing stand longer than the next announcement: what it was about is over."""
        self._told = []

    def render(self) -> Text:
        """Return the words, wrapped."""
        return Text(self.words, end="")

    def fit(self, width: int, most_rows: int) -> None:
        """Repaint in as many rows as the words take in `width` columns, 1 to `most_rows`."""
        while len(self._told) > 1 and len(self.words) > most_rows * width:
            del self._told[0]
        rows = max(1, min(most_rows, -(-len(self.words) // max(1, width))))
        if rows != self.rows:  # else the whole screen would be laid out for nothing
            self.rows = rows
            self.styles.height = rows
        self.refresh()


class Scrubber(Line, can_focus=True):
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
        """Return the bar; in brackets while focused."""
        width = self._bar_width()
        here = self._here(width)
        self._shown = (here, self.session.timing.progress)
        if self._marks is None:
            self._marks, self._chapters = self.session.reader.marks, self.session.reader.chapters.marks
        signs = dict.fromkeys(_cells(self._marks, width), _MARK)
        signs |= dict.fromkeys(_cells(self._chapters, width), _CHAPTER)
        opening, closing = ("[", "]") if self.has_focus else (" ", " ")
        cells = [self._cell(x, here, signs) for x in range(width)]
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


class Transport(Line):
    """State, voice, clock, speed, volume: as much as fits, the most needed first."""

    def __init__(self, session: Session, *, is_quiet: bool, is_clock: bool = False) -> None:
        super().__init__(session, id="clock" if is_clock else "sound")
        self._is_quiet = is_quiet
        self._is_clock = is_clock
        self.is_split = False
        self._painted = ""

    def step(self) -> None:
        """Repaint if the words are others than before."""
        painted = self._painted  # `render` sets it anew
        if self.render().plain != painted:
            self.refresh()

    def _time(self) -> str:
        session = self.session
        if self._is_quiet or not session.duration_s:
            return ""
        return f"{announce.clock(session.position_s)} of {announce.clock(session.duration_s)}"

    def _voice(self) -> str:
        session = self.session
        if session.voice is VoiceKind.NONE:
            return _NO_VOICE
        words = safe_line(session.playback.description) or session.voice.value
        return words[:1].upper() + words[1:]

    def render(self) -> Text:
        """Return the line."""
        session = self.session
        state = (announce.state_word(session.state, session.voice), "panel-strong")
        volume = "Muted" if session.reader.levels.is_muted else f"Volume {session.reader.levels.volume} %"
        speed = f"Speed {announce.number(session.speed)}"
        time, voice = self._time(), self._voice()
        if self._is_clock:
            choices = [[state, (time, ""), (speed, "panel-aside")], [state, (time, "")]]
        elif self.is_split:
            choices = [
                [(voice, ""), (volume, "panel-aside")],
                [(session.voice.value.capitalize(), ""), (volume, "panel-aside")],
                [(session.voice.value.capitalize(), "")],
            ]
        else:
            rest = [(speed, "panel-aside"), (volume, "panel-aside")]
            short = session.voice.value.capitalize() if session.voice is not VoiceKind.NONE else _NO_VOICE
            choices = [
                [state, (voice, ""), (time, ""), *rest],
                [state, (short, ""), (time, ""), *rest],
                [state, (time, ""), (speed, "panel-aside")],
            ]
        width = self.content_region.width
        line = Text()
        for fields in choices:
            parts = [part for part in fields if part[0]]
            spaced = [piece for part in parts for piece in (part, (_GAP, ""))][:-1]
            line = self.styled(*spaced)
            if line.cell_len <= width:
                break
        line.truncate(width)
        self._painted = line.plain
        return line


class SizeControl(Line, can_focus=True):
    """The sizes by name, the chosen one in brackets. Left and right choose while it is focused."""

    class Chosen(Message):
        """A size was picked."""

        def __init__(self, size: TextSize) -> None:
            super().__init__()
            self.size = size

    def _label(self) -> str:
        return "Text " if self.content_region.width >= 4 * len(_SIZES) + 5 else ""

    def render(self) -> Text:
        """Return the sizes."""
        parts = [(self._label(), "panel-aside")]
        for size in _SIZES:
            word = size.upper()
            if size is not self.session.size:
                parts.append((f" {word} ", "panel"))
            else:
                parts.append((f"[{word}]", "panel-focused" if self.has_focus else "panel-chosen"))
        return self.styled(*parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the size under the mouse."""
        event.stop()
        at = (event.x - (self.content_region.x - self.region.x) - len(self._label())) // 4
        if 0 <= at < len(_SIZES):
            self.post_message(self.Chosen(_SIZES[at]))

    def on_key(self, event: events.Key) -> None:
        """Choose the size to the left or right."""
        step = {"left": -1, "right": 1}.get(event.key)
        if step is not None:
            event.stop()
            at = min(max(_SIZES.index(self.session.size) + step, 0), len(_SIZES) - 1)
            self.post_message(self.Chosen(_SIZES[at]))


class Player(Widget):
    """What stands beside one another: transport and text size."""

    def __init__(self, *children: Widget) -> None:
        super().__init__(*children, classes="part")


class Hint(Line):
    """The five keys that matter, as far as the user has them."""

    def __init__(self, session: Session, names: KeyNames) -> None:
        super().__init__(session)
        named = {command_id: names.first(command_id) for command_id in ESSENTIAL}
        self._keys = {command_id: key for command_id, key in named.items() if key}

    def render(self) -> Text:
        """Return key and title of each, broken between them; in a narrow window the title's main word."""
        width = self.content_region.width
        is_narrow = width < _NARROW_HINT
        lines = [Text()]
        for name in self._keys:
            title = _BRIEFLY[name] if is_narrow else BY_ID[name].title.lower()
            words = self.styled((self._keys[name], "panel-strong"), (f" {title}", ""))
            gap = _GAP if lines[-1] else ""
            if lines[-1].cell_len + len(gap) + words.cell_len > width and gap:
                lines.append(words)
            else:
                lines[-1].append(gap).append_text(words)
        return Text("\n", end="").join(lines)


class TooSmall(Widget):
    """What stands where nothing else fits."""

    def render(self) -> Text:
        """Return the sentence."""
        return Text("The window is too small. Playing goes on.")
