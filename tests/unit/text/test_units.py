"""The units by which a text is read without a sound."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import BlockKind, Document, Span, Unit
from briefing.text.transcript import Transcript
from briefing.text.units import Units
from tests.builders import make_document
from tests.unit.text.made_up_paragraphs import paragraphs

STORY = make_document(
    "The “Bridge” — opened. It cost $5.",
    "中文。「かな」 한국 👩🏽\u200d💻!",
    title="News of bridges",
    blocks=[
        (BlockKind.HEADING, "What next"),
        (BlockKind.QUOTE, "Quoted."),
        (BlockKind.NOTE, "A note."),
    ],
)
WALKED = (Unit.CHARACTER, Unit.WORD, Unit.SENTENCE, Unit.PARAGRAPH)


def walk(document: Document, unit: Unit, *, is_back: bool = False) -> list[Span]:
    units = Units(Transcript(document))
    start = units.at(unit, document.blocks[-1].span.stop if is_back else 0)
    found = [start] if start else []
    while found and (following := (units.before if is_back else units.after)(unit, found[-1].start)):
        found.append(following)
    return found[::-1] if is_back else found


def words_of(document: Document) -> list[str]:
    return [word.of(document.text) for word in walk(document, Unit.WORD)]


def test_punctuation_belongs_to_the_word_that_it_stands_at_and_what_stands_alone_is_one() -> None:
    assert words_of(STORY)[3:10] == ["The", "“Bridge”", "—", "opened.", "It", "cost", "$5."]
    assert words_of(STORY)[10:16] == ["中", "文。", "「かな」", "한국", "👩🏽\u200d💻!", "What"]


@given(paragraphs, st.sampled_from(WALKED))
def test_no_piece_is_lost_on_the_way_through_a_text_and_back(document: Document, unit: Unit) -> None:
    forward = walk(document, unit)
    assert "".join("".join(span.of(document.text) for span in forward).split()) == "".join(
        document.text.split()
    )
    assert walk(document, unit, is_back=True) == forward
    assert all(span.start < span.stop for span in forward)
    assert all(a.stop <= b.start for a, b in pairwise(forward))


@pytest.mark.parametrize("unit", WALKED)
def test_from_the_text_no_step_leads_into_a_note_and_in_notes_none_into_the_text(unit: Unit) -> None:
    assert walk(STORY, unit)[-1].stop == STORY.text.index("\n\nA note.")
    note = STORY.text.index("A note.")
    units = Units(Transcript(STORY))
    inside = units.at(unit, note)
    assert inside is not None
    assert inside.start == note
    assert units.before(unit, note) is None


def test_headings_are_gone_to_as_the_outline_has_them_and_of_a_text_back_to_its_own() -> None:
    title, heading = walk(STORY, Unit.HEADING)
    assert [title.of(STORY.text), heading.of(STORY.text)] == ["News of bridges", "What next"]
    units = Units(Transcript(STORY))
    assert units.before(Unit.HEADING, STORY.text.index("Quoted")) == heading
    assert units.before(Unit.HEADING, heading.start) == title
    assert units.after(Unit.HEADING, STORY.text.index("Bridge")) == heading
    assert units.after(Unit.HEADING, heading.start) is None


def test_where_there_is_nothing_nothing_is_found() -> None:
    units = Units(Transcript(make_document()))
    assert [units.at(unit, 0) for unit in Unit] == [None] * len(Unit)
    assert [units.after(unit, 0) for unit in Unit] == [None] * len(Unit)
    assert [units.before(unit, 0) for unit in Unit] == [None] * len(Unit)
