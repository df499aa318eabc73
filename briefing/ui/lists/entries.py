"""What stands in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.safe import safe_line

if TYPE_CHECKING:
    from briefing.commands.options import Options
    from briefing.model import Span

LINE_LIMIT = 200
"""Characters of a row to choose."""


class Entry(NamedTuple):
    """What can be chosen, by its id; without one it is a heading. Its number stands before a full stop."""

    text: str
    id: str | None = None
    strong: tuple[Span, ...] = ()
    """What of the text is bold."""
    hits: tuple[Span, ...] = ()
    """What of the text was searched for."""


def entries_of(options: Options) -> list[Entry]:
    """Return what a command's argument is chosen from, numbered from 1."""
    return [
        Entry(f"{number}. {safe_line(each.text, LINE_LIMIT)}", each.argument)
        for number, each in enumerate(options.rows, 1)
    ]
