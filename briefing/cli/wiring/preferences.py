"""What a session needs to change settings: the user's file, and all who go by what is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.wiring.account import check_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefing.cli.wiring.current import CurrentSettings
    from briefing.cli.wiring.narrators import Narrators
    from briefing.ports.speech import SpeechVoice
    from briefing.settings import Settings


class AccountPreferences:
    """A `session.preferences.PreferenceKeeper` on the settings file at `path` and those who read aloud."""

    def __init__(self, path: Path | None, current: CurrentSettings, narrators: Narrators) -> None:
        self._path, self._current, self._narrators = path, current, narrators

    def change(self, changes: Mapping[str, object | None]) -> Mapping[str, object | None]:
        """Write settings into the file; see `SettingsFile.change`."""
        from briefing.cli.settings_writing import SettingsFile  # nobody changes one before the first line

        return SettingsFile(self._path, check_names).change(changes)

    def go_by(self, settings: Settings) -> None:
        """Let what is opened, fetched and read from now on go by other settings.

        Raises:
            ConfigError: if one of them names what there is not.
        """
        check_names(settings)
        before, self._current.now = self._current.now, settings
        self._narrators.speak_anew(before)

    def voices(self) -> Sequence[SpeechVoice]:
        """Return who can read aloud."""
        return self._narrators.voices()
