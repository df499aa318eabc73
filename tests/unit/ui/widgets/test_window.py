"""What is in view: following by the sentence, whole lines, and offsets that keep their row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.sizes import TextSize
from briefing.text.transcript import Transcript
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import face_for
from briefing.ui.widgets.flow import Flow, Spot
from briefing.ui.widgets.geometry import Geometry
from briefing.ui.widgets.window import TextWindow
from tests.builders import make_document

DOCUMENT = make_document(
    *[f"This is sentence one of {n}. And here is the second one, of {n} too. Third." for n in range(40)],
    title="A title of some words",
)
TRANSCRIPT = Transcript(DOCUMENT)
PLAIN = Geometry(40, TextSize.SM)
LARGE = Geometry(90, TextSize.LG, face_for(TextSize.LG, Drawing.HALF, DOCUMENT.text))


def window(
    geometry: Geometry = PLAIN, height: int = 20, anchor: int = 0, *, turns_pages: bool = False
) -> TextWindow:
    made = TextWindow(Flow(DOCUMENT), turns_pages=turns_pages)
    made.lay_out(geometry, height, anchor, 0)
    return made


def sentences() -> list[Span]:
    found = [TRANSCRIPT.sentence_at(0)]
    while (following := TRANSCRIPT.sentence_after(found[-1].start)) is not None:
        found.append(following)
    return found


@pytest.mark.parametrize("geometry", [PLAIN, LARGE], ids=["SM", "LG"])
@pytest.mark.parametrize("height", [6, 13, 20, 47])
def test_following_keeps_every_sentence_in_view_and_moves_less_often_than_the_sentences(
    geometry: Geometry, height: int
) -> None:
    view = window(geometry, height)
    moves = 0
    read = sentences()
    for sentence in read:
        moves += view.follow(sentence, sentence.start)
        assert view.row_of(sentence.start) is not None
    assert moves < len(read)


@pytest.mark.parametrize("geometry", [PLAIN, LARGE], ids=["SM", "LG"])
def test_turning_pages_moves_less_often_and_then_shows_what_comes_at_the_top(geometry: Geometry) -> None:
    moves = {}
    for turns_pages in (False, True):
        view = window(geometry, 26, turns_pages=turns_pages)
        tops = []
        for sentence in sentences():
            if view.follow(sentence, sentence.start):
                tops.append(view.row_of(sentence.start))
            assert view.row_of(sentence.start) is not None
        moves[turns_pages] = tops
    assert len(moves[True]) < len(moves[False])
    assert set(moves[True][:-1]) == {0}


def test_following_does_not_move_with_each_word() -> None:
    view = window()
    sentence = sentences()[10]
    view.follow(sentence, sentence.start)
    assert not any(view.follow(sentence, offset) for offset in range(sentence.start, sentence.stop))


def test_a_sentence_longer_than_the_window_is_followed_by_its_words() -> None:
    document = make_document("word " * 200 + "end.")
    view = TextWindow(Flow(document))
    view.lay_out(PLAIN, 5, 0, 0)
    whole = Span(0, len(document.text))
    for offset in range(0, len(document.text), 5):
        view.follow(whole, offset)
        assert view.row_of(offset) is not None


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, len(DOCUMENT.text) - 1))
def test_what_is_anchored_stays_in_view_through_any_change_of_layout(
    before: int, after: int, offset: int
) -> None:
    view = window(PLAIN, before, offset)
    view.lay_out(LARGE, after, offset)
    assert view.row_of(offset) is not None or DOCUMENT.text[offset] == "\n"
    view.lay_out(PLAIN, before, offset)
    assert view.row_of(offset) is not None or DOCUMENT.text[offset] == "\n"


def test_large_print_begins_and_ends_with_whole_lines() -> None:
    view = window(LARGE, 23)
    for step in (1, 3, 7, 500, -2, -3):
        view.scroll(step)
        parts = [row.part for row in view.rows if row]
        assert parts[0] == 0
        assert parts[-1] == LARGE.line_rows - 1


def test_the_view_ends_with_the_text() -> None:
    view = window()
    view.scroll(100_000)
    assert view.spots[-1] == view.flow.last()
    assert not view.scroll(1)
    assert view.scroll(-1)


def test_a_text_that_fits_does_not_scroll() -> None:
    view = TextWindow(Flow(make_document("Short.")))
    view.lay_out(PLAIN, 20, 0)
    assert view.is_whole
    assert not view.scroll(5)


@pytest.mark.parametrize("geometry", [PLAIN, LARGE], ids=["SM", "LG"])
def test_cells_and_offsets_agree(geometry: Geometry) -> None:
    view = window(geometry, 30)
    seen = 0
    for y, row in enumerate(view.rows):
        if row:
            for offset in range(row.line.start, row.line.stop):
                assert view.offset_at(view.cells_before(offset, row.line), y) == offset
                seen += 1
    assert seen > 20


def test_beyond_a_line_is_its_last_character_or_what_follows() -> None:
    view = window()
    row = view.rows[0]
    assert row is not None
    assert view.offset_at(500, 0) == row.line.stop - 1
    assert view.offset_at(500, 0, past_end=True) == row.line.stop
    assert view.offset_at(0, 1) is None
    assert view.offset_at(0, 99) is None


def test_moving_by_hand_starts_from_anywhere() -> None:
    view = window()
    view.show_from(Spot(3, 1))
    assert view.top == (3, 1)
    assert view.first_offset is not None


@pytest.mark.parametrize("sentence", sentences()[:-9:7], ids=lambda span: str(span.start))
def test_a_sentence_that_fills_the_window_has_lines_to_itself_from_the_first_row_on(sentence: Span) -> None:
    view = window(LARGE._replace(sentence=sentence), 30, sentence.start)
    view.follow(sentence, sentence.start)
    rows = view.rows_of(sentence)
    assert rows[0] == 0
    lines = [view.rows[y].line for y in rows]  # type: ignore[union-attr]
    assert (lines[0].start, lines[-1].stop) == (sentence.start, sentence.stop)
    assert not any(view.follow(sentence, offset) for offset in range(sentence.start, sentence.stop))
