"""Keys given to commands inside the player: a command from a list, then the key itself, pressed.

Rules:
1. A key that is given to a command is the first of its keys; one that it has already is taken from it.
2. A key runs one command: whose it was loses it, which is said with what that command has left.
3. What is changed is the setting `keys`, so it is kept, and undone, as every setting is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.command import KeyWanted
from briefing.commands.options import Extra, Option, Options
from briefing.commands.table import BY_ID, COMMANDS, command_called
from briefing.errors import UsageError
from briefing.session.commands.settings import USUAL, set_keys
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.names import UNKNOWN, key_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.session import Session
    from briefing.ui.keys.mentions import KeyNames

_RESET: Final = Extra(("delete", "backspace"), "The usual keys again", USUAL)


def asked_key(session: Session, names: KeyNames, argument: str) -> Options | KeyWanted | None:
    """Return what asks for a command, or for the key that it is to have; None with both."""
    if not argument:
        rows = tuple(Option(_line(names, each.id), each.id) for each in COMMANDS)
        return Options("Keys", rows, _changed_last(session), (_RESET,))
    name, _, key = argument.partition(" ")
    command = BY_ID.get(name) or command_called(name)
    if key or command is None:
        return None
    return KeyWanted(f"{_line(names, command.id)}. The next key is for it; Escape leaves", command.id)


def _line(names: KeyNames, command_id: str) -> str:
    """Return "Play or pause: space"."""
    keys = names.each(command_id)
    return f"{BY_ID[command_id].title}: {_or_none(keys)}"


def _or_none(keys: list[str]) -> str:
    return ", ".join(keys) if keys else "no key"


def _changed_last(session: Session) -> int:
    ids = [each.id for each in COMMANDS]
    last = session.preferences.key_last
    return ids.index(last) if last in ids else 0


def change_key(session: Session, names: KeyNames, argument: str) -> None:
    """Give a key to a command, or take it from it: "stop f6"; with "default" it has the usual ones again.

    Raises:
        UsageError, ConfigError: if there is no such command, or no such key that could run one.
    """
    name, _, written = argument.partition(" ")
    command = BY_ID.get(name) or command_called(name)
    if command is None:
        raise UsageError(f"There is no command {name}." if name else "Type a command and its key.")
    if not written:
        session.say(f"{_line(names, command.id)}.")
        return
    now = bound_keys(COMMANDS, session.settings.keys)
    before = f"{_line(names, command.id)}."
    if written == USUAL:
        changed = {each: keys for each, keys in session.settings.keys.items() if each != command.id}
    else:
        changed = _with_key(session.settings.keys, now, command.id, _key(written))
    after = bound_keys(COMMANDS, changed)
    session.preferences.key_last = command.id
    set_keys(session, changed, _told(names, command.id, now, after), before)


def _key(written: str) -> str:
    try:
        key = key_from(written)
    except ValueError as error:
        raise UsageError(f"There is no key {written}.") from error
    if key == UNKNOWN:
        raise UsageError("That key has no name, so no command can have it.")
    return key


def _with_key(
    overrides: Mapping[str, tuple[str, ...]], now: Mapping[str, tuple[str, ...]], command_id: str, key: str
) -> dict[str, tuple[str, ...]]:
    """Return the user's keys with one given to a command, or taken from it, and from whoever has it."""
    keys = now[command_id]
    if key in keys and BY_ID[command_id].key_arguments:
        raise UsageError("Those keys go together, and each has its own argument.")
    kept = tuple(each for each in keys if each != key)
    changed = {
        each: tuple(other for other in given if other != key) if each != command_id else given
        for each, given in overrides.items()
    }
    changed[command_id] = kept if key in keys else (key, *kept)
    return changed


def _told(
    names: KeyNames, command_id: str, now: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]
) -> str:
    """Return the command's keys, and whose key it was: "Stop: F6, x. F6 ran Help, which has no key now."."""
    told = f"{BY_ID[command_id].title}: {_or_none(names.in_words(after[command_id]))}."
    for each, keys in now.items():
        lost = [key for key in keys if key not in after[each]]
        if each != command_id and lost:
            left = _or_none(names.in_words(after[each]))
            told += f" {names.in_words(lost)[0]} ran {BY_ID[each].title}, which has {left} now."
    return told
