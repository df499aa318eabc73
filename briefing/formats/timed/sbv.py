"""SBV, YouTube's own captions: "0:00:01.000,0:00:02.000" above the text, an empty line below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.guards import JOINER, guarded, unguarded
from briefing.formats.timed_text import (
    Captions,
    Piece,
    TimedFile,
    TimedLine,
    clock,
    clock_s,
    milliseconds,
    stop_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no subtitle with text and times"
_TIMING = re.compile(r"\s*(\d{1,4}:\d{1,2}:\d{1,2}\.\d{1,3}),(\d{1,4}:\d{1,2}:\d{1,2}\.\d{1,3})\s*", re.ASCII)
_SUBRIP = re.compile(r"\s*\d{1,3}:\d\d\S{0,12}\s*-->", re.ASCII)
_SPEAKER = re.compile(r">>\s*([^:\n]{1,40}):\s*")
_OWN = re.compile(rf"{_TIMING.pattern}|{_SPEAKER.pattern}", re.ASCII)
"""What a line of text must not begin with."""
_BREAK = re.compile(rf"\[({JOINER}*)br\]")
"""A line break within a line, or what has a joiner more than the text that looks like one."""
_SCORE: Final = 0.88
_LOOKED_AT: Final = 12


def score(head: Head) -> float:
    """Return how likely the text is SBV: by its first times."""
    first = head.text.split("\n")[:_LOOKED_AT]
    own = next((line for line in first if _TIMING.fullmatch(line) or _SUBRIP.match(line)), "")
    return _SCORE if _TIMING.fullmatch(own) else 0.0  # a caption of the other may say what looks like this


def read(text: str) -> TimedFile:
    """Return the captions of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the captions in the order of the file."""
    timing: re.Match[str] | None = None
    payload: list[str] = []
    for line in [*text.lstrip("\ufeff").split("\n"), "0:00:00.000,0:00:00.000"]:
        following = _TIMING.fullmatch(line)
        if following is None:
            payload.append(_BREAK.sub(_broken, line))
            continue
        said = "\n".join(payload).strip()
        if timing and said:
            speaker = _SPEAKER.match(said)
            rest = said[speaker.end() :] if speaker else said
            name = speaker[1].strip() if speaker else ""
            text = "\n".join(map(unguarded, (rest or said).split("\n")))
            yield TimedLine((Piece(text, clock_s(timing[1])),), clock_s(timing[2]), speaker=name)
        timing, payload = following, []


def write(captions: Captions) -> str:
    """Return SBV: a caption a line."""
    return "\n".join(
        f"{clock(milliseconds(line.start_s))[1:]},{clock(milliseconds(stop_of(line)))[1:]}\n{_said(line)}\n"
        if stop_of(line) < 36_000  # noqa: PLR2004 - ten hours, from where the hours have two digits
        else f"{clock(milliseconds(line.start_s))},{clock(milliseconds(stop_of(line)))}\n{_said(line)}\n"
        for line in captions.lines
    )


def _said(line: TimedLine) -> str:
    text = _BREAK.sub(rf"[{JOINER}\1br]", line.text)
    said = "\n".join(guarded(each, _OWN) for each in text.split("\n"))
    return f">> {line.speaker}: {said}" if line.speaker else said


def _broken(found: re.Match[str]) -> str:
    """Return a line break, or the text that looks like one."""
    joiners: str = found[1]
    return f"[{joiners[1:]}br]" if joiners else "\n"
