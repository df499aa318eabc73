"""Transcripts with times: "[00:05] ANN: Good morning." before a paragraph, whatever stands below it.

The times may be in brackets or bare, before the words or on a line of their own, behind a speaker's
name ("Ann Lee  0:05", "Ann Lee | 0:05"), with an end ("[00:00:05.000 --> 00:00:09.000]"). Two fields
are minutes and seconds, three begin with hours, four end in frames, whose rate nobody tells: it is
taken for 25 a second, or 30 where a frame has such a number. Unlike in LRC a line without a time
belongs to the one before, and none is lost.

A bare time beside words may as well be one of the day, in a programme or a timetable. So such times
count only where they begin in the first minute and are no round ones, or have three fields.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed_text import Piece, TimedFile, TimedLine, clock_s

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no line with text and times"
_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = re.compile(
    rf"\s*(?:[*_]{{0,2}}[\[({{<]\s*(?P<start>{_TIME})\s*(?:(?:-->|-|–|—)\s*(?P<stop>{_TIME})\s*)?[\])}}>]"
    r":?[*_]{0,2}:?(?P<said>.*)"
    rf"|(?P<bare>{_TIME})\s*(?:(?:-->|-|–|—|,)\s*(?P<until>{_TIME})\s*)?$"
    rf"|(?P<led>{_TIME})(?:\s*[|:]\s|\s+[–—-]?\s*)(?P<words>\S.*)"
    rf"|[*_]{{0,2}}(?P<name>[^\W\d_][^\n\[\](|*]{{0,50}}?)[*_:]{{0,3}}\s*[\[(|]\s*(?P<after>{_TIME})\s*[\])]?:?\s*$"
    rf"|(?P<who>[^\W\d_][^\n\[\](|.!?]{{0,50}}?)[,:]?(?:\s+[–—-])?\s+(?P<behind>{_TIME})\s*$)",
    re.ASCII,
)
_NAMED_BY_TAB = re.compile(r"([^\t]{1,50})\t+(.*)", re.DOTALL)
_FIRST_S: Final = 60
_ROUND_S: Final = 5
_FRAMES = re.compile(r"\b(\d{1,3})[:;](\d{2})[:;](\d{2})[:;](\d{2})\b")
_DROPPED = re.compile(r"\d;\d\d\b")
_FRAME_RATES: Final = (25, 30, 60)
_NUMBERED = re.compile(r"(?:Speaker|Sprecher|Locuteur|Hablante|Participant) ?\w{1,2}")
_BOLD = re.compile(r"\A(\*\*|__)(?=\S)([^*_\n]{1,60}?)\1")
_BY_STAMPS: Final = 0.8
_LEAST: Final = 2
_LEAST_BARE: Final = 3
_LOOKED_AT: Final = 200
_SCORED: Final = 65_536
_LONGEST_STEP: Final = 60
"""Lines between two times, on average, beyond which they are a text's own."""
_LONGEST_SHORT: Final = 120


def score(head: Head) -> float:
    """Return how likely times part the text: several, in order, at the starts of lines."""
    lines = [line for line in _lines_of(head.text[:_SCORED])[:_LOOKED_AT] if line.strip()]
    stamps = [match for line in lines if (match := _STAMP.match(line))]
    if any(match["led"] or match["behind"] for match in stamps) and not _is_played(stamps):
        stamps = [match for match in stamps if not (match["led"] or match["behind"])]
    times = [_start_s(match) for match in stamps]
    bare = sum(match["bare"] is not None and match["until"] is None for match in stamps)
    is_enough = len(stamps) >= (_LEAST_BARE if bare == len(stamps) else _LEAST)
    is_dense = bool(stamps) and len(lines) <= _LONGEST_STEP * len(stamps)
    return _BY_STAMPS if is_enough and is_dense and times == sorted(times) and times[-1] > times[0] else 0.0


def _lines_of(text: str) -> list[str]:
    """Return the lines of a text, those times that end in frames with a fraction of a second instead."""
    frames = [int(found[4]) for found in _FRAMES.finditer(text)]
    if frames:
        rates = _FRAME_RATES[1:] if _DROPPED.search(text) else _FRAME_RATES  # semicolons drop some of 30
        rate = next((rate for rate in rates if max(frames) < rate), rates[-1])
        text = _FRAMES.sub(
            lambda found: f"{found[1]}:{found[2]}:{found[3]}.{round(int(found[4]) * 1000 / rate):03}", text
        )
    return text.lstrip("\ufeff").split("\n")


def _start_s(match: re.Match[str]) -> float:
    return clock_s(match["start"] or match["bare"] or match["led"] or match["after"] or match["behind"])


def _is_played(stamps: list[re.Match[str]]) -> bool:
    """Whether times beside words are those of a recording, and not of the day."""
    found = [match["led"] or match["behind"] for match in stamps if match["led"] or match["behind"]]
    is_numbered = all(_NUMBERED.fullmatch((match["who"] or "").strip()) for match in stamps)
    if len(found) < _LEAST_BARE and len(found) == len(stamps) and not is_numbered:
        return False
    times = [clock_s(time) for time in found]
    is_exact = any(time % _ROUND_S for time in times) or all(time.count(":") > 1 for time in found)
    return (is_exact or is_numbered) and (times[0] < _FIRST_S or all(time.count(":") > 1 for time in found))


def read(text: str) -> TimedFile:
    """Return the paragraphs of `text`; a short first line above the first time is its title."""
    preface: list[str] = []
    for line in _lines_of(text):
        if _STAMP.match(line):
            break
        if line.strip():
            preface.append(line.strip())
    has_title = bool(preface) and len(preface[0]) <= _LONGEST_SHORT and preface[0][-1] not in ".!?:;,"
    title = preface.pop(0).lstrip("# ") if has_title else ""
    return TimedFile(parse(text), title, None, tuple(preface))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each time with what stands below it, another for each paragraph within."""
    match: re.Match[str] | None = None
    said: list[str] = []
    for line in _lines_of(text):
        found = _STAMP.match(line)
        if found is None:
            said.append(line.strip())
            continue
        if match is not None:
            yield from _lines(match, said)
        match, said = found, [(found["said"] or found["words"] or "").strip()]
    if match is not None:
        yield from _lines(match, said)


def _lines(match: re.Match[str], said: list[str]) -> Iterator[TimedLine]:
    start_s = _start_s(match)
    stop = match["stop"] or match["until"]
    stop_s = clock_s(stop) if stop else None
    paragraphs = [part for part in re.split(r"\n[ \t]*\n", "\n".join(said).strip()) if part.strip()]
    speaker = (match["name"] or match["who"] or "").strip(" :-–")
    for text in paragraphs:
        named = _NAMED_BY_TAB.fullmatch(text) if match["led"] else None
        if named is not None:
            speaker = named[1].strip(" :")
        said_here = _BOLD.sub(r"\2", (named[2] if named else text).strip())
        yield TimedLine((Piece(said_here, start_s),), stop_s, speaker=speaker, starts_paragraph=True)
