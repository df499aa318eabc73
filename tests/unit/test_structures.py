"""Structures of a text are one in another, or apart: whatever was found."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.structures import StructureKind, TextStructure, nested
from tests.builders import make_document

LIST, TABLE, NOTE = StructureKind.LIST, StructureKind.TABLE, StructureKind.NOTE


def structure(kind: StructureKind, start: int, stop: int) -> TextStructure:
    return TextStructure(kind, Span(start, stop))


spans = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))
found_structures = st.lists(st.builds(TextStructure, st.sampled_from(StructureKind), spans), max_size=12)


@given(found=found_structures)
def test_any_two_are_one_in_the_other_or_apart(found: list[TextStructure]) -> None:
    kept = nested(found)
    assert set(kept) <= set(found)
    assert len(set(kept)) == len(kept)
    for (_, before), (_, after) in combinations(kept, 2):
        assert before.start <= after.start
        assert after.stop <= before.stop or before.stop <= after.start


@given(found=found_structures)
def test_what_is_kept_is_kept_again(found: list[TextStructure]) -> None:
    assert nested(nested(found)) == nested(found)


@given(found=found_structures, offset=st.integers(0, 12))
def test_those_at_a_place_hold_it_the_outermost_first(found: list[TextStructure], offset: int) -> None:
    document = make_document("It is told. " * 3)._replace(structures=nested(found))
    at = document.structures_at(offset)
    assert at == [each for each in document.structures if offset in each.span]
    assert sorted(at, key=lambda each: -len(each.span)) == at


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([], ()),
        ([structure(LIST, 3, 3)], ()),
        ([structure(LIST, 0, 5), structure(LIST, 0, 5)], (structure(LIST, 0, 5),)),
        (
            [structure(NOTE, 0, 5), structure(LIST, 0, 5)],
            (structure(NOTE, 0, 5), structure(LIST, 0, 5)),
        ),
        ([structure(TABLE, 4, 9), structure(LIST, 0, 5)], (structure(LIST, 0, 5),)),
        (
            [structure(TABLE, 2, 5), structure(LIST, 0, 5), structure(LIST, 5, 7)],
            (structure(LIST, 0, 5), structure(TABLE, 2, 5), structure(LIST, 5, 7)),
        ),
    ],
    ids=["none", "one of nothing", "one twice", "two of the same text", "two that cross", "one in another"],
)
def test_what_a_document_holds(found: list[TextStructure], kept: tuple[TextStructure, ...]) -> None:
    assert nested(found) == kept
