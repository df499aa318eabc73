"""Folding: texts that a reader takes for the same are the same, and every place leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Élysée", "elysee"),
        ("e\u0301", "é"),
        ("“Don’t”", '"don\'t"'),
        ("1939–45", "1939-45"),
        ("Ёлка", "елка"),
        ("ﬁnal", "final"),
        ("co\u00adoperate", "cooperate"),
        ("one\u00a0two\nthree", "one two three"),
    ],
)
def test_what_differs_in_case_accents_or_kinds_of_marks_is_the_same(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [("한", "하"), ("one", "two"), ("на", "но")])
def test_other_letters_stay_others(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Die Straße dort", "strasse", "Straße"),
        ("Ein Cafe\u0301 dort", "cafe", "Cafe\u0301"),
        ("plain ascii words", "ascii", "ascii"),
    ],
)
def test_what_is_found_leads_back_to_what_was_written(text: str, sought: str, found: str) -> None:
    folded = fold(text)
    at = folded.text.index(fold(sought).text)
    start, stop = folded.source_range(at, at + len(fold(sought).text))
    assert text[start:stop] == found


@given(st.text(alphabet="aßÉe\u0301—\u00ad한ﬁ\n ", min_size=1, max_size=40), st.data())
def test_a_place_leads_to_the_first_letter_from_there_on(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    offset = data.draw(st.integers(0, len(text) - 1))
    at = folded.index(offset)
    assert folded.text[at:] == fold(text[offset:]).text
    if at < len(folded.text):
        assert folded.source_range(at, at + 1)[0] >= offset
