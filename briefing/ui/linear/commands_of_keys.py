"""Which keys run which commands in lines: as everywhere, but arrows none where they move the cursor.

At a braille display, a routing key has arrows sent (`touching`). That there is one is never guessed: its user
gives its width or the profile `braille`, or sets `routing`. What the arrows do elsewhere has other keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.kinds import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.settings import Settings

_ARROWS: Final = ("up", "down", "left", "right")


class CommandsOfKeys:
    """The keys of every command, and the command of every key. Both are kept up to date in place."""

    def __init__(self, bound: Mapping[str, tuple[str, ...]], settings: Callable[[], Settings]) -> None:
        self._bound, self._settings = bound, settings
        self.keys: dict[str, tuple[str, ...]] = {}
        self.commands: dict[str, str] = {}
        self.is_at_display = False
        self.bind()

    def moves_cursor(self, key: str) -> bool:
        """Return whether a key moves the cursor, by the settings as they are now."""
        if self.is_at_display is not self._has_display:
            self.bind()
        return self.is_at_display and key in _ARROWS

    @property
    def _has_display(self) -> bool:
        settings = self._settings()
        is_said = settings.routing is Choice.AUTO and settings.braille_width > 0
        return is_said or settings.routing is Choice.ON

    def bind(self) -> None:
        """Take the keys as they are bound now."""
        self.is_at_display = self._has_display
        taken = _ARROWS if self.is_at_display else ()
        for command_id, keys in self._bound.items():
            self.keys[command_id] = tuple(key for key in keys if key not in taken)
        self.commands.clear()
        self.commands.update({key: each for each, keys in self.keys.items() for key in keys})
