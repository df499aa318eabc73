"""What faces carry out themselves, as one table: command id -> what it does with a session and a face.

All of it goes through the ports of a face (`ports.Face`), so one row serves every face. What only
one face has, such as themes, it adds to this table itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.ports.face import Face
    from briefing.session import Session


def _copy(session: Session, face: Face, _argument: str) -> None:
    at_s = session.reader.time_at(session.sentence.start)
    sentence = " ".join(session.sentence.of(session.document.text).split())
    if face.copy(f"{announce.clock(at_s)} {sentence}"):
        session.say(f"Copied, {announce.duration(at_s)}: {sentence}")
    else:
        session.say("Nothing is copied: a clipboard belongs to a terminal, and none is here.")


CARRIERS: Final[Mapping[str, Callable[[Session, Face, str], None]]] = {
    "command": lambda _session, face, _argument: face.open_command_line(),
    "copy": _copy,
    "help": lambda _session, face, _argument: face.show_help(),
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


def carriers_of(session: Session, face: Face) -> dict[str, Callable[[str], None]]:
    """Return what a face carries out: command id to what is called with the argument."""
    return {command_id: partial(carry, session, face) for command_id, carry in CARRIERS.items()}


def carry_out(
    session: Session, carriers: Mapping[str, Callable[[str], None]], command_id: str, argument: str
) -> None:
    """Have the session run a command, which tells it, and then do a face's own part of it, if it has one."""
    if session.run(command_id, argument) and (carry := carriers.get(command_id)):
        carry(argument.strip())
