"""Pictures from outside: what is shown, and what is only said."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.announce import COVER
from briefing.model import Figure
from briefing.ui.widgets.picture import FILE_LIMIT_BYTES, not_shown, open_picture, shown
from injections.pictures import png_of_nothing
from tests.builders import make_document

if TYPE_CHECKING:
    from pathlib import Path

POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 20 20\n0 0 20 20 rectfill\nshowpage\n%%EOF\n"


def _bars(width: int = 900, height: int = 300) -> Image.Image:
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (width // 2, 0, width, height))
    return picture


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp", "avif"])
def test_what_the_web_shows_is_shown(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"p.{ending}"
    _bars().save(path)
    picture = open_picture(path)
    assert picture is not None
    assert picture.size == (640, 213)
    left, right = picture.pixel(60, 100), picture.pixel(580, 100)
    assert left[0] > 150 > right[0]


DRAW = """
import sys
from pathlib import Path
from briefing.ui.widgets.picture import half_blocks, open_picture
cells = half_blocks(open_picture(Path(sys.argv[1])), 60, 20)
print(len(cells[0]), len(cells), *sorted(name for name in sys.modules if name.startswith("PIL")))
"""


def test_the_player_draws_a_picture_without_pillow(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    _bars().save(path)
    ran = subprocess.run([sys.executable, "-c", DRAW, str(path)], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["60", "10"]


def test_a_small_picture_is_enlarged_for_the_cells_that_it_is_drawn_in(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    _bars(30, 10).save(path)
    picture = open_picture(path)
    assert picture is not None
    assert picture.size == (640, 213)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such programs")
@pytest.mark.parametrize("name", ["p.png", "p.eps", "p.jpg"])
def test_no_picture_starts_a_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    ran = tmp_path / "ran"
    programs = tmp_path / "bin"
    programs.mkdir()
    for program in ("gs", "gswin32c", "gswin64c"):
        (programs / program).write_text(f"#!/bin/sh\ntouch '{ran}'\n")
        (programs / program).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    path = tmp_path / name
    path.write_bytes(POSTSCRIPT)
    assert open_picture(path) is None
    assert not ran.exists()


@pytest.mark.parametrize("ending", ["tiff", "bmp", "ppm", "tga", "pcx", "ico"])
def test_another_format_is_a_picture_that_is_not_shown(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "p.png"
    _bars(60, 60).save(tmp_path / f"p.{ending}")
    path.write_bytes((tmp_path / f"p.{ending}").read_bytes())
    assert open_picture(path) is None


def test_a_picture_of_more_than_forty_megapixels_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    path.write_bytes(png_of_nothing(8000, 5200))
    assert path.stat().st_size < 300_000
    assert open_picture(path) is None


@pytest.mark.skipif(sys.platform != "linux", reason="counts as Linux does")
def test_a_large_picture_is_decoded_elsewhere(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "p.png"
    path.write_bytes(png_of_nothing(7000, 5700))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    picture = open_picture(path)
    assert picture is not None
    assert picture.size == (640, 521)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp"])
def test_damage_is_a_picture_or_none(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"p.{ending}"
    _bars().save(path)
    whole = path.read_bytes()
    for content in (b"", whole[:40], whole[: len(whole) // 2], b"\0" * 100, whole[:30] + whole[60:]):
        path.write_bytes(content)
        picture = open_picture(path)
        assert picture is None or max(picture.size) <= 640


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_pipe_in_place_of_a_picture_costs_only_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.ui.widgets.picture.LIMIT_S", 1.0)
    path = tmp_path / "p.png"
    os.mkfifo(path)
    assert open_picture(path) is None  # nobody ever writes into it


def test_what_is_said_of_it_has_its_words() -> None:
    assert not_shown("A bridge at dawn.").endswith(": A bridge at dawn.")
    assert not_shown("").endswith("AVIF.")


# A cover, which comes as bytes


def _encoded(format_: str) -> bytes:
    held = io.BytesIO()
    _bars().save(held, format_)
    return held.getvalue()


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_a_cover_is_decoded_like_a_file(format_: str) -> None:
    picture = open_picture(_encoded(format_))
    assert picture is not None
    assert picture.size == (640, 213)


@pytest.mark.parametrize("hostile", ["eps", "too many pixels", "too long", "nothing", "half"])
def test_a_hostile_cover_is_a_picture_that_is_not_shown(hostile: str) -> None:
    cover = {
        "eps": POSTSCRIPT,
        "too many pixels": png_of_nothing(8000, 5200),
        "too long": _encoded("PNG") + bytes(FILE_LIMIT_BYTES),
        "nothing": b"",
        "half": _encoded("PNG")[:60],
    }[hostile]
    assert open_picture(cover) is None
    draw, said, _ = shown(make_document("One."), cover, is_wanted=True)
    assert draw is None
    assert said == not_shown(COVER)


def test_a_cover_is_called_no_more_than_that() -> None:
    draw, said, _ = shown(make_document("One."), _encoded("PNG"), is_wanted=True)
    assert draw is not None
    assert said == ""
    rows = ["".join(segment.text for segment in row) for row in draw(60, 12)]
    assert rows[-1] == "Picture: Cover of the recording."
    assert len(rows) > 4


def test_a_cover_stands_back_behind_a_picture_of_the_texts_own() -> None:
    figures = (Figure(alt="A bridge at dawn.", caption=None, src=None),)
    draw, said, _ = shown(make_document("One.")._replace(figures=figures), _encoded("PNG"), is_wanted=True)
    assert draw is not None
    assert said == ""
    assert [[segment.text for segment in row] for row in draw(60, 12)] == [["Picture: A bridge at dawn."]]


def test_without_pictures_there_is_no_word_of_a_cover() -> None:
    assert shown(make_document("One."), _encoded("PNG"), is_wanted=False) == (None, "", None)
