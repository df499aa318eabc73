"""Size XL: the sentence being read, as large as the window lets it be."""

from __future__ import annotations

import pytest

from briefing.settings import Settings
from briefing.sizes import TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import face_for
from tests.builders import make_document
from tests.ui.screen import on_screen

NEWS = make_document(
    "Short. A longer sentence than that one.",
    "This one is so long that it is whole in hardly any window, for it goes on and on and on and on.",
    "Done.",
    title="Growing",
)


LARGE = face_for(TextSize.LG, Drawing.HALF, NEWS.text)
"""What it grows from."""


def larger(size: TextSize) -> Settings:
    return Settings(size=size)


@pytest.mark.parametrize("window", [(120, 40), (200, 60), (300, 100)])
async def test_each_sentence_is_whole_and_the_shorter_the_larger(window: tuple[int, int]) -> None:
    async with on_screen(NEWS, settings=larger(TextSize.XL), size=window) as screen:
        sizes: dict[str, int] = {}
        least = LARGE.columns * LARGE.rows
        for _ in range(5):
            sentence = screen.session.sentence
            words = sentence.of(NEWS.text)
            face = screen.transcript.window.flow.geometry.face
            assert face is not None
            sizes[words] = face.columns * face.rows
            rows = screen.transcript.window.rows_of(sentence)
            shown = {row.line for row in screen.transcript.window.rows if row and row.part == face.rows - 1}
            lines = {screen.transcript.window.rows[y].line for y in rows}  # type: ignore[union-attr]
            if sizes[words] > least:
                assert lines <= shown
                assert (min(lines).start, max(lines).stop) == (sentence.start, sentence.stop)
                assert not any(line.hyphen for line in lines)
            await screen.press("j")
        by_length = sorted(sizes, key=len)
        assert [sizes[words] for words in by_length] == sorted(sizes.values(), reverse=True)
        assert sizes["Done."] > sizes[by_length[-1]]


async def test_a_sentence_that_is_whole_in_no_letters_so_large_is_shown_as_in_lg_and_followed() -> None:
    async with on_screen(NEWS, settings=larger(TextSize.XL), size=(80, 24)) as screen:
        await screen.press("j", "j", "j")
        geometry = screen.transcript.window.flow.geometry
        assert geometry.size is TextSize.XL
        assert geometry.face is not None
        assert geometry.face == LARGE
        await screen.press("ctrl+right", *["ctrl+right"] * 18)
        assert screen.transcript.window.row_of(screen.session.place) is not None


async def test_a_larger_window_makes_it_larger_and_looking_away_does_not() -> None:
    async with on_screen(NEWS, settings=larger(TextSize.XL), size=(120, 40)) as screen:
        window = screen.transcript.window
        small = window.flow.geometry
        await screen.resize(240, 80)
        large = window.flow.geometry
        assert large.unit > small.unit
        await screen.press("pagedown")
        assert not screen.session.look.is_following
        assert window.flow.geometry == large
        await screen.press("f")
        assert window.rows_of(screen.session.sentence)
