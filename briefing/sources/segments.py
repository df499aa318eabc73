"""JSON transcripts: the Podcasting 2.0 `segments`, and a list of words with start and end.

After the podcast namespace's "transcripts" page, section JSON; the list of words is what
`briefing align --json` prints, so its output beside a recording gives its timings.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.sources.timed import EXACT, Piece, TimedLine, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.sources.item import Draft
    from briefing.sources.opening import Head, Opening

NAME: Final = "a JSON transcript"
_SUFFIX: Final = ".json"
_SCORE: Final = 0.9


def score(head: Head) -> float:
    """Return how likely the text is JSON: by its name, or by its first keys."""
    if head.text is None:
        return 0.0
    start = head.text.lstrip("\ufeff \n")[:2000]
    if head.suffix == _SUFFIX or (start[:1] in ("{", "[") and ('"segments"' in start or '"word"' in start)):
        return _SCORE
    return 0.0


def read(opening: Opening) -> Draft:
    """Return the segments as a transcript with the times of its words.

    Raises:
        SourceError: if it is no JSON, or holds no segment with text.
    """
    draft = read_lines(parse(opening.text))
    if not draft.has_body:
        raise SourceError(f"{opening.called} is no transcript.", "Open its text instead.")
    return draft


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the segments or words in the order of the file; nothing if it is no transcript."""
    try:
        # A number's value is never needed past a float's range, and big integers take long to read.
        found = json.loads(text.lstrip("\ufeff"), parse_int=float)
    except (ValueError, RecursionError):
        return
    entries = found.get("segments") if isinstance(found, dict) else found
    if not isinstance(entries, list):
        return
    is_words = any(isinstance(entry, dict) and "word" in entry for entry in entries)
    for entry in entries:
        if not isinstance(entry, dict):
            continue
        words = entry.get("word" if is_words else "body") or entry.get("text")
        start_s = _seconds(entry, "start", "startTime")
        if not isinstance(words, str) or not words.strip() or (start_s is None and is_words):
            continue
        stop_s = _seconds(entry, "end", "endTime")
        speaker = entry.get("speaker")
        piece = Piece(words, start_s or 0.0, _confidence(entry))
        yield TimedLine((piece,), stop_s, is_words, speaker if isinstance(speaker, str) else "")


def _confidence(entry: dict[str, object]) -> float:
    value = entry.get("confidence", EXACT)
    return min(max(value, 0.0), 1.0) if isinstance(value, float) and math.isfinite(value) else EXACT


def _seconds(entry: dict[str, object], *keys: str) -> float | None:
    value = next((entry[key] for key in keys if key in entry), None)
    if isinstance(value, str):
        try:
            value = float(value[:40])
        except ValueError:
            return None
    return value if isinstance(value, float) and math.isfinite(value) and value >= 0 else None
