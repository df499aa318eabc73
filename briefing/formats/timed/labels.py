"""Audacity's label track: start, stop and label, parted by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.formats.timed import spaceless
from briefing.formats.timed_text import Captions, Piece, TimedFile, TimedLine, one_line, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.formats.source import Head

NOTHING: Final = "has no label with text"
_LABEL: Final = re.compile(r"(-?\d+(?:[.,]\d+)?)\t(-?\d+(?:[.,]\d+)?)(?:\t(.*))?", re.ASCII)
_SCORE: Final = 0.9
_LOOKED_AT: Final = 60


def score(head: Head) -> float:
    """Return how likely the text is a label track: whether its first lines are nothing but labels."""
    text = head.text
    lines = _lines(text[:8000])[:_LOOKED_AT]
    whole = lines[:-1] if len(text) > 8000 else lines  # noqa: PLR2004 - as far as it was cut above
    return _SCORE if whole and all(_LABEL.fullmatch(line) for line in whole) else 0.0


def _lines(text: str) -> list[str]:
    """Return the lines without those of frequencies, which begin with a backslash."""
    return [line for line in text.lstrip("\ufeff").split("\n") if line.strip() and not line.startswith("\\")]


def read(text: str) -> TimedFile:
    """Return the labels of `text`."""
    return TimedFile(parse(text))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield a line for each label with text."""
    for line in _lines(text):
        found = _LABEL.fullmatch(line)
        if found and (found[3] or "").strip():
            start_s, stop_s = (max(0.0, float(found[i].replace(",", "."))) for i in (1, 2))
            yield TimedLine((Piece(found[3], start_s),), stop_s, is_stamped=True)


def write(captions: Captions) -> str:
    """Return labels: one a word whose time is known, else one a line."""
    return "".join(f"{start_s:.6f}\t{stop_s:.6f}\t{text}\n" for start_s, stop_s, text in intervals(captions))


def intervals(captions: Captions) -> Iterator[tuple[float, float, str]]:
    """Yield start, stop and text of each word whose time is known, else of the line."""
    for line in captions.lines:
        if not line.is_stamped:
            yield line.start_s, stop_of(line), one_line(line.text)
            continue
        pieces = _told(line)
        ends = [*(piece.start_s for piece in pieces[1:]), stop_of(line)]
        for piece, end_s in zip(pieces, ends, strict=True):
            stop_s = end_s if piece.stop_s is None else piece.stop_s
            said = one_line(piece.text)
            # Between words of such a script a blank means something.
            blank = " " if said.endswith(" ") and spaceless.ends(said) else ""
            yield piece.start_s, max(piece.start_s, stop_s), said.strip() + blank


def _parts_word(before: Piece, after: Piece) -> bool:
    """Return whether two pieces meet without a blank, as syllables do, where their script has blanks."""
    edge = before.text[-1:] + after.text[:1]
    return len(edge.strip()) == 2 and not spaceless.LETTER.search(edge)  # noqa: PLR2004 - a letter of each


def _told(line: TimedLine) -> list[Piece]:
    """Return a line's words with times, syllables joined, each with the text without a time that follows."""
    found: list[Piece] = []
    for piece in line.pieces:
        if found and (not piece.has_stamp or not found[-1].has_stamp or _parts_word(found[-1], piece)):
            joined = found[-1]._replace(text=found[-1].text + piece.text, is_timed=True, is_guessed=False)
            found[-1] = joined if piece.stop_s is None else joined._replace(stop_s=piece.stop_s)
        else:
            found.append(piece)
    return found
