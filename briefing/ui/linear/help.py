"""Help in lines: what each key does, asked key by key, or all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.commands.command import Group, Scope
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID, COMMANDS
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import capital, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefing.ui.keys.mentions import KeyNames


class Help:
    """Answers keys with what they do until it is closed.

    Args:
        commands: the command of each key.
        own_keys: the keys of help itself, which then tell all.
        names: how the user's keys are told.
        say: writes an announcement.
        close: called once, when keys are commands again.
    """

    def __init__(
        self,
        commands: Mapping[str, str],
        own_keys: Collection[str],
        names: KeyNames,
        *,
        say: Callable[[str], None],
        close: Callable[[], None],
    ) -> None:
        self._commands, self._own_keys, self._names = commands, own_keys, names
        self._say, self._close = say, close

    def open(self) -> None:
        """Say how it is used; where no key would tell all of it, tell all and close."""
        if not self._own_keys:
            self._tell_all()
            return
        self._say(
            "Help. Press a key to hear what it does. Escape closes help. "
            f"{mention('help')} again tells all keys and closes it, too."
        )

    def key(self, key: str) -> None:
        """Tell what a key does."""
        command_id = self._commands.get(key)
        if key == "escape":
            self._close()
            self._say("Help closed.")
        elif key in self._own_keys:
            # Some readers keep Escape for themselves, so there is another way out.
            self._tell_all()
        elif command_id is None:
            self._say("No command on that key." if key == UNKNOWN else f"No command on {spoken(key)}.")
        else:
            command = BY_ID[command_id]
            opener = " or ".join(self._names.each("command"))
            is_typed = command.argument and opener
            typed = f" Typed after {opener}: {command.id}, then {command.argument}." if is_typed else ""
            self._say(f"{command.title}. {command.help}{typed}")

    def _tell_all(self) -> None:
        self._close()
        for group in Group:
            self._say(f"{group}: {' '.join(self._lines(group))}")
        self._say("Help closed.")

    def _lines(self, group: Group) -> list[str]:
        return [
            f"{capital(self._names.of(command.id) or 'No key')}: {command.title}."
            for command in COMMANDS
            if command.group is group and command.scope is not Scope.TUI
        ]
