"""What settings take, from a file and from words alike."""

from __future__ import annotations

import pytest

from briefing.kinds import (
    BINDINGS,
    CHOICE,
    SWITCH,
    Choice,
    Glyphs,
    Kind,
    listed,
    name_of,
    number,
    one_of,
    text,
    whole,
)


def _told(value: object) -> str:
    return value.takes if isinstance(value, Kind) else str(value)


@pytest.mark.parametrize("raw", [True, "on", " YES ", "true", 1, "1"])
def test_on_is_said_in_many_ways(raw: object) -> None:
    assert SWITCH.parse(raw) is True
    assert CHOICE.parse(raw) is Choice.ON


@pytest.mark.parametrize("raw", [False, "off", "No", "false", 0])
def test_off_is_said_in_many_ways(raw: object) -> None:
    assert SWITCH.parse(raw) is False
    assert CHOICE.parse(raw) is Choice.OFF


def test_a_choice_may_be_left_to_the_program_and_a_switch_not() -> None:
    assert CHOICE.parse("Auto") is Choice.AUTO
    with pytest.raises(ValueError, match="auto"):
        SWITCH.parse("auto")


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (one_of(Glyphs), "Half", Glyphs.HALF),
        (name_of(("dark", "light")), " LIGHT", "light"),
        (whole(0, 100, "percent"), "100", 100),
        (number(0.5, 4), "1.25", 1.25),
        (number(0.5, 4), 4, 4.0),
        (text("a name", "NAME"), "Anna ä", "Anna ä"),
        (BINDINGS, {"play": "p", "quit": ["Q", "f10"]}, {"play": ("p",), "quit": ("Q", "f10")}),
        (BINDINGS, '{ play = "p" }', {"play": ("p",)}),
        (BINDINGS, {}, {}),
    ],
    ids=_told,
)
def test_what_is_taken(kind: Kind[object], raw: object, value: object) -> None:
    assert kind.parse(raw) == value


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (one_of(Glyphs), "round"),
        (name_of(("dark", "light")), "pink"),
        (whole(0, 100, "percent"), 101),
        (whole(0, 100, "percent"), -1),
        (whole(0, 100, "percent"), True),
        (whole(0, 100, "percent"), 1.5),
        (number(0.5, 4), "nan"),
        (number(0.5, 4), 0.49),
        (number(0.5, 4), False),
        (text("a name", "NAME"), "bell\x07"),
        (text("a name", "NAME"), 7),
        (BINDINGS, {"play": 7}),
        (BINDINGS, {"play": [""]}),
        (BINDINGS, ["p"]),
        (BINDINGS, "play = "),
    ],
    ids=_told,
)
def test_what_is_refused(kind: Kind[object], raw: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        kind.parse(raw)


def test_words_are_listed_as_a_sentence_has_them() -> None:
    assert listed(["a", "b", "c"]) == "a, b or c"
    assert one_of(Choice).takes == "auto, on or off"
