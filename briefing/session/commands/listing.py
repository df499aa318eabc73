"""What a text has besides its paragraphs, as lists to go to: its headings, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.commands.mentions import mention
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model import Span
    from briefing.outline import Heading
    from briefing.session.session import Session

_LISTED: Final = 160
"""Code points of a note that stand in the list: enough to know it by."""


def outline_lines(session: Session) -> list[str]:
    """Return each heading, with its level below the title's."""
    return [
        heading.title if heading.level == 1 else f"{heading.title}, level {heading.level}"
        for heading in _headings(session)
    ]


def _headings(session: Session) -> tuple[Heading, ...]:
    from briefing.outline import outline_of  # asked for long after the first line

    return outline_of(session.document).headings


def note_lines(session: Session) -> list[str]:
    """Return how each note begins."""
    return [_cut(span.of(session.document.text)) for span in _notes(session)]


def _cut(text: str) -> str:
    return text if len(text) <= _LISTED else f"{text[:_LISTED].rsplit(maxsplit=1)[0]} and more"


def _notes(session: Session) -> list[Span]:
    transcript = session.cursor.transcript
    return [transcript.paragraph_at(start).span for start in transcript.note_starts]


def _outline(session: Session, argument: str) -> None:
    places = [heading.span for heading in _headings(session)]
    _list_or_go(session, argument, "heading", places, outline_lines)


def _list_notes(session: Session, argument: str) -> None:
    _list_or_go(session, argument, "note", _notes(session), note_lines)


def _list_or_go(
    session: Session,
    argument: str,
    thing: str,
    places: list[Span],
    lines: Callable[[Session], list[str]],
) -> None:
    """Go to the place of that number; without one, list them all."""
    if not places:
        session.say(f"This briefing has no {thing}s.")
    elif not argument:
        told = announce.counted(len(places), thing)
        session.say(f"{told}. Type its number to go there; {mention('undo')} comes back.")
        for number, line in enumerate(lines(session), 1):
            session.say(f"{number}: {line}")
    elif argument.isdecimal() and 1 <= int(argument) <= len(places):
        session.remember_place()
        session.move_to(places[int(argument) - 1].start)
        session.say(session.cursor.introduced(session.sentence))
    else:
        raise UsageError(f"There is no {thing} {argument}.", f"Give a number from 1 to {len(places)}.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {
    "outline": _outline,
    "notes": _list_notes,
}
