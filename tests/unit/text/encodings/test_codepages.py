"""The code page of a short text, told by how often its letters are used."""

from __future__ import annotations

import pytest

from briefing.text.encodings.codepages import guess


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Новости", "cp1251"),
        ("Утренние новости", "koi8_r"),
        ("Мост снова открыт", "mac_cyrillic"),
        ("早晨新闻", "gb18030"),
        ("早晨新聞", "big5"),
        ("朝のニュース", "shift_jis"),
        ("아침 뉴스", "euc_kr"),
        ("Πρωινά νέα", "cp1253"),
        ("חדשות הבוקר", "cp1255"),
        ("أخبار الصباح", "cp1256"),
    ],
)
def test_what_is_guessed_reads_as_it_was_written(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = guess(data)
    assert found is not None
    assert data.decode(found) == text


@pytest.mark.parametrize("text", ["Café Müller", "L’été à l’étranger", "£5 and §3, ½ of it at 50°", "plain"])
def test_western_european_needs_no_guess(text: str) -> None:
    assert guess(text.encode("cp1252")) is None


def test_a_text_of_many_lines_is_told_like_one_of_a_line() -> None:
    assert guess(b"All in ASCII.\n" * 2000 + "Новости\n".encode("cp1251")) == guess(
        "Новости".encode("cp1251")
    )
