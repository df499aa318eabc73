"""Which graphics a terminal has, and what is sent to it."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from random import Random

import pytest
from PIL import Image

from briefing.ui.widgets.graphics import FORGET, Graphics, Protocol, png, sent_by_iterm2, sent_by_kitty
from briefing.ui.widgets.raster import Raster

PICTURE = Raster(40, 30, bytes(range(240)) * 15)
NOISE = Raster(64, 64, Random(1).randbytes(3 * 64 * 64))


@pytest.mark.parametrize(
    ("environ", "protocol", "asks"),
    [
        ({"TERM": "xterm-kitty"}, Protocol.KITTY, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Protocol.ITERM2, False),
        ({"TERM": "xterm-256color"}, None, True),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1", "TMUX": "here"}, None, False),
        ({"TERM": "screen-256color"}, None, False),
        ({"TERM": "linux"}, None, False),
        ({}, None, False),
    ],
    ids=["kitty", "iTerm2", "unknown", "tmux in kitty", "screen", "console", "none"],
)
def test_terminals_that_name_themselves_are_not_asked(
    environ: dict[str, str], protocol: Protocol | None, asks: bool
) -> None:
    found = Graphics(environ)
    assert (found.protocol, found.asks) == (protocol, asks)


def test_sixel_is_told_by_the_terminals_answers_with_its_colours() -> None:
    found = Graphics({"TERM": "xterm"})
    assert found.take(b"\x1b[?1;0;1024S")
    assert found.take(b"\x1b[?63;1;2;4;6;9;15;22c")
    assert (found.protocol, found.colours) == (Protocol.SIXEL, 256)


@pytest.mark.parametrize("answer", [b"\x1b[?64;1;2;6c", b"\x1b[?4c", b"\x1b[?1;2;0S"])
def test_without_the_ability_nothing_is_sent(answer: bytes) -> None:
    found = Graphics({"TERM": "xterm"})
    assert found.take(answer)
    assert found.protocol is None


@pytest.mark.parametrize("key", [b"\x1b[A", b"\x1b[1;2S", b"\x1b[c", b"\x1b[?1c2"])
def test_a_key_is_no_answer(key: bytes) -> None:
    assert not Graphics({"TERM": "xterm"}).take(key)


def test_a_picture_is_sent_whole() -> None:
    shown = Image.open(io.BytesIO(png(PICTURE)))
    assert shown.size == (40, 30)
    assert shown.tobytes() == PICTURE.pixels
    kitty = sent_by_kitty(NOISE, 20, 10)
    assert kitty.startswith(FORGET)
    chunks = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", kitty[len(FORGET) :])
    assert len(chunks) > 1
    assert "c=20,r=10" in chunks[0][0]
    assert [head[-3:] for head, _ in chunks] == ["m=1"] * (len(chunks) - 1) + ["m=0"]
    assert b64decode("".join(data for _, data in chunks)) == png(NOISE)
    inline = r"\x1b\]1337;File=inline=1;size=(\d+);([^:]*):([^\x07]*)\x07"
    found = re.fullmatch(inline, sent_by_iterm2(PICTURE, 8, 3))
    assert found
    assert int(found[1]) == len(png(PICTURE))
    assert b64decode(found[3]) == png(PICTURE)
