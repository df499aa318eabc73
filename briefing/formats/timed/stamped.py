"""Transcripts with times: "[00:05] ANN: Good morning." before a paragraph, whatever stands below it.

The times may be in brackets or bare, before the words or on a line of their own, with an end
("[00:00:05.000 --> 00:00:09.000]"). Two fields are minutes and seconds, three begin with hours.
Unlike in LRC a line without a time belongs to the one before, and none is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed.model import Piece, TimedFile, TimedLine, clock_s

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "a transcript with times"
SUFFIXES: Final = ()
NOTHING: Final = "has no line with text and times"
_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = re.compile(
    rf"\s*(?:[\[(]\s*(?P<start>{_TIME})\s*(?:(?:-->|-|–|—)\s*(?P<stop>{_TIME})\s*)?[\])]:?(?P<said>.*)"
    rf"|(?P<bare>{_TIME})\s*(?P<rest>)$"
    rf"|(?P<name>[^\W\d_][^\n\[\](]{{0,50}}?)\s*[\[(]\s*(?P<after>{_TIME})\s*[\])]:?\s*(?P<text>)$)",
    re.ASCII,
)
_BY_STAMPS: Final = 0.8
_LEAST: Final = 2
_LEAST_BARE: Final = 3
_LOOKED_AT: Final = 200
_LONGEST_STEP: Final = 60
"""Lines between two times, on average, beyond which they are a text's own."""
_LONGEST_SHORT: Final = 120


def score(text: str, _suffix: str) -> float:
    """Return how likely times part the text: several, in order, at the starts of lines."""
    lines = [line for line in text.lstrip("\ufeff").split("\n")[:_LOOKED_AT] if line.strip()]
    stamps = [match for line in lines if (match := _STAMP.match(line))]
    times = [clock_s(match["start"] or match["bare"] or match["after"]) for match in stamps]
    bare = sum(match["bare"] is not None for match in stamps)
    is_enough = len(stamps) >= (_LEAST_BARE if bare == len(stamps) else _LEAST)
    is_dense = bool(stamps) and len(lines) <= _LONGEST_STEP * len(stamps)
    return _BY_STAMPS if is_enough and is_dense and times == sorted(times) and times[-1] > times[0] else 0.0


def read(text: str) -> TimedFile:
    """Return the paragraphs of `text`; a short first line above the first time is its title."""
    preface: list[str] = []
    for line in text.lstrip("\ufeff").split("\n"):
        if _STAMP.match(line):
            break
        if line.strip():
            preface.append(line.strip())
    has_title = bool(preface) and len(preface[0]) <= _LONGEST_SHORT and preface[0][-1] not in ".!?:;,"
    title = preface.pop(0) if has_title else ""
    return TimedFile(parse(text), title, None, tuple(preface))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each time with what stands below it, another for each paragraph within."""
    match: re.Match[str] | None = None
    said: list[str] = []
    for line in text.lstrip("\ufeff").split("\n"):
        found = _STAMP.match(line)
        if found is None:
            said.append(line.strip())
            continue
        if match is not None:
            yield from _lines(match, said)
        match, said = found, [(found["said"] or "").strip()]
    if match is not None:
        yield from _lines(match, said)


def _lines(match: re.Match[str], said: list[str]) -> Iterator[TimedLine]:
    start_s = clock_s(match["start"] or match["bare"] or match["after"])
    stop_s = clock_s(match["stop"]) if match["stop"] else None
    paragraphs = [part for part in re.split(r"\n[ \t]*\n", "\n".join(said).strip()) if part.strip()]
    speaker = (match["name"] or "").strip(" :-–")
    for paragraph in paragraphs:
        yield TimedLine((Piece(paragraph.strip(), start_s),), stop_s, speaker=speaker, starts_paragraph=True)
