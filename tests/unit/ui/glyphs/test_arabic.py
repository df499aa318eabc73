"""Arabic letters: the form of each beside its neighbours."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from briefing.ui.glyphs.arabic import Shape, shaped


def shapes(text: str) -> list[Shape]:
    return list(shaped([(start, stop, text[start:stop]) for start, stop, _ in split_graphemes(text)[0]]))


def forms(text: str) -> list[str]:
    """Return what Unicode calls the form of each letter: isolated, initial, medial or final."""
    names = (unicodedata.name(shape.drawn[0]).lower().split() for shape in shapes(text))
    return [name[-2] if name[-1] == "form" else "-" for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ب", ["isolated"]),
        ("بب", ["initial", "final"]),
        ("ببب", ["initial", "medial", "final"]),
        ("دب", ["isolated", "isolated"]),
        ("بدب", ["initial", "final", "isolated"]),
        ("ب ب", ["isolated", "-", "isolated"]),
        ("بـب", ["initial", "-", "final"]),
        ("ب3ب", ["isolated", "-", "isolated"]),
        ("پچگک", ["initial", "medial", "medial", "final"]),
        ("ة", ["isolated"]),
        ("ءب", ["isolated", "isolated"]),
        ("ب\u200cب", ["isolated", "isolated"]),
    ],
)
def test_a_letter_joins_its_neighbours_where_both_can(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_marks_stay_with_their_letter_and_part_no_letters() -> None:
    assert [shape.drawn[1:] for shape in shapes("بَبِ")] == ["\u064e", "\u0650"]
    assert forms("بَبِ") == ["initial", "final"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("لا", "\ufefb"), ("بلا", "\ufe91\ufefc"), ("لآ", "\ufef5"), ("سلام", "\ufeb3\ufefc\ufee1")],
)
def test_lam_and_alef_are_one_sign(text: str, drawn: str) -> None:
    assert "".join(shape.drawn for shape in shapes(text)) == drawn


@given(st.text(st.sampled_from("ابتدلـلآرسمو ً\u200c\u200d3aء")))
def test_every_letter_is_in_one_shape(text: str) -> None:
    found = shapes(text)
    assert [shape.stop for shape in found][:-1] == [shape.start for shape in found][1:]
    assert (found[0].start, found[-1].stop) == (0, len(text)) if text else not found
