"""The layout: every character in one line, no line too long, rows that can be walked both ways."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.model import BlockKind
from briefing.sizes import TextSize
from briefing.ui.glyphs import Drawing, face_for
from briefing.ui.widgets.flow import Flow, Geometry, Spot, wrap
from tests.builders import make_document

TEXTS = st.text(st.sampled_from("ab—- \n.é日本、한\u0301\xa0W"), max_size=80)


def lines_of(text: str, capacity: int, indents: tuple[int, int] = (0, 0)) -> list[str]:
    return [
        " " * line.indent + text[line.start : line.stop] + ("-" if line.hyphen else "")
        for line in wrap(text, 0, len(text), capacity, indents)
    ]


def test_breaks_between_words() -> None:
    assert lines_of("North Korea sends arms", 11) == ["North Korea", "sends arms"]


def test_breaks_a_long_word_with_a_hyphen_and_a_joined_one_without() -> None:
    assert lines_of("nonproliferation", 9) == ["nonproli-", "feration"]
    assert lines_of("the Far-East question", 9) == ["the Far-", "East", "question"]


def test_keeps_line_breaks_and_no_break_spaces() -> None:
    assert lines_of("one\ntwo", 20) == ["one", "two"]
    assert lines_of("at 3\xa0pm", 6) == ["at", "3\xa0pm"]


def test_breaks_between_ideographs_but_not_before_their_full_stop() -> None:
    assert lines_of("日本語です。", 10) == ["日本語で", "す。"]


def test_moves_the_first_line_in() -> None:
    assert lines_of("one two three", 9, (2, 0)) == ["  one two", "three"]


@given(TEXTS, st.integers(1, 30), st.integers(0, 3), st.integers(0, 3))
@example("日", 1, 0, 0)
def test_every_visible_character_is_in_exactly_one_line_that_fits(
    text: str, capacity: int, first: int, rest: int
) -> None:
    lines = wrap(text, 0, len(text), capacity, (first, rest))
    assert lines
    shown = [offset for line in lines for offset in range(line.start, line.stop)]
    assert shown == sorted(set(shown))
    left_out = {char for offset, char in enumerate(text) if offset not in set(shown)}
    assert left_out <= set(" \n")
    for line in lines:
        width = line.indent + cell_len(text[line.start : line.stop]) + line.hyphen
        assert width <= max(capacity, line.indent + 2)


PARAGRAPHS = [f"Paragraph {n} has a few words, and then {'some more ' * (n % 5)}words." for n in range(30)]
DOCUMENT = make_document(*PARAGRAPHS, title="Title", kicker="Kicker", summary="Summary.", caption="Caption.")
FACE = face_for(TextSize.LG, Drawing.HALF, DOCUMENT.text)


def flows() -> list[Flow]:
    made = []
    for geometry in (
        Geometry(30, TextSize.SM),
        Geometry(40, TextSize.XS),
        Geometry(90, TextSize.LG, FACE),
        Geometry(30, TextSize.SM, None, 7),
    ):
        flow = Flow(DOCUMENT, with_picture=geometry.picture_rows > 0)
        flow.lay_out(geometry)
        made.append(flow)
    return made


def test_walking_down_row_by_row_meets_every_row_once_and_up_again() -> None:
    for flow in flows():
        last = flow.last()
        every = [spot for spot in flow.rows(Spot(0, 0), 5000) if spot is not None]
        assert every[0] == (0, 0)
        assert every[-1] == last
        for here, following in pairwise(every):
            assert flow.moved(here, 1) == following
            assert flow.moved(following, -1) == here
        assert flow.moved(Spot(0, 0), len(every) - 1) == last
        assert flow.moved(last, 1 - len(every)) == (0, 0)
        assert flow.moved(last, 99) == last
        assert flow.moved(Spot(0, 0), -99) == (0, 0)


def test_every_offset_has_the_spot_whose_line_holds_it() -> None:
    for flow in flows():
        for offset in range(len(DOCUMENT.text)):
            found = flow.line_at(flow.spot_of(offset))
            assert found is not None
            assert found[1] == 0
            line = found[0]
            assert line.start <= offset <= line.stop + 2 or not DOCUMENT.text[offset].strip()


def test_only_pieces_that_are_looked_at_are_wrapped() -> None:
    words = "word " * 50
    document = make_document(*[words.strip()] * 20_000, title="A million words")
    flow = Flow(document)
    flow.rows(Spot(0, 0), 40)
    flow.spot_of(len(document.text) // 2)
    flow.moved(flow.last(), -40)
    assert len(flow._lines) < 40


def test_a_block_of_any_length_is_cut_into_pieces_at_spaces() -> None:
    document = make_document("A sentence of some words. " * 2000 + "End.")
    flow = Flow(document)
    assert len(flow.pieces) > 10
    assert all(piece.stop - piece.start <= 4000 for piece in flow.pieces)
    assert "".join(document.text[p.start : p.stop] for p in flow.pieces).replace(" ", "") == (
        document.text.replace(" ", "")
    )
    assert [piece.is_first for piece in flow.pieces].count(True) == 1


def test_the_picture_stands_before_the_caption_and_the_kicker_can_be_left_out() -> None:
    kinds = [piece.kind for piece in Flow(DOCUMENT, with_kicker=False, with_picture=True).pieces][:5]
    assert kinds == [BlockKind.TITLE, BlockKind.SUMMARY, None, BlockKind.CAPTION, BlockKind.PARAGRAPH]


def test_an_empty_document_has_a_row() -> None:
    flow = Flow(make_document())
    assert flow.rows(Spot(0, 0), 2) == [Spot(0, 0), None]
    assert flow.spot_of(0) == (0, 0)
