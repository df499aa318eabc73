"""A picture of an alignment: waveform, words, confidence and pauses, to look at rather than read.

The recording is cut into rows of a fixed length, one below the other, so the whole is
scrolled through as a page is. A row shows the waveform (the loudest sample of each
column), the words at their times, and pauses. How sure a word is shows three times over:
by colour, by the line under it (solid, dashed, dotted), and by a sign (none, "~", "?").

This module lays out; `report_html` and `report_png` draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.model import Light
from briefing.timeline import level_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from briefing.model import Document, Pcm
    from briefing.timeline import Timeline

WIDTH: Final = 1500
"""Columns of a row; each is a pixel wide before zooming."""
_SHORTEST_ROW_S: Final = 10.0
_MOST_ROWS: Final = 360
_PAUSE_S: Final = 0.25
"""Shorter gaps between words are no pause."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a degree of confidence looks: colour, dashes of the line (none: solid), sign, and meaning."""

    colour: str
    dashes: tuple[int, int] | None
    sign: str
    meaning: str


LOOKS: Final = {
    Light.WORD: Look("#1a5fb4", None, "", "the word is sure"),
    Light.SENTENCE: Look("#9a5b00", (6, 4), "~", "the sentence is sure"),
    Light.PARAGRAPH: Look("#b3123a", (2, 3), "?", "unsure"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a row: its columns, text, times and how sure it is."""

    left: float
    right: float
    text: str
    start_s: float
    stop_s: float
    confidence: float

    @property
    def look(self) -> Look:
        """How it is drawn."""
        return LOOKS[level_of(self.confidence)]


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the recording. `peaks` are 0 to 1, one a column; pauses are pairs of columns."""

    start_s: float
    length_s: float
    peaks: Sequence[float]
    words: tuple[Word, ...]
    pauses: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is drawn. `counts` says how many words are how sure; `unspoken` how many have no time."""

    title: str
    duration_s: float
    rows: tuple[Row, ...]
    counts: dict[Light, int]
    unspoken: int


def draw(document: Document, timeline: Timeline, pcm: Pcm, title: str, extension: str) -> str | bytes:
    """Return the report as HTML text or, where `extension` is ".png", as the bytes of a picture.

    Args:
        document: the text; the timeline's cues are its tokens.
        timeline: when they are spoken.
        pcm: the recording, (frames, 1).
        title: what the report is about, a line.
        extension: of the file it is for.
    """
    report = lay_out(document, timeline, pcm, title)
    if extension.lower() == ".png":
        from briefing.export import report_png  # Pillow

        return report_png.draw(report)
    from briefing.export import report_html

    return report_html.draw(report)


def lay_out(document: Document, timeline: Timeline, pcm: Pcm, title: str) -> Report:
    """Return where everything goes."""
    duration_s = max(timeline.duration_s, len(pcm.samples) / pcm.rate_hz)
    row_s = max(_SHORTEST_ROW_S, duration_s / _MOST_ROWS)
    count = max(1, int(np.ceil(duration_s / row_s)))
    peaks = _peaks(pcm, row_s, count)
    cues = [(cue, cue.start_frame / timeline.rate_hz, cue.stop_frame / timeline.rate_hz) for cue in timeline]
    words: list[list[Word]] = [[] for _ in range(count)]
    for cue, start_s, stop_s in cues:
        row = min(int(start_s / row_s), count - 1)
        left = (start_s / row_s - row) * WIDTH
        right = min(WIDTH, left + (stop_s - start_s) / row_s * WIDTH)
        text = cue.span.of(document.text)
        words[row].append(Word(left, right, text, start_s, stop_s, cue.confidence))
    pauses = _pauses([(start, stop) for _, start, stop in cues], duration_s, row_s, count)
    rows = tuple(
        Row(i * row_s, row_s, peaks[i].tolist(), tuple(words[i]), tuple(pauses[i])) for i in range(count)
    )
    counts = dict.fromkeys(LOOKS, 0)
    for cue, _, _ in cues:
        counts[level_of(cue.confidence)] += 1
    unspoken = max(0, len(document.text.split()) - len(cues))
    return Report(title, duration_s, rows, counts, unspoken)


def _peaks(pcm: Pcm, row_s: float, rows: int) -> NDArray[np.float32]:
    """Return the loudest sample of each column of each row, (rows, WIDTH), the loudest of all being 1."""
    samples = pcm.samples[:, 0]
    edges = np.rint(np.arange(rows * WIDTH + 1) * (row_s * pcm.rate_hz / WIDTH)).astype(np.int64)
    whole = int(np.searchsorted(edges, len(samples)))
    loud = np.zeros(rows * WIDTH, dtype=np.float32)
    if whole:
        starts = edges[:whole]
        loud[:whole] = np.maximum(np.maximum.reduceat(samples, starts), -np.minimum.reduceat(samples, starts))
    top = float(loud.max(initial=0.0))
    return (loud / top if top > 0 else loud).round(3).reshape(rows, WIDTH)


def _pauses(
    words: Sequence[tuple[float, float]], duration_s: float, row_s: float, rows: int
) -> list[list[tuple[float, float]]]:
    """Return the gaps between words, in columns of the rows they lie in."""
    placed: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    starts = [start for start, _ in words] + [duration_s]
    stops = [0.0] + [stop for _, stop in words]
    for begin, end in zip(stops, starts, strict=True):
        if end - begin < _PAUSE_S:
            continue
        for row in range(int(begin / row_s), min(rows, int(end / row_s) + 1)):
            left, right = max(begin / row_s - row, 0.0), min(end / row_s - row, 1.0)
            if right > left:
                placed[row].append((left * WIDTH, right * WIDTH))
    return placed


def legend(report: Report) -> list[tuple[Look, int]]:
    """Return each look with the number of words that have it."""
    return [(look, report.counts[level]) for level, look in LOOKS.items()]


def clock(seconds: float) -> str:
    """Return "0:01:12.3"."""
    tenths = round(seconds * 10)
    return f"{tenths // 36000}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02}.{tenths % 10}"
