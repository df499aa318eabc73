"""Languages by their tags: those there are, and what they are called."""

from __future__ import annotations

import pytest

from briefing.text.language_names import LANGUAGE_NAMES, OLDER_CODES, THREE_LETTERS, is_language


@pytest.mark.parametrize("tag", ["en", "pt-BR", "DEU", "iw", "ast", "szl", "zh-Hant-TW"])
def test_what_is_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "qqq", "english", "e", "-en"])
def test_what_is_no_language(tag: str) -> None:
    assert not is_language(tag)


def test_other_codes_lead_to_languages_that_have_a_name() -> None:
    assert {*THREE_LETTERS.values(), *OLDER_CODES.values()} <= LANGUAGE_NAMES.keys()


def test_names_are_words_and_no_two_languages_share_one() -> None:
    assert all(name.replace(" ", "").isalpha() for name in LANGUAGE_NAMES.values())
    twice = [code for code, name in LANGUAGE_NAMES.items() if list(LANGUAGE_NAMES.values()).count(name) > 1]
    assert twice == ["lb", "ltz"]
