"""YouTube's captions as XML, in the three versions that its programs fetch (srv1, srv2, srv3).

The first has `<text start="0.32" dur="4.6">` in seconds, the second `<text t="320" d="4600">` in
milliseconds, the third `<p t="320" d="4600">` with `<s t="240">` a word, which counts from its line's start.
A caption is on the screen longer than it is said: it ends where the next begins.
"""

from __future__ import annotations

import html
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from briefing.formats.timed.markup import Markup
from briefing.formats.timed_text import Piece, TimedFile, TimedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head
    from briefing.formats.timed.markup import Attributes

NOTHING: Final = "has no subtitle with text and times"
_SCORE: Final = 0.97
_ROOT = re.compile(r"<timedtext\b|<transcript>\s*<text\s+start=")


def score(head: Head) -> float:
    """Return how likely the text is such XML: by its root element."""
    return _SCORE if _ROOT.search(head.text[:4000]) else 0.0


def read(text: str) -> TimedFile:
    """Return the captions of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the captions in the order of the file, each cut where the next begins."""
    reader = _Reader()
    reader.feed(text)
    following = [line.start_s for line in reader.lines[1:]]
    for line, next_s in zip_longest(reader.lines, following):
        stops = [stop for stop in (line.stop_s, next_s) if stop is not None and stop > line.start_s]
        yield line._replace(stop_s=min(stops, default=None))


class _Reader(Markup):
    """Gathers the lines with text."""

    def __init__(self) -> None:
        self.lines: list[TimedLine] = []
        self._start_s: float | None = None
        self._stop_s: float | None = None
        self._at_s = 0.0
        self._pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        found = dict(attrs)
        if tag in ("text", "p"):
            self._finish()
            start, length = _seconds(found, "start", "t"), _seconds(found, "dur", "d")
            self._start_s = start
            self._stop_s = None if start is None or length is None else start + length
            self._at_s = start or 0.0
        elif tag == "s" and self._start_s is not None:
            self._at_s = self._start_s + (_seconds(found, "", "t") or 0.0)
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("text", "p"):
            self._finish()

    def handle_data(self, data: str) -> None:
        if self._start_s is None:
            return
        text = html.unescape(data)  # the first version escapes what is escaped once more
        last = self._pieces[-1] if self._pieces else None
        if last is not None and (last.start_s >= self._at_s or not text.strip()):
            self._pieces[-1] = Piece(last.text + text, last.start_s)
        elif text.strip():
            self._pieces.append(Piece(text, self._at_s))

    def _finish(self) -> None:
        """End the caption that is open."""
        if self._pieces:
            is_stamped = len(self._pieces) > 1
            self.lines.append(TimedLine(tuple(self._pieces), self._stop_s, is_stamped))
        self._pieces, self._start_s = [], None


def _seconds(found: dict[str, str | None], in_s: str, in_ms: str) -> float | None:
    for key, unit in ((in_s, 1), (in_ms, 1000)):
        value = found.get(key)
        if value and re.fullmatch(r"\d{1,10}(?:\.\d{1,9})?", value, re.ASCII):
            return float(value) / unit
    return None
