"""The keys that are in force: which run which commands, and how they are called.

Whoever holds these tables sees a change of them, which is made in place: a list, a help or a line of hints
that is open names the keys that are now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.commands.table import COMMANDS
from briefing.ui.keys.bindings import bound_keys
from briefing.ui.keys.mentions import KeyNames

if TYPE_CHECKING:
    from collections.abc import Mapping


class KeysInForce:
    """What keys the user has, who gives some in `overrides`; `is_heard`: named for the ear.

    Raises:
        ConfigError: if those cannot be.
    """

    def __init__(self, overrides: Mapping[str, tuple[str, ...]], *, is_heard: bool) -> None:
        self.of_command: dict[str, tuple[str, ...]] = {}
        """Command id -> its keys."""
        self.commands: dict[str, str] = {}
        """Key -> the id of its command."""
        self.names = KeyNames(self.of_command, is_heard=is_heard)
        self._taken: Mapping[str, tuple[str, ...]] | None = None
        self.take(overrides)

    def take(self, overrides: Mapping[str, tuple[str, ...]]) -> bool:
        """Let these be in force; return whether they were others before.

        Raises:
            ConfigError: if they cannot be.
        """
        if overrides == self._taken:
            return False
        bound = bound_keys(COMMANDS, overrides)
        self._taken = overrides
        self.of_command.clear()
        self.of_command.update(bound)
        self.commands.clear()
        self.commands.update({key: each for each, keys in bound.items() for key in keys})
        return True
