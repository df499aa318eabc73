"""A document in the making: long paragraphs are parted, and parts in other languages are where they stand."""

from __future__ import annotations

import tracemalloc

import pytest

from briefing.formats.draft import LONGEST_BLOCK, Draft
from briefing.formats.plain import read_text
from briefing.model import BlockKind, Document, LanguagePart, Media, Span

SENTENCES = [f"Sentence number {n} of “this” report tells what happened." for n in range(5000)]
TEXT = " ".join(SENTENCES)


def document_of(text: str) -> Document:
    return read_text(text).build("it.txt", "it", Media())


def test_one_paragraph_of_a_book_is_parted_between_sentences() -> None:
    document = document_of(TEXT)
    parts = [block.span.of(document.text) for block in document.blocks]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert len(TEXT) / LONGEST_BLOCK <= len(parts) <= len(TEXT) / LONGEST_BLOCK + 2
    assert " ".join(parts) == TEXT
    assert all(part.startswith("Sentence number") and part.endswith("happened.") for part in parts)


@pytest.mark.parametrize("letters", ["abcdefghij", "報告", "e\u0301"])
def test_a_line_without_a_space_loses_nothing(letters: str) -> None:
    text = letters * 100_000
    document = document_of(text)
    assert max(len(block.span) for block in document.blocks) <= LONGEST_BLOCK
    assert document.text.replace("\n\n", "") == text


def test_the_parts_of_what_somebody_says_are_all_his() -> None:
    draft = Draft()
    draft.add(BlockKind.QUOTE, TEXT, speaker="Ann")
    assert {(b.kind, b.speaker) for b in draft.build("", "", Media()).blocks} == {(BlockKind.QUOTE, "Ann")}


def test_a_paragraph_within_the_limit_stays_whole() -> None:
    text = TEXT[: LONGEST_BLOCK - 1] + "."
    assert [block.span.of(text) for block in document_of(text).blocks] == [text]


def test_a_text_of_one_paragraph_takes_little_more_than_itself_to_read() -> None:
    text = TEXT * 8  # in CPython, two bytes a character
    tracemalloc.start()
    try:
        read_text(text)
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most_bytes < 4 * 2 * len(text)


def test_a_part_in_a_language_of_its_own_is_where_it_stands_in_the_text() -> None:
    draft = Draft(language="en")
    draft.add(BlockKind.TITLE, "Snow")
    text = "  In Moscow\n they say  снег идёт, the snow walks. "
    start = text.index("снег")
    parts = [LanguagePart(Span(start, start + len("снег идёт")), "ru")]
    draft.add(BlockKind.PARAGRAPH, text, language_parts=parts)
    draft.add(BlockKind.PARAGRAPH, "Il neige.", language_parts=[LanguagePart(Span(0, 9), "fr-x-bad!")])
    document = draft.build("a", "a", Media())
    (found,) = document.language_parts
    assert (found.span.of(document.text), found.language) == ("снег идёт", "ru")
