"""What kitty and iTerm2 are sent to draw a picture."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from random import Random

from PIL import Image

from briefing.ui.widgets.raster import Raster
from briefing.ui.widgets.sent_picture import FORGET, png, sent_by_iterm2, sent_by_kitty

PICTURE = Raster(40, 30, bytes(range(240)) * 15)
NOISE = Raster(64, 64, Random(1).randbytes(3 * 64 * 64))


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
