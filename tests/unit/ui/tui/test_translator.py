"""Units become Textual's messages, whatever they are; and sizes are those that a terminal can have."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("Textual has another driver there", allow_module_level=True)

from hypothesis import given
from hypothesis import strategies as st
from textual import events

from briefing.ui.keys.names import UNKNOWN
from briefing.ui.keys.sequences import Splitter, Typed, Unit
from briefing.ui.tui.translator import Translator, is_size


def told(data: bytes, translator: Translator | None = None) -> list[str]:
    """What the app is told: keys by their names, everything else by its kind."""
    translator, splitter = translator or Translator(), Splitter()
    units: list[Unit] = []
    for unit in (*splitter.feed(data), *splitter.flush()):
        units += map(Typed, unit.text) if isinstance(unit, Typed) else [unit]
    found = [message for unit in units for message in translator.messages(unit)]
    return [each.key if isinstance(each, events.Key) else type(each).__name__ for each in found]


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"q", ["q"]),
        ("ä".encode(), ["ä"]),
        (b"\xe4q", [UNKNOWN, "q"]),
        (b"\xff", [UNKNOWN]),
        ("\x9b".encode(), [UNKNOWN]),
        (b"\x1b[M \xa0\x30q", ["q"]),
        (b"\x1b", ["escape"]),
        (b"\x1b[A\x1b[1;2C", ["up", "shift+right"]),
        (b"\x1bx", ["alt+x"]),
        (b"\x1b[99z", []),
        (b"\x1b[1;", [UNKNOWN]),
        (b"\x1b[97;5u", ["ctrl+a"]),
        (b"\x1b[99999999u", []),
        (b"\x1b[<0;5;5M", ["MouseDown"]),
        (b"\x1b[I\x1b[O", ["AppFocus", "AppBlur"]),
        (b"\x1b[48;24;80;480;640t", ["Resize"]),
        (b"\x1b[48;99999;99999;0;0t\x1b[48;0;0;0;0t", []),
    ],
)
def test_the_app_is_told_keys_by_their_names(data: bytes, names: list[str]) -> None:
    assert told(data) == names


@given(st.lists(st.sampled_from([b"\x1b[", b"\x1b[<", b"9", b";", b":", b"M", b"u", b"t", b"R", b"~"])))
def test_no_sequence_ends_the_keys(pieces: list[bytes]) -> None:
    translator = Translator()
    told(b"".join(pieces), translator)
    assert told(b"q", translator) == ["q"]


def test_the_mouse_is_right_after_a_sequence_that_nobody_expects() -> None:
    translator = Translator()
    told(b"\x1b[48;10;10;100;100t\x1b[99999999u", translator)
    (unit,) = Splitter().feed(b"\x1b[<0;51;51M")
    (press,) = translator.messages(unit)
    assert isinstance(press, events.MouseDown)
    assert (press.x, press.y) == (5, 5)


@pytest.mark.parametrize(
    ("columns", "rows", "can_be"),
    [
        (80, 24, True),
        (1, 1, True),
        (300, 100, True),
        (0, 0, False),
        (65535, 65535, False),
        (99999, 24, False),
    ],
)
def test_sizes_that_no_terminal_has_are_not_believed(columns: int, rows: int, *, can_be: bool) -> None:
    assert is_size(columns, rows) is can_be
