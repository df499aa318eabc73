"""Help in lines: what a key does that is pressed, and all commands one by one, group by group.

Rules:
1. It is a mode of its own, left by the key that opened it, by the one that leaves everything, and by Escape,
   which some readers keep for themselves. It says so when it opens and when it is left.
2. Each key is answered with one line; nothing is told all at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.announce import counted
from briefing.commands.command import Scope
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID, COMMANDS
from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.words import capital, spoken
from briefing.ui.lists.keys import IN_LISTS, Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefing.commands.command import Command
    from briefing.ui.keys.mentions import KeyNames

_LISTED: Final = [command for command in COMMANDS if command.scope is not Scope.TUI]
_STEPS: Final = {"tab": 1, "shift+tab": -1}
_GROUP_STEPS: Final = {"pagedown": 1, "pageup": -1}


class Help:
    """Answers keys with what they do until it is closed.

    Args:
        commands: the command of each key.
        own_keys: the keys of help itself, which close it.
        names: how the user's keys are told.
        say: makes an announcement.
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
        self._at = -1
        """The command that was told last, going through all of them."""

    def open(self) -> None:
        """Say how it is used, and how it is left."""
        self._say(
            "Help. Press a key to hear what it does. Tab goes through all commands, Page Down through their "
            f"groups. {mention('help')} or {mention('quit')} closes help, Escape does, too."
        )

    def key(self, key: str) -> None:
        """Tell what a key does, or the next command."""
        command_id = self._commands.get(key, "")
        closes = command_id in IN_LISTS and IN_LISTS[command_id].deed is Deed.CLOSE
        if key == "escape" or key in self._own_keys or closes:
            self._close()
            self._say("Help closed.")
        elif key in _STEPS:
            self._tell(self._at + _STEPS[key] if self._at >= 0 else 0)
        elif key in _GROUP_STEPS:
            self._tell_group(_GROUP_STEPS[key])
        elif not command_id:
            self._say("No command on that key." if key == UNKNOWN else f"No command on {spoken(key)}.")
        else:
            command = BY_ID[command_id]
            opener = " or ".join(self._names.each("command"))
            is_typed = command.argument and opener
            typed = f" Typed after {opener}: {command.id}, then {command.argument}." if is_typed else ""
            self._say(f"{command.title}. {command.help}{typed}")

    def _tell(self, at: int) -> None:
        if not 0 <= at < len(_LISTED):
            self._say("There is no other command." if at > 0 else "This is the first command.")
            return
        before = _LISTED[self._at].group if self._at >= 0 else None
        self._at = at
        group = _LISTED[at].group
        self._say(f"{'' if group is before else f'{group}. '}{self._line(_LISTED[at])}")

    def _tell_group(self, step: int) -> None:
        groups = list(dict.fromkeys(command.group for command in _LISTED))
        here = groups.index(_LISTED[self._at].group) + step if self._at >= 0 else 0
        if not 0 <= here < len(groups):
            self._say("There is no other group." if here > 0 else "This is the first group.")
            return
        members = [at for at, command in enumerate(_LISTED) if command.group is groups[here]]
        self._at = members[0]
        told = f"{groups[here]}, {counted(len(members), 'command')}."
        self._say(f"{told} {self._line(_LISTED[self._at])}")

    def _line(self, command: Command) -> str:
        return f"{capital(self._names.of(command.id) or 'No key')}: {command.title}. {command.help}"
