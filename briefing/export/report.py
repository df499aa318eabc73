"""A picture of an alignment: waveform, words, confidence and pauses, to look at rather than read.

The recording is cut into rows of a fixed length, one below the other, so the whole is
scrolled through as a page is; above them stands the whole as a strip, which shows at a
glance where to look. A row shows

- the waveform, the loudest sample of each column;
- how sure each word is, as a bar of that height, and three times over: by colour, by the
  line at its foot (solid, dashed, dotted), and by a sign (none, "~", "?");
- the words at their times, and struck through, where they would stand, those not spoken;
- the gaps between words: pauses, and sound that the text lacks.

This module lays out; `report_html` and `report_png` draw, as `report_file` asks them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from briefing.confidence import level_of
from briefing.export.report_sound import STEP_S, Loudness, peaks_of
from briefing.model import Light

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from briefing.model import Document, Pcm
    from briefing.timeline import Timeline

WIDTH: Final = 1500
"""Units of a row; each is a pixel wide before zooming."""
_ROW_S: Final = 10.0
_SHORTEST_ROW_S: Final = 1.0
_MOST_ROWS: Final = 300
"""So that a picture of them is lower than the 65,535 lines that many viewers can show."""
_PAUSE_S: Final = 0.25
"""Shorter gaps between words are no pause."""
_QUOTED: Final = 3
"""So many words at either end are quoted from a longer run that is not spoken."""


@dataclass(frozen=True, slots=True)
class ConfidenceStyle:
    """How a degree of confidence looks: name, colour, dashes of the line (none: solid), sign, meaning."""

    name: str
    colour: str
    dashes: tuple[int, int] | None
    sign: str
    meaning: str


LOOKS: Final = {
    Light.WORD: ConfidenceStyle("sure", "#1a5fb4", None, "", "the word is sure"),
    Light.SENTENCE: ConfidenceStyle("near", "#9a5b00", (6, 4), "~", "the sentence is sure"),
    Light.PARAGRAPH: ConfidenceStyle("unsure", "#b3123a", (2, 3), "?", "unsure"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a row: from where to where it reaches, its text, times and how sure it is."""

    left: float
    right: float
    text: str
    start_s: float
    stop_s: float
    confidence: float

    @property
    def look(self) -> ConfidenceStyle:
        """How it is drawn."""
        return LOOKS[level_of(self.confidence)]


@dataclass(frozen=True, slots=True)
class WordGap:
    """A stretch without words; `is_loud` where something is heard there that the text lacks."""

    left: float
    right: float
    is_loud: bool


@dataclass(frozen=True, slots=True)
class Unspoken:
    """Words of the text, one after the other, that are not spoken: where they would be, and how many."""

    at: float
    at_s: float
    text: str
    count: int

    @property
    def quoted(self) -> str:
        """The words, the middle left out where they are many."""
        words = self.text.split()
        if len(words) <= 2 * _QUOTED + 1:
            return self.text
        return f"{' '.join(words[:_QUOTED])} … {' '.join(words[-_QUOTED:])}"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A stretch of the recording. `peaks` are 0 to 1, one a column."""

    start_s: float
    length_s: float
    peaks: Sequence[float]
    words: tuple[Word, ...]
    gaps: tuple[WordGap, ...]
    unspoken: tuple[Unspoken, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that is drawn: the whole as one row, and the rows. `counts` says how many words are how sure."""

    title: str
    duration_s: float
    whole: ReportRow
    rows: tuple[ReportRow, ...]
    counts: dict[Light, int]
    unspoken: int
    """How many words of the text are not spoken."""
    other_s: float
    """How many seconds of sound the text lacks."""


def lay_out(document: Document, timeline: Timeline, pcm: Pcm, title: str) -> Report:
    """Return where everything goes."""
    duration_s = max(timeline.duration_s, len(pcm.samples) / pcm.rate_hz, STEP_S)
    row_s = max(min(_ROW_S, max(duration_s, _SHORTEST_ROW_S)), duration_s / _MOST_ROWS)
    cues = [
        (
            cue.start_frame / timeline.rate_hz,
            cue.stop_frame / timeline.rate_hz,
            cue.confidence,
            cue.span.of(document.text),
        )
        for cue in timeline
    ]
    loud = Loudness(pcm, cues)
    gaps = [(start, stop, loud.is_loud(start, stop)) for start, stop in _gaps(cues, duration_s)]
    unspoken = list(_unspoken(document, timeline))
    count = max(1, int(np.ceil(duration_s / row_s - 1e-9)))
    rows = _rows(cues, gaps, unspoken, peaks_of(pcm, row_s, count), row_s)
    (whole,) = _rows(cues, gaps, unspoken, peaks_of(pcm, duration_s, 1), duration_s)
    counts = dict.fromkeys(LOOKS, 0)
    for _, _, confidence, _ in cues:
        counts[level_of(confidence)] += 1
    return Report(
        title,
        duration_s,
        whole,
        rows,
        counts,
        sum(number for _, _, number in unspoken),
        sum(stop - start for start, stop, is_loud in gaps if is_loud),
    )


