"""What faces carry out themselves, as one table: command id -> what it does with a session and a face.

All of it goes through the ports of a face (`ports.Face`), so one row serves every face. What only
one face has, such as themes, it adds to this table itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from briefing import announce, announce_text
from briefing.commands.mentions import mention
from briefing.commands.options import Options
from briefing.errors import BriefingError
from briefing.session.commands.table import asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.commands.command import KeyWanted, Prompt
    from briefing.ports.face import Face
    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

    class NamingFace(Face, Protocol):
        """A face that names keys."""

        @property
        def names(self) -> KeyNames:
            """How the user's keys are called."""


def _copy(session: Session, face: NamingFace, _argument: str) -> None:
    point = session.point
    is_point = point.span is not None
    span = session.cursor.transcript.sentence_at(point.at(session.cursor)) if is_point else session.sentence
    at_s = session.reader.time_at(span.start)
    sentence = " ".join(session.cursor.text_of(span).split())
    if sentence != " ".join(span.of(session.document.text).split()):
        session.say(f"Nothing is copied. {sentence} {mention('reveal')} shows it.")
    elif face.copy(f"{announce.clock(at_s)} {sentence}"):
        copied = announce_text.at_point("Copied", is_point)
        session.say(f"{copied}, {announce.duration(at_s)}: {sentence}")
    else:
        session.say("Nothing is copied: a clipboard belongs to a terminal, and none is here.")


def _copy_link(session: Session, face: NamingFace, argument: str) -> None:
    """Copy what opens this again at a place that is named, else at the reading point, else where one is."""
    if not session.link:
        session.say("Nothing is copied: what was piped in cannot be opened again.")
        return
    point = session.point
    transcript = session.cursor.transcript
    try:
        at = transcript.resolve(argument) if argument else point.at(session.cursor)
    except BriefingError as error:
        session.say(str(error))
        return
    link = f"{session.link}#{transcript.address(at)}"
    if face.copy(link):
        told = announce_text.at_point("Place copied", point.span is not None and not argument)
        session.say(f"{told}: {link}.")
    else:
        session.say(f"{link} is not copied: a clipboard belongs to a terminal, and none is here.")


def _change_key(session: Session, face: NamingFace, argument: str) -> None:
    from briefing.ui.keys.changing import change_key

    try:
        change_key(session, face.names, argument)
    except BriefingError as error:
        session.say(str(error))


def asked_here(
    session: Session, names: KeyNames, command_id: str, argument: str
) -> Prompt | Options | KeyWanted | None:
    """Return what asks for the argument that a command lacks; None where it is to be run as it is."""
    asker = ASKERS.get(command_id)
    if asker is None or session.is_opening:
        return asked(session, command_id, argument)
    return asker(session, names, argument)


def options_again(
    session: Session, names: KeyNames, command_id: str, argument: str, more: str
) -> Options | None:
    """Return what is chosen from by now; None where there is no list any more.

    `more` is what is asked for in place of `argument` where more has come, else nothing.
    """
    found = asked_here(session, names, command_id, more or argument)
    return found if isinstance(found, Options) else None


def _ask_key(session: Session, names: KeyNames, argument: str) -> Options | KeyWanted | None:
    from briefing.ui.keys.changing import asked_key

    return asked_key(session, names, argument)


ASKERS: Final[Mapping[str, Callable[[Session, KeyNames, str], Options | KeyWanted | None]]] = {
    "keys": _ask_key,
}
"""What asks for the argument of a command where only a face can: it knows the keys."""


CARRIERS: Final[Mapping[str, Callable[[Session, NamingFace, str], None]]] = {
    "command": lambda _session, face, _argument: face.open_command_line(),
    "copy": _copy,
    "copy-link": _copy_link,
    "help": lambda _session, face, _argument: face.show_help(),
    "keys": _change_key,
    "library": lambda _session, face, words: face.show_library(words),
    "quit": lambda _session, face, _argument: face.leave(),
    "row-back": lambda _session, face, _argument: face.say_row(-1),
    "row-next": lambda _session, face, _argument: face.say_row(1),
    "skip-player": lambda _session, face, _argument: face.show_player(),
    "skip-size": lambda _session, face, _argument: face.show_size(),
    "subscriptions": lambda _session, face, _argument: face.show_subscriptions(),
    "suspend": lambda _session, face, _argument: face.suspend_job(),
}

LEAVING: Final = frozenset({"open"})
"""Commands that close the library when they are typed in it."""


def carriers_of(session: Session, face: NamingFace) -> dict[str, Callable[[str], None]]:
    """Return what a face carries out: command id to what is called with the argument."""
    return {command_id: partial(carry, session, face) for command_id, carry in CARRIERS.items()}


def carry_out(
    session: Session, carriers: Mapping[str, Callable[[str], None]], command_id: str, argument: str
) -> None:
    """Have the session run a command, which tells it, and then do a face's own part of it, if it has one."""
    if session.run(command_id, argument) and (carry := carriers.get(command_id)):
        carry(argument.strip())
