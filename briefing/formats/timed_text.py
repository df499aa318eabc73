"""Timed texts as one shape: lines of words with their times, whatever the format.

Confidence: a word with a stamp of its own is certain; words that share a stamp or a
line are spread over it by their lengths, which is right by the sentence, not by the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

EXACT: Final = 1.0
SPREAD: Final = 0.4
"""How sure the time of a word is that shares a stamp with others."""
LAST_WORDS_S: Final = 5.0
"""How long the last words of a line without an end are taken to last."""


class Piece(NamedTuple):
    """A stretch of a line from one stamp to the next."""

    text: str
    start_s: float
    confidence: float = EXACT
    """How sure its stamp is, 0 to 1, where the format tells."""
    stop_s: float | None = None
    """Its own end; None: until the next piece starts."""
    is_timed: bool = True
    """Whether it is spoken at all, as far as is known."""
    is_guessed: bool = False
    """Whether its times are only what its neighbours leave."""

    @property
    def has_stamp(self) -> bool:
        """Whether its start is known, so that it may be written as a stamp."""
        return self.is_timed and not self.is_guessed


class TimedLine(NamedTuple):
    """A cue of a timed text: its pieces in order. `stop_s` None: until the next line starts."""

    pieces: tuple[Piece, ...]
    stop_s: float | None = None
    is_stamped: bool = False
    """Whether stamps stand within the line, so that each piece has a time of its own."""
    speaker: str = ""
    starts_paragraph: bool = False
    is_estimated: bool = False
    """Whether its start and end are guessed themselves."""

    @property
    def start_s(self) -> float:
        """When the line starts, seconds."""
        return self.pieces[0].start_s

    @property
    def text(self) -> str:
        """The line's words; a line feed where the format breaks it."""
        return "".join(piece.text for piece in self.pieces).strip()


class TimedWord(NamedTuple):
    """A word, or a few, of a timed text. `stop_s` None: until the next one starts."""

    text: str
    start_s: float
    stop_s: float | None
    confidence: float


class TimedFile(NamedTuple):
    """What a file of a timed format holds."""

    lines: Iterable[TimedLine]
    title: str = ""
    language: str | None = None
    preface: tuple[str, ...] = ()
    """Paragraphs that stand before the first time."""


class TokenTime(NamedTuple):
    """When a token of a text is spoken, in seconds; both None where it is not."""

    word: str
    start_s: float | None
    end_s: float | None
    confidence: float


class Captions(NamedTuple):
    """What a timed format is to hold: lines sorted by their starts, each with an end."""

    lines: tuple[TimedLine, ...]
    title: str = ""
    language: str | None = None
    length_s: float = 0.0
    stamps_first: bool = False
    """Whether the first word of a line is stamped, too, so that its cue begins a millisecond before."""
    tokens: Iterable[TokenTime] | None = None
    """All tokens of the text in its order, spoken or not, for formats that hold these; None: the lines'."""
    sound: str = ""
    """The recording, as a text beside it names it, or its address; empty where neither is known."""


def milliseconds(seconds: float) -> int:
    """Return a time rounded to the millisecond, which is what most formats hold."""
    return round(seconds * 1000)


def stop_of(line: TimedLine) -> float:
    """Return a line's end in seconds; its start where it has none."""
    return line.start_s if line.stop_s is None else max(line.start_s, line.stop_s)


def clock(ms: int, point: str = ".") -> str:
    """Return hours, minutes, seconds and milliseconds: "00:01:02.345"."""
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{ms:03}"


def one_line(text: str) -> str:
    """Return text with every run of white space as one blank."""
    return re.sub(r"\s+", " ", text)


def clock_s(stamp: str) -> float:
    """Return the seconds of "01:02:03.456", "02:03,456", "02:03" or "-1:00"."""
    seconds = 0.0
    compact = "".join(stamp.split()).replace(",", ".")
    for part in compact.lstrip("-+").split(":"):
        seconds = seconds * 60 + float(part)
    return 0.0 if compact.startswith("-") else seconds
