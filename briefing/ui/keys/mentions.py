"""Commands in sentences, by the keys that the user has for them.

Rules:
1. A command without a key is named as it is typed: ":help", or "colon help" where it is heard.
2. What can be typed is named only while a key opens the line to type in. A sentence that asks for
   a command which nothing runs is left out, for nobody could do what it says.
3. Whoever holds the tables of the keys in force sees a change of them, which is made in place: a list, a help
   or a line of hints that is open names the keys that are now.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.commands.mentions import MENTION
from briefing.commands.table import COMMANDS
from briefing.ui.keys.bindings import argument_of, bound_keys
from briefing.ui.keys.words import key_in_words, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?]) ")
_ROW: Final = tuple("0123456789")
"""Keys that are named by the first and the last of them."""


class KeyNames:
    """Says which key runs a command. `keys` are those of every command by its id (`bound_keys`)."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]], *, is_heard: bool) -> None:
        """Name keys for the ear ("question mark"), or for the eye ("?")."""
        self._keys = keys
        self._is_heard = is_heard
        self._in_words = spoken if is_heard else key_in_words

    def each(self, command_id: str) -> list[str]:
        """Return the keys of a command, in words."""
        return self.in_words(self._keys[command_id])

    def in_words(self, keys: Iterable[str]) -> list[str]:
        """Return keys as they are told."""
        return [self._in_words(key) for key in keys]

    def first(self, command_id: str) -> str:
        """Return the first key of a command, and else what is typed; "" if nothing runs it."""
        return next(iter(self.each(command_id)), "") or self.typed(command_id)

    def listed(self, command_id: str) -> str:
        """Return the keys of a command between commas, and else what is typed; "" if nothing runs it."""
        return self._row(command_id) or ", ".join(self.each(command_id)) or self.typed(command_id)

    def of(self, command_id: str, argument: str = "") -> str:
        """Return what runs a command, with an argument if any, as part of a sentence; "" if nothing does."""
        keys = [
            self._in_words(key)
            for key in self._keys[command_id]
            if not argument or argument_of(command_id, key, self._keys) == argument
        ]
        row = "" if argument else self._row(command_id)
        return row or " or ".join(keys) or self.typed(f"{command_id} {argument}".rstrip())

    def is_free(self, key: str) -> bool:
        """Whether a key runs no command."""
        return all(key not in keys for keys in self._keys.values())

    def typed(self, line: str) -> str:
        """Return how `line`, an id with its argument if any, is typed; "" if no key opens what takes it."""
        if not self._keys["command"]:
            return ""
        key = self._keys["command"][0]
        if key != ":":
            return f"{self._in_words(key)} and then {line}"
        return f"{spoken(key)} {line}" if self._is_heard else f":{line}"

    def put_into(self, text: str) -> str:
        """Return `text` with the user's keys in place of its mentions (`commands.mention`)."""
        if not MENTION.search(text):
            return text
        told = (self._told(sentence) for sentence in _BETWEEN_SENTENCES.split(text))
        return " ".join(sentence for sentence in told if sentence)

    def _told(self, sentence: str) -> str:
        if not all(self.of(*found.groups()) for found in MENTION.finditer(sentence)):
            return ""
        told = MENTION.sub(lambda found: self.of(*found.groups()), sentence)
        # For the eye a capital would be another key.
        is_first = self._is_heard and MENTION.match(sentence)
        return told[:1].upper() + told[1:] if is_first else told

    def _row(self, command_id: str) -> str:
        keys = self.each(command_id)
        return f"{keys[0]} to {keys[-1]}" if self._keys[command_id] == _ROW else ""


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
