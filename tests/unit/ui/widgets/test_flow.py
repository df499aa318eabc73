"""The layout: rows that can be walked both ways, and where the text stands in them."""

from __future__ import annotations

from itertools import pairwise

from briefing.model import BlockKind
from briefing.sizes import TextSize
from briefing.ui.glyphs.drawing import Drawing
from briefing.ui.glyphs.faces import face_for
from briefing.ui.widgets.flow import Flow, Spot
from briefing.ui.widgets.geometry import Geometry
from tests.builders import make_document

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


def test_an_isolate_over_two_lines_is_from_right_to_left_in_the_second_as_well() -> None:
    text = "He said \u2067אמרו השרים (3) שייפגשו שוב בסתיו\u2069 and left."
    flow = Flow(make_document(text, title="T"), with_picture=False)
    offset = flow.text.index("(3)")
    flow.lay_out(Geometry((offset - flow.text.index("He") - 1) * FACE.columns, TextSize.LG, FACE))
    found = flow.line_at(flow.spot_of(offset))
    assert found is not None
    line = found[0]
    assert line.start == offset
    left = {line.start + each.start: each.left for each in flow.placed(line)}
    assert left[offset] > left[offset + len("(3) ")]
