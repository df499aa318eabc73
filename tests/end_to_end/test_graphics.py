"""Pictures on terminals that draw them in one way, in another, or not at all: every byte is looked at."""

from __future__ import annotations

import io
import re
import sys
from base64 import b64decode
from typing import TYPE_CHECKING, Final

import pytest

if sys.platform == "win32":
    pytest.skip("the terminal is a POSIX one", allow_module_level=True)

from PIL import Image

from briefing.ui.graphics import ASK_COLOURS, ASK_ITERM2, ASK_KITTY, DA1
from briefing.ui.widgets.sent_picture import FORGET
from tests.drawing import PAUSE, WITH_SIXEL, WITHOUT, DrawingTerminal
from tests.unit.ui.widgets.test_sixels import decoded

if TYPE_CHECKING:
    from pathlib import Path

BY_KITTY: Final = {ASK_KITTY: (b"\x1b_Gi=31;OK\x1b\\",), DA1: (WITHOUT,)}
BY_ITERM2: Final = {ASK_ITERM2: (b"\x1b]1337;ReportCellSize=20.0;10.0;1.0\x1b\\",), DA1: (WITHOUT,)}
BY_SIXEL: Final = {DA1: (WITH_SIXEL,), ASK_COLOURS: (b"\x1b[?1;0;64S",)}
IN_KITTY: Final = {"TERM": "xterm-kitty"}
IN_ITERM2: Final = {"TERM_PROGRAM": "iTerm.app"}
PAINTED: Final = "three democracies"
WORDS: Final = "Escape closes"
SIZES: Final = b"[SM]"
"""Stands below the text, and not below the large picture."""
STRINGS: Final = (b"\x1bP", b"\x1b_", b"\x1b]1337", b"\x1b^", b"\x1bX")
"""What graphics come in, and what such terminals print that do not know it."""
SIXELS: Final = re.compile(rb"\x1b7\x1b\[(\d+);(\d+)H(\x1bPq[^\x1b]*\x1b\\)\x1b8")
KITTYS: Final = re.compile(rb"\x1b7\x1b\[(\d+);(\d+)H((?:\x1b_G[^\x1b]*\x1b\\)+)\x1b8")
ITERM2S: Final = re.compile(rb"\x1b7\x1b\[(\d+);(\d+)H\x1b\]1337;File=([^:]*):([^\x07]*)\x07\x1b8")
CELL: Final = (10, 20)


def opened(terminal: DrawingTerminal) -> None:
    """Have the picture shown; it is there when its words are."""
    terminal.wait_for(PAINTED)
    terminal.wait_for("Picture: ")  # it is here, and its words with it
    before = len(terminal.text)
    terminal.press("G")
    terminal.wait_for(WORDS, after=before)


def leaves(terminal: DrawingTerminal) -> None:
    """Leave, and have the terminal stand as it was found."""
    terminal.press("q")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.left_behind() == []


@pytest.mark.parametrize(
    ("answers", "variables"),
    [
        ({DA1: (WITHOUT,)}, {}),
        ({}, {}),
        ({}, IN_KITTY),
        ({DA1: (WITHOUT,)}, IN_KITTY),
        ({DA1: (WITHOUT,)}, IN_ITERM2),
        ({DA1: (WITH_SIXEL,)}, {"TMUX": "/run/tmux,1,0"}),
        ({DA1: (WITH_SIXEL,)}, {"TERM": "screen-256color"}),
        ({DA1: (WITH_SIXEL,)}, {"TERM": "linux", "KITTY_WINDOW_ID": "1"}),
    ],
    ids=[
        "answers without sixel",
        "never answers",
        "names itself kitty and never answers",
        "inherited kitty's variables",
        "inherited iTerm2's variables",
        "tmux",
        "screen",
        "console",
    ],
)
def test_where_a_terminal_has_not_answered_that_it_draws_no_byte_of_graphics_is_sent(
    answers: dict[str, tuple[bytes, ...]], variables: dict[str, str], tmp_path: Path
) -> None:
    with DrawingTerminal(tmp_path, answers, variables) as terminal:
        opened(terminal)
        before = terminal.written_bytes
        terminal.press("G")
        terminal.wait_for_bytes(SIZES, after=before)
        leaves(terminal)
        assert not [each for each in STRINGS if each in terminal.drawn]
        assert b"\x1b[48;2;" in terminal.raw  # the half blocks' colours


