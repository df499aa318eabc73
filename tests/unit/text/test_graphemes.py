"""Characters as readers count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.graphemes import split_graphemes


def characters(text: str) -> list[str]:
    return [text[start:stop] for start, stop in split_graphemes(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("cafe\u0301", ["c", "a", "f", "e\u0301"]),
        ("한국", ["한", "국"]),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab", "\u1100\u116e\u11a8"]),
        ("بَيت", ["بَ", "ي", "ت"]),
        ("👩🏽\u200d💻👨\u200d👩\u200d👧", ["👩🏽\u200d💻", "👨\u200d👩\u200d👧"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("🏴\U000e0067\U000e0062\U000e007f!", ["🏴\U000e0067\U000e0062\U000e007f", "!"]),
        ("1\ufe0f\u20e3❤\ufe0f", ["1\ufe0f\u20e3", "❤\ufe0f"]),
        ("中文か\u3099", ["中", "文", "か\u3099"]),
        ("ไทยกำ", ["ไ", "ท", "ย", "กำ"]),
        ("कान्ति", ["का", "न्", "ति"]),
        ("שָׁלוֹם", ["שָׁ", "ל", "וֹ", "ם"]),
        (" \u0301a", [" ", "\u0301", "a"]),
        ("", []),
    ],
    ids=[
        *("accent", "hangul", "jamo", "arabic", "emoji", "flags", "region", "keycaps", "kana", "thai"),
        *("hindi", "hebrew", "lone mark", "nothing"),
    ],
)
def test_what_is_one_letter_to_the_eye_is_one_character(text: str, parts: list[str]) -> None:
    assert characters(text) == parts


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("e\u0301\u200d👩🏽🇩🇪한\u1112\u1161\u11ab ")))
def test_no_code_point_is_lost_or_told_twice(text: str) -> None:
    assert "".join(characters(text)) == text
    assert all(characters(text))
