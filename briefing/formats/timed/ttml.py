"""TTML, DFXP and its kin: timed paragraphs in XML, times inherited from what holds them.

After "Timed Text Markup Language 1" (W3C), sections 10 and 12: a `begin` counts from the parent's, in a
sequence from the end of what stands before, `dur` from the element's own, and clock values are
"00:01:02.5", "00:01:02:12" (frames), "72.5s", "30t". Apple's lyrics, which have "1:02.5" and "62.5",
too, count all of them from the start: that shows where elements would otherwise begin after their
parents have ended. Readings of ruby and translations beside the words are passed over, and of
divisions in several languages at the same times the file's own counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from briefing.formats.timed.markup import Markup
from briefing.formats.timed_text import (
    EXACT,
    SPREAD,
    Captions,
    Piece,
    TimedFile,
    TimedLine,
    clock,
    milliseconds,
    stop_of,
)

if TYPE_CHECKING:
    from briefing.formats.source import Head
    from briefing.formats.timed.markup import Attributes

NOTHING: Final = "has no subtitle with text and times"
_ROOT = re.compile(r"<(?:\w+:)?tt[\s>]")
_SCORE: Final = 0.96
_IMSC_TEXT: Final = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
_COUNT = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)?")
"""A number of hours, minutes, seconds, milliseconds, frames or ticks; of seconds where it does not say."""
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,9})?)(?:[:;](\d{1,6}(?:\.\d+)?))?")
"""Hours, minutes, seconds and frames, of which the first and the last may be left out."""
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_UNITS: Final = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_DEEPEST: Final = 200
_SECOND_TEXTS: Final = frozenset(("x-translation", "x-roman"))
"""Roles of what says the words once more, in another language or script."""
_READINGS: Final = frozenset(("text", "textContainer", "delimiter"))
"""Parts of a ruby that are not its base."""
_SAME_TIMES: Final = 0.5
"""The share of starts that a division in another language has to have in common."""
_ROUNDED_S: Final = 0.002


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    begin_s: float
    end_s: float | None
    keeps_space: bool
    is_second: bool = False
    """Whether it says again what stands beside it."""
    is_sequence: bool = False
    """Whether what is in it follows one after the other, and begins at once only as it is told to."""
    is_timed: bool = False
    """Whether it says itself when it begins."""
    language: str = ""
    """Of the division that it is in, as it says; empty if it does not."""


def score(head: Head) -> float:
    """Return how likely the text is TTML: by its root element."""
    return _SCORE if _ROOT.search(head.text[:4000]) else 0.0


def read(text: str) -> TimedFile:
    """Return the paragraphs of `text`, its title and language."""
    reader = _Reader(is_absolute=False)
    reader.feed(text)
    if reader.outside:
        other = _Reader(is_absolute=True)
        other.feed(text)
        reader = other if other.outside < reader.outside else reader
    lines = reader.found()
    return TimedFile(lines, " ".join(reader.title.split()), reader.language)


class _Reader(Markup):
    """Collects the paragraphs."""

    def __init__(self, *, is_absolute: bool) -> None:
        self.title = ""
        self.language: str | None = None
        self.outside = 0
        """Elements that begin when their parents have ended, or not yet begun."""
        self._is_absolute = is_absolute
        self._lines: list[tuple[str, TimedLine]] = []
        self._open: list[_Open] = []
        self._reached_s: list[float] = []
        """Where each of them reached with what was in it."""
        self._pieces: list[Piece] = []
        self._frame_rate = 30.0
        self._tick_rate = 1.0
        self._agents: dict[str, str] = {}
        self._agent = ""
        self._speaker = ""
        self._has_times = False

    def found(self) -> list[TimedLine]:
        self._finish()
        starts: dict[str, set[float]] = {}
        for language, line in self._lines:
            starts.setdefault(language, set()).add(line.start_s)
        own = self.language if self.language in starts else next(iter(starts), "")
        self.language = self.language or own or None
        again = {
            language
            for language, found in starts.items()
            if language != own and len(found & starts[own]) > len(found) * _SAME_TIMES
        }
        return [line for language, line in self._lines if language not in again]

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        name = tag.rpartition(":")[2]
        found = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if name == "br":
            self._add("\n")
            return
        if name == "tt":
            self._rates(found)
        if name == "agent":
            self._agent = found.get("id", "")
        if name == "p":
            self._finish()
            self._speaker = found.get("agent", "")
        if len(self._open) < _DEEPEST:
            self._open.append(self._inside(name, found))
            self._reached_s.append(self._open[-1].begin_s)
        if name == "span" and "begin" in found:
            self._has_times = True
        if found.get("unit") == "word" and self._pieces and not self._pieces[-1].text[-1:].isspace():
            self._add(" ")  # Apple's transcripts of podcasts have no blanks between words

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:  # noqa: ARG002
        if tag.rpartition(":")[2] == "br":
            self._add("\n")
        elif tag.rpartition(":")[2] == "p":
            self._finish()

    def handle_endtag(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "p":
            self._finish()
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i].tag == name:
                self._close(i)
                return

    def _close(self, at: int) -> None:
        """Close an element and what is open within it; the one around it reaches as far as they did."""
        while len(self._open) > at:
            closed, reached_s = self._open.pop(), self._reached_s.pop()
            ends_s = reached_s if closed.end_s is None else closed.end_s
            if self._open:
                self._reached_s[-1] = max(self._reached_s[-1], ends_s)

    def handle_data(self, data: str) -> None:
        tags = [opened.tag for opened in self._open]
        if "p" in tags:
            self._add(data if self._open[-1].keeps_space else re.sub(r"\s+", " ", data))
        elif tags[-1:] == ["title"]:
            self.title += data
        elif tags[-1:] == ["name"] and self._agent:
            self._agents[self._agent] = " ".join(data.split())

    def _rates(self, found: dict[str, str]) -> None:
        self.language = found.get("lang") or None
        rate = _number(found.get("framerate"), 30.0)
        top, _, bottom = found.get("frameratemultiplier", "1 1").replace(":", " ").partition(" ")
        self._frame_rate = rate * _number(top, 1.0) / _number(bottom, 1.0)
        self._tick_rate = _number(found.get("tickrate"), self._frame_rate if "framerate" in found else 1.0)

    def _inside(self, name: str, found: dict[str, str]) -> _Open:
        parent = self._open[-1] if self._open else _Open("", 0.0, None, keeps_space=False)
        begin, end, length = (self._time_s(found.get(key, "")) for key in ("begin", "end", "dur"))
        since_s = self._reached_s[-1] if parent.is_sequence else parent.begin_s
        start_s = since_s if begin is None else begin + (0.0 if self._is_absolute else since_s)
        since_s = 0.0 if self._is_absolute else since_s
        is_late = parent.end_s is not None and start_s >= parent.end_s + _ROUNDED_S
        self.outside += begin is not None and (is_late or start_s < parent.begin_s - _ROUNDED_S)
        ends = [parent.end_s] if parent.end_s is not None else []
        ends += [since_s + end] if end is not None else []
        ends += [start_s + length] if length is not None else []
        return _Open(
            name,
            start_s,
            min(ends) if ends else None,
            found["space"] == "preserve" if "space" in found else parent.keeps_space,
            parent.is_second or found.get("role") in _SECOND_TEXTS or found.get("ruby") in _READINGS,
            found.get("timecontainer") == "seq",
            begin is not None,
            found.get("lang", "") if name == "div" else parent.language,
        )

    def _add(self, text: str) -> None:
        if not any(opened.tag == "p" for opened in self._open) or self._open[-1].is_second:
            return
        at = self._open[-1]
        last = self._pieces[-1] if self._pieces else None
        # Beside words with times, what has none of its own is a guess.
        is_guessed = not any(opened.tag == "span" and opened.is_timed for opened in self._open)
        is_same = last is not None and last.start_s >= at.begin_s and last.is_guessed == is_guessed
        if last is not None and (is_same or not text.strip()):
            self._pieces[-1] = last._replace(text=last.text + text)
        else:
            stop_s = at.end_s if self._has_times else None
            sure = SPREAD if is_guessed else EXACT
            self._pieces.append(Piece(text, at.begin_s, sure, stop_s, is_guessed=is_guessed))

    def _finish(self) -> None:
        """End the paragraph that is open."""
        paragraph = next((opened for opened in self._open if opened.tag == "p"), None)
        pieces = [piece for piece in self._pieces if piece.text.strip()]
        if pieces and paragraph is not None:
            stop_s = paragraph.end_s
            if stop_s is None:
                stop_s = next((piece.stop_s for piece in reversed(pieces) if piece.stop_s is not None), None)
            if stop_s is None or stop_s > paragraph.begin_s:
                if not self._has_times:
                    pieces = [Piece(_shown("".join(piece.text for piece in pieces)), paragraph.begin_s)]
                line = TimedLine(tuple(pieces), stop_s, self._has_times, self._name())
                self._lines.append((paragraph.language, line))
        self._pieces, self._has_times = [], False

    def _name(self) -> str:
        """Return who speaks: the agent's name, or the label that a recogniser gave; empty if neither."""
        is_label = self._speaker.upper().startswith("SPEAKER")
        return self._agents.get(self._speaker, self._speaker if is_label else "")

    def _time_s(self, value: str) -> float | None:
        value = value.strip().replace(",", ".")
        if counted := _COUNT.fullmatch(value):
            number, unit = float(counted[1]), counted[2] or "s"
            if unit in _UNITS:
                return number * _UNITS[unit]
            return number / (self._frame_rate if unit == "f" else self._tick_rate)
        found = _CLOCK.fullmatch(value)
        if found is None:
            return None
        frames = float(found[4] or 0) / self._frame_rate
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + float(found[3]) + frames


