"""What a session needs to change settings: the user's file, and the voices of its briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.wiring.account import check_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefing.cli.wiring.narrators import Narrators
    from briefing.ports.speech import SpeechVoice
    from briefing.settings import Settings


class AccountPreferences:
    """A `session.preferences.PreferenceKeeper` on the settings file at `path` and those who read aloud."""

    def __init__(self, path: Path | None, narrators: Narrators) -> None:
        self._path, self._narrators = path, narrators

    def change(self, changes: Mapping[str, object | None]) -> Mapping[str, object | None]:
        """Write settings into the file; see `SettingsFile.change`."""
        from briefing.cli.settings_writing import SettingsFile  # nobody changes one before the first line

        return SettingsFile(self._path, check_names).change(changes)

    def speak_by(self, settings: Settings) -> None:
        """Read aloud by other settings from the next reading on."""
        self._narrators.speak_by(settings)

    def voices(self) -> Sequence[SpeechVoice]:
        """Return who can read aloud."""
        return self._narrators.voices()
