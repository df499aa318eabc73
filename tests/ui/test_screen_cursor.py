"""The terminal's own cursor, as bytes: shown, and after each frame where the sentence begins."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

from tests.ui.test_screen_terminal import Screen

if TYPE_CHECKING:
    from pathlib import Path

MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
VISIBILITY = re.compile(rb"\x1b\[\?25([hl])")


SHAPE = re.compile(rb"\x1b\[(\d) q")
PLAYED_S = 2


def test_after_each_frame_the_cursor_is_shown_where_the_sentence_begins(tmp_path: Path) -> None:
    screen = Screen(tmp_path)
    try:
        drawn = screen.drawn_until(b"0:00:00 of 0:03:48")
        while more := screen.drawn(1.0):  # what comes when voices and picture are there
            drawn += more
        assert VISIBILITY.findall(drawn)[-1] == b"h"
        sentence = MOVE.findall(drawn)[-1]
        screen.send(b" ")
        for second in range(1, PLAYED_S + 1):  # words are lit, and the clock goes
            drawn = screen.drawn_until(f"0:00:0{second} of".encode()) + screen.drawn(0.2)
            assert MOVE.findall(drawn)[-1] == sentence
            assert b"l" not in VISIBILITY.findall(drawn)
    finally:
        screen.close()


def test_the_cursor_goes_ahead_of_the_light_where_the_words_stand_already(tmp_path: Path) -> None:
    screen = Screen(tmp_path)
    try:
        screen.drawn_until(b"Picture: ")  # it moves the text
        screen.send(b"jjj")
        while screen.drawn(1.0):
            pass
        drawn = screen.send(b"k")
        while more := screen.drawn(1.0):
            drawn += more
        row, column = MOVE.findall(drawn)[-1]
        assert drawn.startswith(b"\x1b[" + row + b";" + column + b"H\x1b[?25h")
    finally:
        screen.close()


def test_where_a_frame_moves_the_words_the_cursor_goes_by_itself_after_it(tmp_path: Path) -> None:
    screen = Screen(tmp_path)
    try:
        screen.drawn_until(b"Recording")
        while screen.drawn(1.0):
            pass
        drawn = screen.send(b"9")
        while more := screen.drawn(1.0):
            drawn += more
        *_, before, last = MOVE.findall(drawn)
        assert before != last
        assert drawn.endswith(b"\x1b[" + last[0] + b";" + last[1] + b"H\x1b[?25h")
    finally:
        screen.close()


def test_the_cursor_hides_no_letter_and_is_given_back_as_it_was(tmp_path: Path) -> None:
    screen = Screen(tmp_path)
    try:
        assert SHAPE.findall(screen.drawn_until(b"0:00:00 of 0:03:48")) == [b"4"]
        drawn = screen.send(b"q") + screen.drawn_until(b"\x1b[?1049l")
        assert SHAPE.findall(drawn) == [b"0"]
    finally:
        screen.close()