def _number(value: str | None, fallback: float) -> float:
    """Return a number other than 0; `fallback` for anything else."""
    return (float(value) if value and _NUMBER.fullmatch(value) else 0.0) or fallback


def _shown(text: str) -> str:
    """Return text with its lines as they are shown: white space collapsed, and none around."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def write(captions: Captions) -> str:
    """Return TTML: a paragraph a line, a span for each word whose time is known.

    It keeps to the text profile of IMSC 1.1, and says so.
    """
    language = escape(captions.language or "")
    names = list(dict.fromkeys(line.speaker for line in captions.lines if line.speaker))
    agents = "".join(
        f'<ttm:agent xml:id="a{i}" type="person"><ttm:name type="full">{_marked(name)}</ttm:name></ttm:agent>'
        for i, name in enumerate(names)
    )
    title = f"<ttm:title>{escape(captions.title, quote=False)}</ttm:title>" if captions.title else ""
    body = "\n".join(_paragraph(line, names) for line in captions.lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" '
        'xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
        f'ttp:contentProfiles="{_IMSC_TEXT}" ttp:timeBase="media" xml:lang="{language}">\n'
        f"<head><metadata>{title}{agents}</metadata></head>\n<body><div>\n{body}\n</div></body>\n</tt>\n"
    )


def _paragraph(line: TimedLine, names: list[str]) -> str:
    start, stop = milliseconds(line.start_s), milliseconds(stop_of(line))
    agent = f' ttm:agent="a{names.index(line.speaker)}"' if line.speaker else ""
    said = "".join(
        f'<span begin="{clock(max(0, milliseconds(piece.start_s) - start))}">{_marked(piece.text)}</span>'
        if line.is_stamped and piece.has_stamp
        else _marked(piece.text)
        for piece in line.pieces
    )
    return f'<p begin="{clock(start)}" end="{clock(max(stop, start + 1))}"{agent}>{said}</p>'


def _marked(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")
