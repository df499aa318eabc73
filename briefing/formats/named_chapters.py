"""Chapters in a file of their own: JSON as the Podcast Namespace has it (`podcast:chapters`, 1.2)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.draft import LONGEST_S, clamp_s
from briefing.ports.media import TimedText
from briefing.safe import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 10_000


def of_json(text: str) -> tuple[TimedText, ...]:
    """Return the chapters that JSON holds, by their starts; nothing where it holds none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    entries = found.get("chapters") if isinstance(found, dict) else None
    return placed(_chapter(entry) for entry in entries[:MOST]) if isinstance(entries, list) else ()


def placed(chapters: Iterable[TimedText | None]) -> tuple[TimedText, ...]:
    """Return chapters by their starts, titles and times made safe."""
    safe = (
        TimedText(safe_line(each.text), clamp_s(each.start_s), each.stop_s and clamp_s(each.stop_s))
        for each in chapters
        if each is not None
    )
    return tuple(sorted(safe, key=lambda chapter: chapter.start_s))


def _chapter(entry: Any) -> TimedText | None:
    """Return an entry as a chapter; None for one that is none, or that is not for a table of contents."""
    if not isinstance(entry, dict) or entry.get("toc") is False:
        return None
    start, stop = (_number(entry.get(name)) for name in ("startTime", "endTime"))
    title = entry.get("title")
    return None if start is None else TimedText(title if isinstance(title, str) else "", start, stop)


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) <= LONGEST_S else None