def _rows(
    cues: Sequence[tuple[float, float, float, str]],
    gaps: Sequence[tuple[float, float, bool]],
    unspoken: Sequence[tuple[float, str, int]],
    peaks: NDArray[np.float32],
    row_s: float,
) -> tuple[ReportRow, ...]:
    """Return everything in the rows that it lies in, times in seconds made places from 0 to WIDTH."""
    count = len(peaks)
    words: list[list[Word]] = [[] for _ in range(count)]
    for start_s, stop_s, confidence, text in cues:
        row = min(int(start_s / row_s), count - 1)
        left = min((start_s / row_s - row) * WIDTH, WIDTH)
        right = min(WIDTH, left + (stop_s - start_s) / row_s * WIDTH)
        words[row].append(Word(left, right, text, start_s, stop_s, confidence))
    placed: list[list[WordGap]] = [[] for _ in range(count)]
    for start_s, stop_s, is_loud in gaps:
        for row in range(int(start_s / row_s), min(count, int(stop_s / row_s) + 1)):
            left, right = max(start_s / row_s - row, 0.0), min(stop_s / row_s - row, 1.0)
            if right > left:
                placed[row].append(WordGap(left * WIDTH, right * WIDTH, is_loud))
    lost: list[list[Unspoken]] = [[] for _ in range(count)]
    for at_s, text, number in unspoken:
        row = min(int(at_s / row_s), count - 1)
        lost[row].append(Unspoken(min((at_s / row_s - row) * WIDTH, WIDTH), at_s, text, number))
    return tuple(
        ReportRow(i * row_s, row_s, peaks[i].tolist(), tuple(words[i]), tuple(placed[i]), tuple(lost[i]))
        for i in range(count)
    )


def _gaps(
    cues: Sequence[tuple[float, float, float, str]], duration_s: float
) -> Iterator[tuple[float, float]]:
    """Yield the gaps between words that are no mere joint, in seconds."""
    starts = [start for start, *_ in cues] + [duration_s]
    stops = [0.0] + [stop for _, stop, *_ in cues]
    for begin, end in zip(stops, starts, strict=True):
        if end - begin >= _PAUSE_S:
            yield begin, end


def _unspoken(document: Document, timeline: Timeline) -> Iterator[tuple[float, str, int]]:
    """Yield each run of words that have no time: when it would come, its text, and how many they are."""
    run: list[str] = []
    at_s = 0.0
    for token in re.finditer(r"\S+", document.text):
        index = timeline.index_of(token.start())
        if index is not None and timeline[index].span.start < token.end():
            if run:
                yield at_s, " ".join(run), len(run)
                run = []
            at_s = timeline[index].stop_frame / timeline.rate_hz
        elif any(char.isalnum() for char in token[0]):
            run.append(token[0])
    if run:
        yield at_s, " ".join(run), len(run)


def legend(report: Report) -> list[tuple[ConfidenceStyle, int]]:
    """Return each look with the number of words that have it."""
    return [(look, report.counts[level]) for level, look in LOOKS.items()]


def facts(report: Report) -> str:
    """Return the length, the words that are not spoken, and the sound that the text lacks, as sentences."""
    lost = f"{number_of(report.unspoken)} of the text {'is' if report.unspoken == 1 else 'are'} not spoken."
    told = [f"{clock(report.duration_s)} long.", lost if report.unspoken else "Every word is spoken."]
    if report.other_s:
        told.append(f"{report.other_s:.1f} seconds of sound are not in the text.")
    return " ".join(told)


def number_of(words: int) -> str:
    """Return "1 word", "5 words"."""
    return f"{words} word{'' if words == 1 else 's'}"


def clock(seconds: float) -> str:
    """Return "0:01:12.3"."""
    tenths = round(seconds * 10)
    return f"{tenths // 36000}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02}.{tenths % 10}"


class Lanes:
    """Puts texts that stand close together one below the other, into as few lines as there are."""

    def __init__(self, count: int) -> None:
        self._free = [0.0] * count

    def take(self, left: float, width: float) -> int:
        """Return the line for a text from `left` on, `width` wide: one that is free, else the emptiest."""
        lane = min(range(len(self._free)), key=lambda i: (self._free[i] > left, i, self._free[i]))
        if self._free[lane] > left:
            lane = min(range(len(self._free)), key=lambda i: self._free[i])
        self._free[lane] = left + width
        return lane
