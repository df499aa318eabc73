"""What each command does, as one table: command id -> handler.

A handler takes the session and the typed argument ("" for a bare key), and answers with
`session.say`. A mistake of the user is a `UsageError`, which the session says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.command import Pick
from briefing.commands.options import Option, Options
from briefing.commands.table import BY_ID
from briefing.session.commands import (
    choosing,
    finding,
    listing,
    moving,
    playing,
    queueing,
    reading,
    reviewing,
    settings,
    shelving,
    spacing,
    voicing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.command import Prompt
    from briefing.session.session import Session


def _pronounce(session: Session, argument: str) -> None:
    from briefing.session.commands.pronouncing import pronounce  # nobody asks before the first line

    pronounce(session, argument)


def _ask_pronunciation(session: Session, argument: str) -> Prompt | Options | None:
    from briefing.session.commands.pronouncing import ask_pronunciation

    return ask_pronunciation(session, argument)


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
    **settings.HANDLERS,
    **choosing.HANDLERS,
    "pronounce": _pronounce,
    **voicing.HANDLERS,
}
"""Every command that a session carries out; faces carry out the rest themselves."""
LISTS: Final[Mapping[str, Callable[[Session], list[str]]]] = {
    "bookmarks": finding.bookmark_lines,
    "matches": choosing.match_lines,
    "recent": choosing.recent_lines,
    "outline": listing.outline_lines,
    "notes": listing.note_lines,
    "unsubscribe": shelving.subscription_lines,
}
"""What a command whose argument is picked lets pick from, a line each, numbered from 1."""


def _ask_study(session: Session, argument: str) -> Prompt | Options | None:
    from briefing.session.commands.studying import ask_study  # nobody learns before the first line

    return ask_study(session, argument)


MORE: Final[Mapping[str, Callable[[Session, str], Prompt | Options | None]]] = {
    "align": reading.ask_mends,
    "settings": settings.ask_settings,
    "profiles": settings.ask_profiles,
    "size": settings.ask_sizes,
    "study": _ask_study,
    "theme": settings.ask_themes,
    "voices": choosing.ask_voices,
    "pronounce": _ask_pronunciation,
}
"""What asks step by step, or begins in the middle of its list; see `asked`."""


def asked(session: Session, command_id: str, argument: str) -> Prompt | Options | None:
    """Return what asks for the argument that a command lacks; None where it is to be run as it is.

    So is one that has nothing to choose from, which it says.
    """
    command = BY_ID.get(command_id)
    if command is None or (session.is_opening and not command.works_while_opening):
        return None
    if more := MORE.get(command_id):
        return more(session, argument)
    if argument:
        return None
    if not isinstance(command.asks, Pick):
        return command.asks
    lines = LISTS[command_id](session)
    rows = tuple(Option(line, str(number)) for number, line in enumerate(lines, 1))
    return Options(command.asks.title, rows) if rows else None
