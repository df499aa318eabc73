"""What each command does, as one table: command id -> handler.

A handler takes the session and the typed argument ("" for a bare key), and answers with
`session.say`. A mistake of the user is a `UsageError`, which the session says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.session.commands import (
    finding,
    listing,
    moving,
    playing,
    queueing,
    reading,
    reviewing,
    shelving,
    spacing,
    voicing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session

HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    **playing.HANDLERS,
    **moving.HANDLERS,
    **listing.HANDLERS,
    **reading.HANDLERS,
    **spacing.HANDLERS,
    **reviewing.HANDLERS,
    **finding.HANDLERS,
    **queueing.HANDLERS,
    **shelving.HANDLERS,
    **voicing.HANDLERS,
}
"""Every command that a session carries out; faces carry out the rest themselves."""
LISTS: Final[Mapping[str, Callable[[Session], list[str]]]] = {
    "bookmarks": finding.bookmark_words,
    "outline": listing.outline_lines,
    "notes": listing.note_lines,
    "unsubscribe": shelving.subscription_lines,
}
"""What a command whose argument is picked lets pick from, a line each, numbered from 1."""
