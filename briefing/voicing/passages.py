"""What of an announcement is the briefing's own text, which may be in another language than we are. Pure."""

from __future__ import annotations

from typing import Final, NamedTuple

LEAST: Final = 8
"""Fewer letters in common are chance."""
_COMPARED: Final = 60
"""So many letters tell whether a text is in another."""
_MARK: Final = ": "
_MOST_MARKS: Final = 4


class Quoted(NamedTuple):
    """A part of what is said; `offset` is where it stands in the briefing's text, None where it is ours."""

    text: str
    offset: int | None = None


def passages(said: str, text: str) -> list[Quoted]:
    """Return what is ours in an announcement ("Paragraph 3 of 8:"), and behind it what is the briefing's.

    Args:
        said: the announcement.
        text: the briefing's text.
    """
    start = 0
    for _ in range(_MOST_MARKS):
        quoted = said[start:].strip()
        beginning = quoted[:_COMPARED].rstrip(".")
        found = text.find(beginning) if len(beginning) >= LEAST else -1
        if found >= 0:
            label = said[:start].strip()
            return [*([Quoted(label)] if label else []), Quoted(quoted, found)]
        mark = said.find(_MARK, start)
        if mark < 0:
            break
        start = mark + len(_MARK)
    return [Quoted(said)]
