"""Banner, transport, text size, and the keys that matter: the lines that need the session alone."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.message import Message
from textual.widget import Widget

from briefing import announce
from briefing.commands.table import BY_ID, ESSENTIAL
from briefing.model import BlockKind, VoiceKind
from briefing.safe import safe_line
from briefing.sizes import TextSize
from briefing.ui.widgets.session_line import SessionLine

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

_SIZES: Final = tuple(TextSize)
_AROUND: Final = 2
"""Cells of brackets or spaces around the name of a size."""
_GAP: Final = "   "
_NO_VOICE: Final = "No voice"
_NARROW_HINT: Final = 60
_BRIEFLY: Final = {
    "play": "play",
    "sentence-forward": "next",
    "size-up": "larger",
    "help": "help",
    "quit": "quit",
}
"""The essential commands in a word each, for windows with fewer columns than that."""


class Banner(SessionLine):
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


class TransportLine(SessionLine):
    """State, voice, clock, speed, volume: as much as fits, the most needed first."""

    def __init__(self, session: Session, *, is_clock: bool = False) -> None:
        super().__init__(session, id="clock" if is_clock else "sound")
        self._is_clock = is_clock
        self.is_split = False
        self._painted: tuple[str, ...] = ()

    def step(self) -> None:
        """Repaint if the words are others than before."""
        if self._words() != self._painted:
            self.refresh()

    def _words(self) -> tuple[str, str, str, str, str, str]:
        """Return state, item, time, speed, voice and volume; where there is no room, some are left out."""
        session = self.session
        levels = session.reader.levels
        return (
            announce.state_word(session.state, session.voice),
            self._item(),
            self._time(),
            f"Speed {announce.number(session.speed)}",
            self._voice(),
            "Muted" if levels.is_muted else f"Volume {levels.volume} %",
        )

    def _item(self) -> str:
        """Return which item is open, where there are several: "Item 2 of 7"."""
        queue = self.session.queue
        return f"Item {queue.at + 1} of {len(queue.entries)}" if queue.has_several else ""

    def _time(self) -> str:
        session = self.session
        if session.look.is_quiet or not session.duration_s or (self.is_split and not self._is_clock):
            return ""
        return f"{announce.clock(session.position_s)} of {announce.clock(session.duration_s)}"

    def _voice(self) -> str:
        session = self.session
        if session.voice is VoiceKind.NONE:
            return _NO_VOICE
        words = safe_line(session.playback.voices.description) or session.voice.value
        return words[:1].upper() + words[1:]

    def render(self) -> Text:
        """Return the line."""
        self._painted = self._words()
        word, item, time, speed, voice, volume = self._painted
        state, place, named = (word, "panel-strong"), (item, "panel-strong"), self.session.voice
        briefly = (item.removeprefix("Item "), "panel-strong")
        short = _NO_VOICE if named is VoiceKind.NONE else named.value.capitalize()
        if self._is_clock:
            choices = [
                [state, place, (time, ""), (speed, "panel-aside")],
                [state, place, (time, "")],
                [state, briefly, (time, "")],
                [state, (time, "")],
            ]
        elif self.is_split:
            choices = [
                [(voice, ""), (volume, "panel-aside")],
                [(short, ""), (volume, "panel-aside")],
                [(short, "")],
            ]
        else:
            rest = [(speed, "panel-aside"), (volume, "panel-aside")]
            choices = [
                [state, place, (voice, ""), (time, ""), *rest],
                [state, place, (short, ""), (time, ""), *rest],
                [state, place, (time, ""), (speed, "panel-aside")],
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
        return line


class SizeControl(SessionLine, can_focus=True):
    """The sizes by name, the chosen one in brackets. Left and right choose while it is focused."""

    class Chosen(Message):
        """A size was picked."""

        def __init__(self, size: TextSize) -> None:
            super().__init__()
            self.size = size

    is_labelled = True
    """Whether it says what it is of."""

    @property
    def told(self) -> str:
        """Its name and value, in words."""
        return announce.size(self.session.size)

    def _label(self) -> str:
        return "Text " if self.is_labelled else ""

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's
        """Return how many cells all sizes take."""
        return len(self._label()) + sum(len(size) + _AROUND for size in _SIZES)

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
        x = event.x - (self.content_region.x - self.region.x) - len(self._label())
        ends = accumulate(len(size) + _AROUND for size in _SIZES)
        chosen = next((size for size, end in zip(_SIZES, ends, strict=True) if 0 <= x < end), None)
        if chosen is not None:
            self.post_message(self.Chosen(chosen))

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


class Hint(SessionLine):
    """The five keys that matter, as far as the user has them."""

    def __init__(self, session: Session, names: KeyNames) -> None:
        super().__init__(session)
        self._names = names

    @property
    def _keys(self) -> dict[str, str]:
        named = {command_id: self._names.first(command_id) for command_id in ESSENTIAL}
        return {command_id: key for command_id, key in named.items() if key}

    def render(self) -> Text:
        """Return key and title of each, broken between them; in a narrow window the title's main word."""
        width = self.content_region.width
        is_narrow = width < _NARROW_HINT
        lines = [Text()]
        for name, key in self._keys.items():
            title = _BRIEFLY[name] if is_narrow else BY_ID[name].title.lower()
            words = self.styled((key, "panel-strong"), (f" {title}", ""))
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
