"""The settings in force, as changes and profiles make them; what is done with them is asked of a session."""

from __future__ import annotations

from briefing.session.preferences import Preferences
from briefing.settings import TABLE, Loaded, Settings
from tests.stage import PROFILES_HELD, KeeperOfDict


def test_a_profile_leaves_what_was_given_and_what_it_does_not_hold_and_drops_the_last_ones() -> None:
    sources = {**dict.fromkeys(TABLE, "default"), "theme": "flag", "light": "profile", "volume": "file"}
    settings = Settings(theme="light", volume=30)
    preferences = Preferences(Loaded(settings, sources, profiles=PROFILES_HELD), KeeperOfDict())  # type: ignore[arg-type]
    made = preferences.with_profile("lowvision")
    assert (made.settings.theme, made.settings.volume) == ("light", 30)
    assert (made.sources["theme"], made.sources["size"], made.sources["profile"]) == (
        "flag",
        "profile",
        "file",
    )
    preferences.take(made)
    made = preferences.with_profile("")
    assert made.settings == settings
    assert made.sources["size"] == "default"
    assert preferences.keeper.went_by == [preferences.settings]  # type: ignore[attr-defined]
