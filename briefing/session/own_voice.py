"""A voice of our own that speaks what is announced, made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.ports.voicing import OwnVoice


class LateVoice:
    """See `ports.voicing.OwnVoice`. `make` makes it; without, there is none."""

    def __init__(self, make: Callable[[], OwnVoice] | None = None) -> None:
        self._make = make
        self._voice: OwnVoice | None = None

    @property
    def is_on(self) -> bool:
        """Whether what is announced is spoken."""
        return self._voice is not None and self._voice.is_on

    def turn(self, *, is_on: bool) -> None:
        """Speak from now on, or no more.

        Raises:
            UsageError: if there is no such voice here.
            BriefingError: if it cannot speak.
        """
        if self._voice is None and is_on:
            if self._make is None:
                raise UsageError("There is no voice for announcements here.")
            self._voice = self._make()
        if self._voice is not None:
            self._voice.turn(is_on=is_on)

    def hush(self) -> None:
        """Be silent at once."""
        if self._voice is not None:
            self._voice.hush()
