"""The picture on the screen: when it is there, and when it cannot be shown."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from briefing.kinds import Choice, Colours
from briefing.model import Figure
from briefing.session.arrival import Tags
from briefing.settings import Settings
from briefing.ui.tui.app import BriefingApp
from briefing.ui.widgets.picture_screen import PictureView
from tests.builders import make_document
from tests.stage import Stage
from tests.ui.screen import Screen, on_screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.geometry import Region
    from textual.strip import Strip

    from briefing.model import Document

PATIENCE_S = 60.0


def _with_picture(path: Path) -> Document:
    figures = (Figure(alt="A bridge at dawn.", caption=None, src=str(path)),)
    return make_document("It opened on Monday.", title="The bridge")._replace(figures=figures)


async def _until(screen: Screen, is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < until_s, screen.text
        await screen.pilot.pause(0.02)


async def test_a_picture_appears_when_it_is_ready(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste("black", (0, 0, 60, 20))
    picture.save(path)
    async with on_screen(_with_picture(path)) as screen:
        assert "It opened on Monday." in screen.text
        await _until(screen, lambda: "▀" in screen.text or "Picture: A bridge at dawn." in screen.text)
        assert not [said for said in screen.stage.said if "picture is not shown" in said]


async def test_a_picture_that_cannot_be_shown_is_said_once_with_its_words(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    path.write_bytes(b"II*\0\x08\0\0\0\xff\xff" + b"\x01" * 200)  # a TIFF, and a broken one
    async with on_screen(_with_picture(path)) as screen:
        await _until(screen, lambda: any("picture is not shown" in said for said in screen.stage.said))
        await _until(screen, lambda: "Picture: A bridge at dawn." in screen.text)
        await screen.app.workers.wait_for_complete()
        await screen.pilot.pause()
        said = [each for each in screen.stage.said if "picture is not shown" in each]
        assert len(said) == 1
        assert said[0].endswith(": A bridge at dawn.")


async def test_a_picture_is_shown_large_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    picture = Image.new("RGB", (600, 400), "white")
    picture.paste("black", (0, 0, 600, 200))
    picture.save(path)
    async with on_screen(_with_picture(path)) as screen:
        await _until(screen, lambda: screen.app.picture is not None)
        await screen.press("G")
        assert screen.session.outbox.status == "Picture: A bridge at dawn."
        assert "Picture: A bridge at dawn. 600 by 400 pixels. Escape closes." in screen.text
        assert "It opened on Monday." not in screen.text
        await screen.press("G")
        assert "It opened on Monday." in screen.text


async def test_without_colours_a_picture_sent_them_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    Image.new("RGB", (60, 40), "red").save(path)
    async with on_screen(_with_picture(path), settings=Settings(colour=Colours.OFF)) as screen:
        await _until(screen, lambda: "Picture: A bridge at dawn." in screen.text)
        assert screen.app.picture is None


async def test_without_a_picture_none_is_shown() -> None:
    async with on_screen() as screen:
        await screen.press("G")
        assert "There is no picture." in screen.text


# The recording's cover and title


def _cover() -> bytes:
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste("black", (0, 0, 60, 20))
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def _untitled() -> Document:
    return make_document("It opened on Monday.")._replace(title="talk")


async def test_the_cover_and_the_title_of_the_tags_appear_when_they_were_read() -> None:
    stage = Stage(_untitled(), tags=lambda: Tags("The bridge", _cover()))
    app = BriefingApp(stage.session)
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.pause()
        screen = Screen(app, pilot, stage)
        assert "It opened on Monday." in screen.text
        assert app.title == "talk - briefing"
        await _until(screen, lambda: "Picture: Cover of the recording." in screen.text)
        assert "The bridge" in screen.rows[0] + screen.rows[1]
        assert app.title == "The bridge - briefing"
        assert "It opened on Monday." in screen.text
        assert not [said for said in stage.said if "Cover" in said or "bridge" in said]
    stage.session.close()


@pytest.mark.parametrize("cover", [b"%!PS-Adobe-3.0 EPSF-3.0\nshowpage\n", b"\x89PNG\r\n\x1a\nno more"])
async def test_a_cover_that_is_no_picture_costs_nothing_but_the_picture(cover: bytes) -> None:
    stage = Stage(_untitled(), tags=lambda: Tags("The bridge", cover))
    app = BriefingApp(stage.session)
    async with app.run_test(size=(100, 36)) as pilot:
        await pilot.pause()
        screen = Screen(app, pilot, stage)
        await _until(screen, lambda: any("picture is not shown" in said for said in stage.said))
        assert "It opened on Monday." in screen.text
        assert "Picture:" not in screen.text
        assert app.title == "The bridge - briefing"
        await screen.press("space")
        assert "Playing" in screen.text
    stage.session.close()


# The picture of a page


def _of_page() -> Document:
    figures = (Figure(alt="A bridge at dawn.", caption=None, src="https://img.example.org/bridge.png"),)
    return make_document("It opened on Monday.", title="The bridge")._replace(
        figures=figures, source="https://www.example.org/bridge"
    )


async def test_the_picture_of_a_page_takes_the_place_of_its_words_when_it_has_come() -> None:
    async with on_screen(_of_page(), picture=_cover) as screen:
        await _until(screen, lambda: {(0, 0, 0), (255, 255, 255)} <= _backgrounds(screen))
        assert "Picture: A bridge at dawn." in screen.text


def _backgrounds(screen: Screen) -> set[tuple[int, ...]]:
    """The colours behind all cells, in red, green and blue."""
    styles = (style for strip in screen.app.screen._compositor.render_strips() for _, style, _ in strip)
    colours = (style.bgcolor for style in styles if style)
    return {tuple(colour.triplet) for colour in colours if colour and colour.triplet}


@pytest.mark.parametrize("fetched", [lambda: None, lambda: 1 // 0], ids=["nothing", "a fault"])
async def test_the_words_of_a_picture_stand_where_it_does_not_come(
    fetched: Callable[[], bytes | None],
) -> None:
    async with on_screen(_of_page(), picture=fetched) as screen:
        await _until(screen, lambda: "Picture: A bridge at dawn." in screen.text)
        assert not [said for said in screen.stage.said if "picture" in said]


async def test_the_cursor_stays_on_the_sentence_that_a_picture_moves_down() -> None:
    async with on_screen(_of_page(), picture=_cover) as screen:
        screen.session.run("go", "p1")
        await screen.pilot.pause()
        await _until(screen, lambda: (255, 255, 255) in _backgrounds(screen))
        await screen.pilot.pause()
        assert screen.app.cursor_position == screen.cell_of("It opened on Monday.")


async def test_a_picture_goes_and_comes_at_once_as_it_is_set(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste("black", (0, 0, 60, 20))
    picture.save(path)
    async with on_screen(_with_picture(path), settings=Settings(picture=Choice.OFF)) as screen:
        await _until(screen, lambda: "Picture: A bridge" in screen.text)
        assert screen.app.picture is None
        screen.app.run_line("settings picture on")
        await _until(screen, lambda: screen.app.picture is not None)
        screen.app.run_line("undo")
        await _until(screen, lambda: screen.app.picture is None)
        assert "Picture: A bridge" in screen.text


async def test_what_is_heard_meanwhile_draws_nothing_over_the_large_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Region] = []
    draw = PictureView.render_lines

    def seen(view: PictureView, crop: Region) -> list[Strip]:
        drawn.append(crop)
        return draw(view, crop)

    monkeypatch.setattr(PictureView, "render_lines", seen)
    path = tmp_path / "p.png"
    Image.new("RGB", (60, 40), "white").save(path)
    async with on_screen(_with_picture(path)) as screen:
        await _until(screen, lambda: screen.app.picture is not None)
        await screen.press("space", "G")
        await _until(screen, lambda: bool(drawn))
        await screen.pilot.pause()
        drawn.clear()
        await screen.play(1.2)
        assert drawn == []
