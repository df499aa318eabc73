"""Profiles: what each holds can be set, and where one stands among what else is set."""

from __future__ import annotations

import pytest

from briefing.cli.settings_loading import resolve
from briefing.errors import ConfigError
from briefing.kinds import Choice
from briefing.profiles import PROFILES
from briefing.settings import TABLE
from briefing.sizes import TextSize

FILE = "/home/ann/settings.toml"


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_holds_settings_that_can_be_taken_and_makes_a_difference(name: str) -> None:
    profile = PROFILES[name]
    assert profile.help.endswith(".")
    loaded = resolve({}, {}, {"profile": name})
    assert loaded.settings.profile == name
    assert loaded.settings != resolve({}, {}, {}).settings._replace(profile=name)
    for setting in profile.values:
        assert not TABLE[setting].per_run
        assert loaded.sources[setting] == "profile"


def test_what_stands_beside_a_profile_in_the_file_wins_over_it() -> None:
    loaded = resolve({"profile": "lowvision", "theme": "light"}, {}, {}, FILE)
    assert (loaded.settings.theme, loaded.settings.size) == ("light", TextSize.LG)
    assert (loaded.sources["theme"], loaded.sources["size"]) == ("file", "profile")


def test_a_profile_by_flag_wins_over_file_and_environment_as_its_settings_would() -> None:
    file, environ = {"theme": "light", "speed": 2.0}, {"BRIEFING_SIZE": "sm"}
    settings = resolve(file, environ, {"profile": "lowvision"}, FILE).settings
    assert (settings.theme, settings.size, settings.speed) == ("high-contrast", TextSize.LG, 2.0)
    assert resolve(file, environ, {"profile": "lowvision", "size": "md"}, FILE).settings.size is TextSize.MD


def test_only_one_profile_is_in_force_and_none_where_the_flag_says_so() -> None:
    file = {"profile": "braille"}
    settings = resolve(file, {"BRIEFING_PROFILE": "lowvision"}, {}, FILE).settings
    assert (settings.linear, settings.theme) == (Choice.AUTO, "high-contrast")
    assert resolve(file, {}, {"profile": ""}, FILE).settings.linear is Choice.AUTO


def test_a_users_own_profile_stands_beside_ours_or_changes_one() -> None:
    own = {"night": {"theme": "dark", "volume": 30}, "lowvision": {"theme": "dark"}}
    file = {"profiles": own}
    assert resolve(file, {}, {"profile": "night"}, FILE).settings.volume == 30
    changed = resolve(file, {}, {"profile": "lowvision"}, FILE).settings
    assert (changed.theme, changed.size) == ("dark", TextSize.LG)


@pytest.mark.parametrize(
    ("file", "flags", "said"),
    [
        ({}, {"profile": "nobody"}, "There is no profile 'nobody'. There are screenreader, braille"),
        ({"profiles": 3}, {}, f"The profiles in {FILE} cannot be understood."),
        ({"profiles": {"mine": 3}}, {}, f"The profiles in {FILE} cannot be understood."),
        ({"profiles": {"mine": {"speeed": 2}}}, {}, "There is no setting 'speeed', as the profile mine of"),
        ({"profiles": {"mine": {"at": "p3"}}}, {}, "is for one run only"),
        ({"profiles": {"mine": {"speed": 9}}}, {}, "The setting speed in the profile mine of"),
        ({"profiles": {"mine": {"profile": "braille"}}}, {}, "names a profile"),
    ],
)  # fmt: skip
def test_what_a_profile_cannot_be_is_said(
    file: dict[str, object], flags: dict[str, object], said: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        resolve(file, {}, flags, FILE)
    assert said in str(caught.value)
