"""The settings in force, which can be changed in the player."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.settings import Settings


class CurrentSettings:
    """What all go by who open, fetch and read: `now` is asked for whenever something is begun."""

    def __init__(self, settings: Settings) -> None:
        self.now = settings
