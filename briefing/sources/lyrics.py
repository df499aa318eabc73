"""LRC, the format of timed lyrics: `[mm:ss.xx]` before a line, `<mm:ss.xx>` before a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.sources.timed import Piece, TimedLine, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

NAME: Final = "LRC lyrics"
_TIME = r"\d{1,4}:\d{1,2}(?:[.:]\d{1,3})?"
_LINE = re.compile(rf"\s*((?:\[{_TIME}\]\s*)+)(.*)", re.ASCII)
_STAMP = re.compile(rf"<({_TIME})>", re.ASCII)
_TAG = re.compile(r"\s*\[([a-zA-Z#]+):([^\]]*)\]\s*$")
_SINGER = re.compile(r"\s*[FMD]:\s*")
_SUFFIX: Final = ".lrc"
_LEAST_LINES: Final = 2
_SCORE: Final = 0.85
_FRACTIONS: Final = {1: 0.1, 2: 0.01, 3: 0.001}


def score(head: Head) -> float:
    """Return how likely the text is LRC."""
    if head.text is None:
        return 0.0
    return _SCORE if head.suffix == _SUFFIX or is_lrc(head.text) else 0.0


def is_lrc(text: str) -> bool:
    """Return whether at least two of the first lines have a time in brackets."""
    return sum(bool(_LINE.match(line)) for line in text.split("\n")[:20]) >= _LEAST_LINES


def read(opening: Opening) -> Draft:
    """Return the lines as a transcript with the times of its words.

    Raises:
        SourceError: if no line has a time and words.
    """
    draft = read_text(opening.text)
    if not draft.has_body:
        raise SourceError(f"{opening.called} has no line with a time and words.", "Open its text instead.")
    return draft


def read_text(text: str) -> Draft:
    """Return the lines of `text` as a transcript with the times of its words."""
    tags = {match[1]: match[2] for line in text.split("\n") if (match := _TAG.match(line))}
    return read_lines(parse(text, _offset_s(tags.get("offset", ""))), tags.get("ti", ""), tags.get("la"))


def parse(text: str, offset_s: float = 0.0) -> Iterator[TimedLine]:
    """Yield the lines in the order of the file; a line with several times is one for each."""
    starts_paragraph = False
    for line in text.split("\n"):
        match = _LINE.match(line)
        if match is None or not match[2].strip():
            starts_paragraph = True
            continue
        words = _SINGER.sub("", match[2], count=1)
        for stamp in re.findall(_TIME, match[1]):
            start_s = _time_s(stamp) - offset_s
            parts = _STAMP.split(words)
            pieces = [Piece(parts[0], start_s)] if parts[0].strip() else []
            pieces += [
                Piece(part, _time_s(at) - offset_s)
                for at, part in zip(parts[1::2], parts[2::2], strict=True)
                if part.strip()
            ]
            if pieces:
                yield TimedLine(tuple(pieces), is_stamped=len(parts) > 1, starts_paragraph=starts_paragraph)
        starts_paragraph = False


def _time_s(stamp: str) -> float:
    minutes, seconds, *fraction = re.split("[:.]", stamp)
    part = int(fraction[0]) * _FRACTIONS[len(fraction[0])] if fraction else 0.0
    return int(minutes) * 60 + int(seconds) + part


def _offset_s(milliseconds: str) -> float:
    value = milliseconds.strip()
    return int(value) / 1000 if re.fullmatch(r"[+-]?\d{1,8}", value) else 0.0
