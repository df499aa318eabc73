"""Which keys run which commands: the usual ones, and the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.commands.table import BY_ID
from briefing.errors import ConfigError
from briefing.ui.keys.names import key_from, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.commands.command import Command

_SAME: Final = pairs("""
ctrl+i tab
ctrl+m enter
ctrl+j enter
ctrl+h backspace
ctrl+[ escape
shift+space space
shift+enter enter
ctrl+enter enter
""")
"""Keys for which terminals send the same as for another."""
_RESERVED: Final = {
    "escape": "closes what is open",
    "ctrl+c": "always leaves",
    "tab": "moves the focus",
    "shift+tab": "moves the focus",
}


def bound_keys(
    commands: Iterable[Command], overrides: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command by its id: the user's, else the usual ones.

    A key that the user gives to a command is no other's any more: settings outlive versions, and a new
    command's usual key may be one that they use.

    Raises:
        ConfigError: for a command or key that does not exist, a key that cannot be bound, or
            one that the user gives to two commands.
    """
    bound = {command.id: command.keys for command in commands}
    for command_id, written in overrides.items():
        if command_id not in bound:
            raise ConfigError(
                f"There is no command {command_id!r} to give keys to.", _nearest(command_id, bound)
            )
        bound[command_id] = tuple(_checked(command_id, key) for key in written)
    owners: dict[str, str] = {}
    for command_id in overrides:
        for key in bound[command_id]:
            other = owners.setdefault(key, command_id)
            if other != command_id:
                raise ConfigError(
                    f"The key {key} cannot run both {other} and {command_id}.",
                    f"Give {command_id} another key in the settings.",
                )
    return {
        command_id: tuple(key for key in keys if owners.get(key, command_id) == command_id)
        for command_id, keys in bound.items()
    }


def _checked(command_id: str, written: str) -> str:
    try:
        key = key_from(written)
    except ValueError as error:
        raise ConfigError(
            f"There is no key {written!r}, as the settings have it for {command_id}.",
            "A key is a character, or a name such as space, f6 or shift+left.",
        ) from error
    if key in _SAME:
        raise ConfigError(
            f"The key {key} cannot run {command_id}.", f"Terminals cannot tell it from {_SAME[key]}."
        )
    if key in _RESERVED:
        raise ConfigError(f"The key {key} cannot run {command_id}.", f"It {_RESERVED[key]}.")
    return key


def _nearest(name: str, names: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(names), n=1)
    return f"Is {near[0]} meant?" if near else "Leave it out; the help in the player lists them all."


def argument_of(command_id: str, key: str, bound: Mapping[str, tuple[str, ...]]) -> str:
    """Return what a key gives its command to work with: the tenth that it stands for, else nothing."""
    arguments = BY_ID[command_id].key_arguments
    return dict(zip(bound[command_id], arguments, strict=False)).get(key, "")
