"""Commands of self-voicing: on and off, and silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.session.session import Session

_TURNS: Final = {"on": True, "off": False}


def _say(session: Session, argument: str) -> None:
    if argument and argument not in _TURNS:
        raise UsageError("Self-voicing is on or off.")
    wanted = _TURNS.get(argument, not session.own_voice.is_on)
    if not wanted:
        session.say(announce.self_voicing(is_on=False))  # the last that is spoken
    session.own_voice.turn(is_on=wanted)
    if wanted:
        session.say(announce.self_voicing(is_on=True))


def _hush(session: Session, _argument: str) -> None:
    session.own_voice.hush()
    session.say("Quiet.")


HANDLERS: Final[Mapping[str, Callable[[Session, str], None]]] = {"say": _say, "hush": _hush}
"""Command id -> handler."""
