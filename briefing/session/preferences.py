"""The settings in force while the player runs: changed one by one or by a profile, and taken back.

Rules:
1. What is chosen here is the user's: it is kept in the file, whatever a flag or the environment says, which
   win again at the next start.
2. A profile that is chosen takes the settings that it holds out of the file, so that they are its own; what a
   flag or the environment gives stays in force. Going to another one, what was the last one's is as usual.
3. Nothing is put in force here but the values themselves: whoever goes by them is told by whoever changes
   them (`session.commands.settings`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from briefing.settings import TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.ports.speech import SpeechVoice
    from briefing.settings import Loaded, Settings, Source

GIVEN: Final = ("flag", "environment")
"""Where a value comes from that the file does not change."""


class PreferenceKeeper(Protocol):
    """Keeps what the user chooses, and has whatever is opened or read go by it."""

    def change(self, changes: Mapping[str, object | None]) -> Mapping[str, object | None]:
        """Keep settings, all or none of them; None drops one. Return what would undo that.

        Raises:
            BriefingError: if they cannot be kept.
        """

    def go_by(self, settings: Settings) -> None:
        """Let what is opened, fetched and read from now on go by other settings.

        Raises:
            ConfigError: if one of them names what there is not; nothing has changed then.
        """

    def voices(self) -> Sequence[SpeechVoice]:
        """Return who can read aloud. It may take a second, the first time.

        Raises:
            SpeechError: if there is no voice.
        """


class Chosen(NamedTuple):
    """What settings are in force, and where each comes from."""

    settings: Settings
    sources: Mapping[str, Source]


class Trial(NamedTuple):
    """Something that is tried: what takes it back, and the place of the text where that began."""

    leave: Callable[[], None]
    place: int


class Preferences:
    """The settings, where each comes from, and where they are kept."""

    def __init__(self, loaded: Loaded, keeper: PreferenceKeeper) -> None:
        self.settings = loaded.settings
        self.sources: Mapping[str, Source] = loaded.sources
        self.profiles = loaded.profiles
        self.keeper = keeper
        self.chosen_last = ""
        """The setting that was changed last; where a list of them begins."""
        self.key_last = ""
        """The command whose keys were changed last."""
        self.trial: Trial | None = None
        """What is being tried; None where nothing is."""

    def with_setting(self, name: str, value: object | None) -> Chosen:
        """Return the settings with one changed, or with None as usual."""
        source: Source = "default" if value is None else "file"
        chosen = TABLE[name].default if value is None else value
        return Chosen(self._replaced({name: chosen}), {**self.sources, name: source})

    def with_profile(self, name: str) -> Chosen:
        """Return the settings as a profile makes them; "" for no profile."""
        values = self.profiles.get(name, {})
        sources = dict(self.sources)
        changed: dict[str, object] = {"profile": name}
        sources["profile"] = "file" if name else "default"
        for setting, source in self.sources.items():
            if setting in values and source not in GIVEN:
                changed[setting], sources[setting] = values[setting], "profile"
            elif source == "profile":
                changed[setting], sources[setting] = TABLE[setting].default, "default"
        return Chosen(self._replaced(changed), sources)

    def _replaced(self, changed: Mapping[str, object]) -> Settings:
        return self.settings._replace(**changed)  # type: ignore[arg-type]  # each was parsed by its own kind

    def take(self, made: Chosen) -> None:
        """Let other settings be in force.

        Raises:
            ConfigError: if one of them names what there is not; nothing has changed then.
        """
        self.keeper.go_by(made.settings)
        self.settings, self.sources = made
