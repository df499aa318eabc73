"""The table of settings, what wins over what, and what cannot be taken."""

from __future__ import annotations

import argparse
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.settings_flags import add_flags, given_flags
from briefing.cli.settings_loading import resolve
from briefing.errors import ConfigError
from briefing.kinds import Choice, Colours, listed
from briefing.model import Light
from briefing.settings import TABLE, Loaded, Settings, plain
from briefing.sizes import TextSize

FILE = "/home/ann/settings.toml"
every_setting = pytest.mark.parametrize("name", TABLE)


def flags(*arguments: str) -> dict[str, object]:
    parser = argparse.ArgumentParser()
    add_flags(parser)
    return given_flags(parser.parse_args(arguments))


def value_of(name: str, loaded: Loaded) -> object:
    return getattr(loaded.settings, name)


# The table


@every_setting
def test_a_default_can_be_taken_and_has_its_type(name: str) -> None:
    row = TABLE[name]
    assert row.parse(plain(row.default), "It") == row.default
    hint = typing.get_type_hints(Settings)[name]
    assert isinstance(row.default, typing.get_origin(hint) or hint)
    assert getattr(Settings(), name) == row.default


@every_setting
def test_a_setting_is_explained_and_reachable(name: str) -> None:
    row = TABLE[name]
    assert row.help.endswith(".")
    assert row.flags
    assert next(iter(row.environment)) == f"BRIEFING_{name.upper()}"
    assert row.kind.takes
    assert not row.kind.takes.endswith(".")


# What wins


def test_nothing_set_is_the_default() -> None:
    loaded = resolve({}, {}, {})
    assert loaded.settings == Settings()
    assert set(loaded.sources.values()) == {"default"}


def test_flag_over_environment_over_file() -> None:
    file, environ = {"size": "md", "speed": 2.0, "volume": 10}, {"BRIEFING_SIZE": "lg", "BRIEFING_SPEED": "3"}
    loaded = resolve(file, environ, flags("--size", "xs"))
    assert (loaded.settings.size, loaded.settings.speed, loaded.settings.volume) == (TextSize.XS, 3.0, 10)
    assert [loaded.sources[each] for each in ("size", "speed", "volume", "light")] == [
        "flag", "environment", "file", "default"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "name", "value"),
    [
        (["--linear"], "linear", Choice.ON),
        (["--tui"], "linear", Choice.OFF),
        (["--linear", "--tui"], "linear", Choice.OFF),
        (["--play"], "autoplay", True),
        (["--no-follow"], "follow", False),
        (["--follow-text"], "follow_text", True),
        (["--exit-at-end"], "exit_at_end", True),
        (["--voice", "speech"], "voice", "speech"),
        (["--light", "Sentence"], "light", Light.SENTENCE),
        (["--sink", "out.wav"], "sink", "out.wav"),
        (["--at", "p3.s2"], "at", "p3.s2"),
        (["--sync-offset-ms", "-40"], "sync_offset_ms", -40),
        (["--keys", '{ play = "p", quit = ["Q", "f10"] }'], "keys", {"play": ("p",), "quit": ("Q", "f10")}),
    ],
)
def test_flags(arguments: list[str], name: str, value: object) -> None:
    loaded = resolve({}, {}, flags(*arguments))
    assert value_of(name, loaded) == value
    assert loaded.sources[name] == "flag"


@pytest.mark.parametrize(
    ("environ", "name", "value", "source"),
    [
        ({"BRIEFING_LINEAR": "1"}, "linear", Choice.ON, "environment"),
        ({"ACCESSIBLE": "1"}, "linear", Choice.ON, "environment"),
        ({"ACCESSIBLE": "1", "BRIEFING_LINEAR": "0"}, "linear", Choice.OFF, "environment"),
        ({"ACCESSIBLE": "very"}, "linear", Choice.AUTO, "default"),
        ({"BRIEFING_LINEAR": ""}, "linear", Choice.AUTO, "default"),
        ({"REDUCED_MOTION": "1"}, "reduced_motion", True, "environment"),
        ({"NO_COLOR": "1"}, "colour", Colours.OFF, "environment"),
        ({"NO_COLOR": "0"}, "colour", Colours.OFF, "environment"),
        ({"NO_COLOR": "1", "BRIEFING_COLOUR": "on"}, "colour", Colours.ON, "environment"),
        ({"BRIEFING_FOLLOW": "no"}, "follow", False, "environment"),
        ({"BRIEFING_KEYS": '{ play = "p" }'}, "keys", {"play": ("p",)}, "environment"),
        ({"BRIEFING_UNHEARD_OF": "1"}, "quiet", False, "default"),
    ],
)
def test_the_environment(environ: dict[str, str], name: str, value: object, source: str) -> None:
    loaded = resolve({}, environ, {})
    assert value_of(name, loaded) == value
    assert loaded.sources[name] == source


# What cannot be taken


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ({"sped": 1}, f"There is no setting 'sped', as {FILE} has it. Is speed meant?"),
        ({"speed": 9}, f"The setting speed in {FILE} cannot be 9. It takes a number from 0.5 to 6."),
        ({"speed": float("nan")}, "cannot be nan"),
        ({"speed": True}, "cannot be True"),
        ({"size": "xxl"}, f"It takes {listed(tuple(TextSize))}."),
        ({"volume": 50.5}, "It takes a whole number of percent from 0 to 100."),
        ({"volume": "9" * 5000}, "It takes a whole number"),
        ({"follow": "perhaps"}, "It takes on or off."),
        ({"keys": {"play": 1}}, "It takes a table of commands and keys"),
        ({"keys": "{ play"}, "It takes a table of commands and keys"),
        ({"trace": "x"}, f"The setting trace stands in {FILE}, but is for one run only. Give it as --trace."),
        ({"sink": "out.mp3"}, "It takes default, null, or the path of a .wav file."),
        ({"language": "English!"}, "It takes a language tag"),
        ({"speech_voice": "\x1b[2J"}, r"cannot be '\x1b[2J'"),
    ],
)
def test_a_mistake_in_the_file_is_told(file: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        resolve(file, {}, {}, FILE)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_mistake_says_where_it_stands() -> None:
    with pytest.raises(ConfigError, match="The environment variable BRIEFING_SIZE cannot be 'big'"):
        resolve({}, {"BRIEFING_SIZE": "big"}, {})
    with pytest.raises(ConfigError, match="The flag --speed cannot be 'fast'"):
        resolve({}, {}, flags("--speed", "fast"))


scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=9)
)
anything = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner))


@given(st.sampled_from([name for name, row in TABLE.items() if not row.per_run]), anything)
def test_any_value_is_taken_or_refused_in_a_sentence(name: str, value: Any) -> None:
    try:
        loaded = resolve({name: value}, {}, {}, FILE)
    except ConfigError as error:
        message = error.message
    else:
        message = f"The setting {name} in {FILE} is what it was when it is read again."
        again = resolve({name: plain(value_of(name, loaded))}, {}, {}, FILE)
        assert again.settings == loaded.settings
    assert FILE in message
    assert message.isprintable()