def test_it_is_asked_before_there_is_a_screen_and_only_what_no_terminal_prints(tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, {DA1: (WITHOUT,)}) as terminal:
        terminal.wait_for(PAINTED)
        assert terminal.raw.startswith(DA1.encode())
        assert terminal.raw.count(DA1.encode()) == 1
        leaves(terminal)


@pytest.mark.parametrize(
    "pieces", [(WITH_SIXEL,), (WITH_SIXEL[:6], PAUSE, WITH_SIXEL[6:])], ids=["whole", "in halves"]
)
def test_an_answer_is_neither_echoed_nor_taken_for_keys(pieces: tuple[bytes, ...], tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, {DA1: pieces}) as terminal:
        terminal.wait_for(PAINTED)
        terminal.wait_for_bytes(ASK_COLOURS.encode())
        terminal.press("ø")  # whatever else was typed has been answered before
        terminal.wait_for("ø does nothing")
        assert set(re.findall(r"(\S+) does nothing", terminal.text)) == {"ø"}
        assert "63;1" not in terminal.text
        leaves(terminal)


def test_sixels_are_the_whole_picture_in_its_place_anew_in_each_size_and_gone_when_closed(
    tmp_path: Path,
) -> None:
    with DrawingTerminal(tmp_path, BY_SIXEL) as terminal:
        opened(terminal)
        at, sizes = 0, []
        for columns, lines in ((80, 24), (132, 43)):
            terminal.resize(columns, lines)
            terminal.wait_for_bytes(b"\x1bPq", after=at)
            at = terminal.wait_for_bytes(b"\x1b\\\x1b8", after=at)
            row, column, sixels = SIXELS.findall(terminal.raw[:at])[-1]
            drawn = decoded(sixels.decode())
            width, height = (max(place[axis] for place in drawn) + 1 for axis in (0, 1))
            assert len(drawn) == width * height
            assert int(column) - 1 + width // CELL[0] <= columns
            assert int(row) - 1 + height // CELL[1] < lines
            sizes.append(width * height)
        assert sizes[1] > 1.5 * sizes[0]
        terminal.press("G")
        terminal.wait_for_bytes(SIZES, after=at)
        assert b"\x1bP" not in terminal.raw[at:]
        leaves(terminal)


def test_kitty_is_sent_the_whole_picture_and_told_to_forget_it(tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, BY_KITTY, IN_KITTY) as terminal:
        opened(terminal)
        at = terminal.wait_for_bytes(b"m=0;")
        at = terminal.wait_for_bytes(b"\x1b\\\x1b8", after=at)
        (row, column, sent), *others = KITTYS.findall(terminal.raw[:at])
        assert others == []
        chunks = re.findall(rb"\x1b_G([^;]*);([^\x1b]*)\x1b\\", sent[len(FORGET) :])
        picture = Image.open(io.BytesIO(b64decode(b"".join(data for _, data in chunks))))
        picture.load()
        cells = re.search(rb"c=(\d+),r=(\d+)", chunks[0][0])
        assert cells
        assert int(column) - 1 + int(cells[1]) <= 80
        assert int(row) - 1 + int(cells[2]) < 24
        terminal.resize(132, 43)
        at = terminal.wait_for_bytes(b"m=0;", after=at)
        assert terminal.raw.count(FORGET.encode()) == 2
        terminal.press("G")
        terminal.wait_for_bytes(FORGET.encode(), after=at)
        leaves(terminal)
        assert b"\x1b_Ga=T" not in terminal.raw[at:]


def test_iterm2_is_sent_the_whole_picture(tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, BY_ITERM2, IN_ITERM2) as terminal:
        opened(terminal)
        at = terminal.wait_for_bytes(b"]1337;File=")
        terminal.wait_for_bytes(b"\x07\x1b8", after=at)
        ((_row, _column, _head, data),) = ITERM2S.findall(terminal.raw)
        Image.open(io.BytesIO(b64decode(data))).load()
        leaves(terminal)


def test_a_terminal_that_answers_late_draws_what_is_open_by_then(tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, BY_SIXEL, is_silent=True) as terminal:
        opened(terminal)
        assert b"\x1bP" not in terminal.drawn
        terminal.answer()
        terminal.wait_for_bytes(b"\x1bPq")
        leaves(terminal)


def test_what_cannot_be_opened_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with DrawingTerminal(tmp_path, BY_SIXEL, {"BRIEFING_THEME": "light"}) as terminal:
        terminal.press("\x03")  # in whatever it is doing
        terminal.wait_for_end()
        assert terminal.left_behind() == []
