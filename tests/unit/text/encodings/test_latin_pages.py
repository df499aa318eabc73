"""Latin code pages, told apart by the letters of the languages that are written in them."""

from __future__ import annotations

import pytest

from briefing.text.encodings.latin_pages import latin_page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Dźwięk ciszy", "cp1250"),
        ("Příští stanice: Náměstí", "iso8859_2"),
        ("Kış geldi, okullar kapandı", "cp1254"),
        ("Šiaulių tiltas atidarytas", "cp1257"),
        ("Über die Brücke nach Köln", "cp850"),
        ("Grüße aus Köln", "mac_roman"),
        ("L’été à l’étranger", "cp1252"),
    ],
)
def test_what_is_told_reads_as_it_was_written(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert data.decode(latin_page(data)) == text


def test_a_text_of_many_lines_is_told_like_one_of_a_line() -> None:
    line = "Dźwięk ciszy\n".encode("cp1250")
    assert latin_page(b"All in ASCII.\n" * 2000 + line) == latin_page(line)
