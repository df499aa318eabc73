"""A page is read in the character set that it is in, whatever it says of itself."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.charset import read_text

ARABIC = "قالت المدينة إن الجسر فُتح يوم الاثنين"
RUSSIAN = "Мост снова открыт после двух лет работы"
CHINESE = "旧桥在两年的施工之后重新开放"


def _page(text: str, declared: str) -> str:
    return f'<!doctype html><meta charset="{declared}"><p>{text}</p>'


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [
        (ARABIC, "windows-1256", "cp1256"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (CHINESE, "gb2312", "gbk"),
        ("東京で橋が開いた", "iso-2022-jp", "iso2022_jp"),
        ("It costs 5 € – “cheap”", "iso-8859-1", "cp1252"),
        ("Brücke", "utf-8", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_declares(text: str, declared: str, codec: str) -> None:
    assert text in read_text(_page(text, declared).encode(codec))


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1251", "utf-16", "zlib", "no-such-set"])
def test_bytes_that_are_utf_8_are_utf_8_whatever_is_declared(declared: str) -> None:
    assert RUSSIAN in read_text(_page(RUSSIAN, declared).encode())


def test_one_damaged_byte_does_not_make_another_set_of_utf_8() -> None:
    damaged = _page(RUSSIAN, "windows-1251").encode().replace(b"</p>", b"\xff</p>")
    assert RUSSIAN in read_text(damaged)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    assert RUSSIAN in read_text(_page(RUSSIAN, "iso-8859-1").encode(codec))


def test_a_page_that_declares_nothing_is_told_by_its_letters() -> None:
    assert RUSSIAN in read_text(f"<p>{RUSSIAN}. {RUSSIAN}.</p>".encode("cp1251"))


def test_what_is_no_text_is_nothing() -> None:
    assert read_text(bytes(range(32)) * 40) == ""
