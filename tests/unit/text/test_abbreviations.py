"""What a token before a full stop is, by its language and its case."""

from __future__ import annotations

import pytest

from briefing.text.abbreviations import AbbreviationKind, kind_of


@pytest.mark.parametrize(
    ("token", "language", "kind"),
    [
        ("Mr", "en", AbbreviationKind.TITLE),
        ("dr", "cs", AbbreviationKind.TITLE),
        ("e.g", "en", AbbreviationKind.NEVER_LAST),
        ("No", "en", AbbreviationKind.NUMBERED),
        ("no", "en", AbbreviationKind.NUMBERED),
        ("Abs", "de", AbbreviationKind.NUMBERED),
        ("Oct", "en", AbbreviationKind.MONTH),
        ("p.m", "en", AbbreviationKind.TIME),
        ("Inc", "en", AbbreviationKind.INNER),
        ("usw", "de", AbbreviationKind.INNER),
        ("U.S", "en", AbbreviationKind.INNER),
        ("J", "en", AbbreviationKind.INITIAL),
        ("25", "de", AbbreviationKind.ORDINAL),
        ("XIV", "de", AbbreviationKind.ORDINAL),
        ("bridge", "en", AbbreviationKind.WORD),
    ],
)
def test_what_may_follow_a_token_and_its_stop(token: str, language: str, kind: AbbreviationKind) -> None:
    assert kind_of(token, language) is kind


@pytest.mark.parametrize("word", ["ill", "miss", "mar", "art", "col"])
def test_an_english_word_in_lower_case_is_a_word(word: str) -> None:
    assert kind_of(word, "en") is AbbreviationKind.WORD


def test_a_number_ends_an_english_sentence() -> None:
    assert kind_of("25", "en") is AbbreviationKind.WORD
