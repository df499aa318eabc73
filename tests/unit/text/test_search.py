"""Search: matches are where they are in the text, however that is written."""

from __future__ import annotations

import unicodedata
from array import array
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.search import count, find, seek
from briefing.text.transcript import Transcript
from tests.builders import make_document
from tests.unit.text.made_up_paragraphs import paragraphs

if TYPE_CHECKING:
    from briefing.model import Document


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Der Straße entlang", "STRASSE", "Straße"),
        ("Der Straße entlang", "sse", "ße"),
        ("un café noir", "cafe", "café"),
        ("un cafe\u0301 noir", "café", "cafe\u0301"),
        ("Putin’s war", "putin's", "Putin’s"),
        ("an all-out war", "all–out", "all-out"),
        ("two\nlines", "two  lines", "two\nlines"),
        ("Ёлка стоит", "елка", "Ёлка"),
        ("soft\u00adhyphen", "softhyphen", "soft\u00adhyphen"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("ﬁnal oﬀer", "offer", "oﬀer"),
        ("각하 가", "가", "가"),
    ],
)
def test_search_folds_and_keeps_offsets_true(text: str, needle: str, found: str) -> None:
    match = find(make_document(text), needle, 0)
    assert match is not None
    assert match[0].of(text) == found


def test_search_both_ways_and_around() -> None:
    document = make_document("one two one", "two one")

    def starts(offset: int, *, backwards: bool) -> list[tuple[int, bool]]:
        found = []
        for _ in range(4):
            match = find(document, "one", offset, backwards=backwards)
            assert match is not None
            found.append((match[0].start, match[1]))
            offset = match[0].start + (not backwards)
        return found

    assert starts(0, backwards=False) == [(0, False), (8, False), (17, False), (0, True)]
    assert starts(8, backwards=True) == [(0, False), (17, True), (8, False), (0, False)]
    assert find(document, "three", 0) is None
    assert find(document, "two one two", 0) is None
    assert find(document, " ", 0) is None


@given(paragraphs, st.data())
def test_a_word_of_the_text_is_found_there(document: Document, data: st.DataObject) -> None:
    block = data.draw(st.sampled_from(document.blocks))
    words = Transcript(document).words(block.span)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    if unicodedata.category(word.of(document.text)[0])[0] == "M":
        return  # a mark alone folds to nothing
    match = find(document, word.of(document.text), word.start)
    assert match is not None
    assert match[0].start == word.start
    assert not match[1]


def test_nothing_is_found_in_nothing() -> None:
    assert find(make_document(), "x", 0) is None


def starts_of(document: Document, needle: str) -> list[int]:
    starts = array("I")
    for _ in count(document, needle, starts):
        pass
    return list(starts)


@given(paragraphs, st.sampled_from("aé .漢ss"))
def test_all_matches_are_those_that_are_found_one_after_another(document: Document, needle: str) -> None:
    found = []
    at = 0
    while (match := find(document, needle, at)) and not match[1]:
        found.append(match[0].start)
        at = match[0].start + 1
    assert starts_of(document, needle) == found


def test_a_very_long_text_is_looked_through_in_steps() -> None:
    document = make_document(*["a bridge " * 1000] * 50, "The end.")
    starts = array("I")
    counted = [len(starts) for _ in count(document, "bridge", starts)]
    assert len(counted) > 5
    assert counted == sorted(set(counted))
    assert counted[-1] == 50_000
    *before, found = seek(document, "the end", 0)
    assert len(before) > 3
    assert set(before) == {None}
    assert found is not None
    assert found[0].start == document.text.index("The end")
