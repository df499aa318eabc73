"""What somebody types for a pronunciation: taken, or refused with a sentence that says what would do."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.text.pronunciation.entry import make_entry


@pytest.mark.parametrize(
    ("said", "say", "ipa"),
    [
        ("zeh-LEN-skee", "zeh-LEN-skee", ""),
        ("/zəˈlɛnski/", "", "zəˈlɛnski"),
        (" zuh-LEN-skee  /zəˈlɛnski/ ", "zuh-LEN-skee", "zəˈlɛnski"),
        ("sequel", "sequel", ""),
    ],
)
def test_a_respelling_or_ipa_or_both_are_taken(said: str, say: str, ipa: str) -> None:
    entry = make_entry("Zelenskyy", said)
    assert (entry.say, entry.ipa) == (say, ipa)
    assert make_entry("Zelenskyy", entry.said) == entry


@pytest.mark.parametrize(
    "word", ["Xi Jinping", "N'Djamena", "Jong-un", "B52", "Mc*", "?zar", "Đà Nẵng", "नमस्ते"]
)
def test_words_names_and_patterns_are_taken(word: str) -> None:
    assert make_entry(f" {word} ", "x").word == word


@pytest.mark.parametrize(
    ("word", "said", "language", "why"),
    [
        ("", "x", "", "The word is missing."),
        ("a/b", "x", "", "“a/b” is no word."),
        ("(a+)+$", "x", "", "“(a+)+$” is no word."),
        ("*", "x", "", "“*” would stand for every word."),
        ("a*b*", "x", "", "“a*b*” has two stars."),
        ("Mc* b", "x", "", "“Mc* b” is a pattern of several words."),
        ("a", "", "", "It is missing how the word is said."),
        ("a", "//", "", "“//” cannot be read."),
        ("a", "/K IY1 V/", "", "“K IY1 V” is no IPA."),
        ("a", "...", "", "“...” is no respelling."),
        ("a", "b *", "", "The respelling has a star that the word has not."),
        ("a", "b", "no language", "“no language” is no language."),
        ("a" * 81, "b", "", f"“{'a' * 80}” is no word."),
    ],
)
def test_what_cannot_be_one_is_refused_with_a_reason(word: str, said: str, language: str, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        make_entry(word, said, language)
    assert refused.value.message == why
    assert refused.value.hint.endswith(".")


def test_entries_of_one_word_have_one_key_whatever_their_capitals() -> None:
    assert make_entry("Xi Jinping", "x").key == make_entry("xi jinping", "y").key
    assert make_entry("Xi", "x", "en").key != make_entry("Xi", "x", "fr").key
