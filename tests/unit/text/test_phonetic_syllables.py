"""Words for kana, Hangul syllables and Chinese characters."""

from __future__ import annotations

import pytest

from briefing.text.phonetic_syllables import han, hangul, kana


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("あ", "あさひのア"),
        ("ア", "カタカナ あさひのア"),
        ("ぱ", "はがきのハ はんだくてん"),
        ("ゃ", "ちいさい やまとのヤ"),
        ("ﾔ", "カタカナ やまとのヤ"),
        ("ヱ", "カタカナ かぎのあるヱ"),
        ("ー", "ちょうおん"),
        ("x", ""),
    ],
)
def test_kana_have_the_words_of_the_table_for_radio(char: str, words: str) -> None:
    assert kana(char) == words


def test_every_kana_has_a_word() -> None:
    assert all(kana(chr(code)) for code in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB)))


def test_a_hangul_syllable_is_told_by_a_word_for_each_letter() -> None:
    assert hangul("한") == "하늘 아침 나무"
    assert hangul("아") == "아침"
    assert hangul("값") == "가을 아침 없다"
    assert hangul("ㄱ") == hangul("x") == ""


def test_every_hangul_syllable_is_told_apart() -> None:
    told = [hangul(chr(code)) for code in range(0xAC00, 0xD7A4)]
    assert len(set(told)) == len(told)


def test_a_chinese_character_is_told_by_a_word_or_not_at_all() -> None:
    assert han("国") == "中国的国"
    assert han("x") == ""
