"""WebVTT and SubRip: cues with times, and in WebVTT stamps within the line.

After "WebVTT: The Web Video Text Tracks Format" (W3C), sections 4 and 6; SubRip has no
standard and is read the same way, since both are blocks with a line of "-->". Broken
blocks are passed over, as the standard asks.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.sources.timed import Piece, TimedLine, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

NAME: Final = "subtitles"
_SUFFIXES: Final = (".vtt", ".srt")
_TIME = r"(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,9})?"
_TIMING = re.compile(rf"[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})(?=\s|$)", re.ASCII)
_STAMP = re.compile(rf"<({_TIME})>", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<>|\{\\[^}]*\}")
_LANGUAGE = re.compile(r"^Language:\s*(\S+)", re.MULTILINE)
_TITLE = re.compile(r"^WEBVTT[ \t]+(?:-[ \t]*)?(\S.*)$", re.MULTILINE)
_BY_SIGNATURE: Final = 0.95
_BY_TIMINGS: Final = 0.85


def score(head: Head) -> float:
    """Return how likely the text is WebVTT or SubRip: its first line, or lines of times."""
    if head.text is None:
        return 0.0
    if re.match(r"\ufeff?WEBVTT(?=\s|$)", head.text):
        return _BY_SIGNATURE
    if any(_TIMING.match(line) for line in head.text.split("\n")[:12]) or head.suffix in _SUFFIXES:
        return _BY_TIMINGS
    return 0.0


def read(opening: Opening) -> Draft:
    """Return the cues as a transcript with the times of its words.

    Raises:
        SourceError: if there is no cue with text in it.
    """
    draft = read_text(opening.text)
    if not draft.has_body:
        raise SourceError(f"{opening.called} has no subtitle with text and times.", "Open its text instead.")
    return draft


def read_text(text: str) -> Draft:
    """Return the cues of `text` as a transcript with the times of its words."""
    header = text.lstrip("\ufeff").split("\n\n", 1)[0] if text.lstrip("\ufeff").startswith("WEBVTT") else ""
    language = _LANGUAGE.search(header)
    title = _TITLE.search(header)
    return read_lines(parse(text), title[1] if title else "", language[1] if language else None)


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the cues in the order of the file."""
    # A cue ends at a blank line; a line of times starts one wherever it stands.
    lines = text.split("\n")
    timing: re.Match[str] | None = None
    payload: list[str] = []
    for i, line in enumerate([*lines, ""]):
        following = _TIMING.match(line)
        if following or not line.strip():
            if timing:
                yield from _cue(timing, payload)
            timing, payload = following, []
        elif timing and not (i + 1 < len(lines) and line.strip().isdigit() and _TIMING.match(lines[i + 1])):
            payload.append(line)


def _cue(timing: re.Match[str], payload: list[str]) -> Iterator[TimedLine]:
    start_s, stop_s = parse_time_s(timing[1]), parse_time_s(timing[2])
    text = " ".join(payload)
    voice = _VOICE.search(text)
    parts = _STAMP.split(text)
    pieces = [Piece(_plain(parts[0]), start_s)] if _plain(parts[0]).strip() else []
    for stamp, part in zip(parts[1::2], parts[2::2], strict=True):
        plain = _plain(part)
        if plain.strip() or not pieces:
            pieces.append(Piece(plain, parse_time_s(stamp)))
    if pieces:
        yield TimedLine(tuple(pieces), stop_s, len(parts) > 1, voice[1].strip() if voice else "")


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def parse_time_s(stamp: str) -> float:
    """Return the seconds of "01:02:03.456", "02:03,456" or "02:03"."""
    seconds = 0.0
    for part in stamp.replace(",", ".").split(":"):
        seconds = seconds * 60 + float(part)
    return seconds
