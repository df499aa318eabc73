"""What a token before a full stop is, by its language and its case."""

from __future__ import annotations

import pytest

from briefing.text.abbreviations import Kind, kind_of


@pytest.mark.parametrize(
    ("token", "language", "kind"),
    [
        ("Mr", "en", Kind.TITLE),
        ("dr", "cs", Kind.TITLE),
        ("e.g", "en", Kind.NEVER_LAST),
        ("No", "en", Kind.NUMBERED),
        ("no", "en", Kind.NUMBERED),
        ("Abs", "de", Kind.NUMBERED),
        ("Oct", "en", Kind.MONTH),
        ("p.m", "en", Kind.TIME),
        ("Inc", "en", Kind.INNER),
        ("usw", "de", Kind.INNER),
        ("U.S", "en", Kind.INNER),
        ("J", "en", Kind.INITIAL),
        ("25", "de", Kind.ORDINAL),
        ("XIV", "de", Kind.ORDINAL),
        ("bridge", "en", Kind.WORD),
    ],
)
def test_what_may_follow_a_token_and_its_stop(token: str, language: str, kind: Kind) -> None:
    assert kind_of(token, language) is kind


@pytest.mark.parametrize("word", ["ill", "miss", "mar", "art", "col"])
def test_an_english_word_in_lower_case_is_a_word(word: str) -> None:
    assert kind_of(word, "en") is Kind.WORD


def test_a_number_ends_an_english_sentence() -> None:
    assert kind_of("25", "en") is Kind.WORD
