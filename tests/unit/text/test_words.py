"""What a word is: a run without white space, less the punctuation around it."""

from __future__ import annotations

import pytest

from briefing.text.words import split_words


def words_of(text: str) -> list[str]:
    return [text[start:stop] for start, stop in split_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Russia’s arms,” he said.", ["Russia’s", "arms", "he", "said"]),
        ("$4.2 billion, up 50%.", ["$4.2", "billion", "up", "50%"]),
        ("the U.S., the U.N.", ["the", "U.S.", "the", "U.N."]),
        ("arms – and tanks — go", ["arms", "and", "tanks", "go"]),
        ("(see no. 5)", ["see", "no", "5"]),
        ("-5 degrees, −3, well-known", ["-5", "degrees", "−3", "well-known"]),
        ("R&D & C++ #1 @home", ["R&D", "&", "C++", "#1", "@home"]),
        ("cafe\u0301! não", ["cafe\u0301", "não"]),
        ("朝鲜提供武器。", ["朝", "鲜", "提", "供", "武", "器"]),
        ("カメラを見た", ["カメラを", "見", "た"]),
        ("북한이 무기를", ["북한이", "무기를"]),
        ("می\u200cخواهم رفت", ["می\u200cخواهم", "رفت"]),
        ("हिंदी में।", ["हिंदी", "में"]),
        ("… — “”", []),
    ],
)
def test_what_a_word_is(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_words_are_looked_for_between_two_offsets() -> None:
    assert list(split_words("one two three", 4, 7)) == [(4, 7)]
