"""Pictures that go out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.export.picture import picture_of
from briefing.export.picture_process import MOST_PIXELS

if TYPE_CHECKING:
    from pathlib import Path


def drawn(format_: str, size: tuple[int, int] = (8, 6), mode: str = "RGB") -> bytes:
    file = BytesIO()
    Image.new(mode, size, "red").save(file, format_)
    return file.getvalue()


@pytest.mark.parametrize(("format_", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_what_every_reader_shows_goes_out_as_it_is(format_: str, media_type: str) -> None:
    data = drawn(format_)
    assert picture_of(data) == (data, media_type, 8, 6)


def test_another_format_is_made_one_of_them() -> None:
    found = picture_of(drawn("WEBP"))
    assert found is not None
    assert (found.media_type, Image.open(BytesIO(found.data)).size) == ("image/jpeg", (8, 6))


def test_a_large_one_is_made_smaller(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(drawn("PNG", (2 * MOST_PIXELS, MOST_PIXELS)))
    found = picture_of(path)
    assert found is not None
    assert found[1:] == ("image/png", MOST_PIXELS, MOST_PIXELS // 2)


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", drawn("PNG")[:50], drawn("BMP")],
    ids=["nothing", "none", "cut off", "another format"],
)
def test_what_is_damaged_or_none_is_left_out(data: bytes) -> None:
    assert picture_of(data) is None
