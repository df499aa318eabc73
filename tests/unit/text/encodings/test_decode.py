"""Bytes to text, in every encoding that a text file comes in."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.text.encodings.decode import decode

NO_TEXT = (bytes(2000), bytes(range(256)) * 8, b"\xff\xfe\x00\xd8" * 50, b"\x80\x81\xfe\x00\x01" * 40)
ENGLISH = "Quotes “like these” and a dash – here.\nNext."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_what_english_comes_in(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Un café à la crème, très bien. C’est la vie.", "cp1252"),
        ("Es geht um die Größe – „wirklich“. Süß!", "cp1252"),
        ("El niño comió piñas en España; ¿qué más?", "latin-1"),
        ("Rozmowy były dla nich pożyteczne, ale nie łatwe, jak się mówi.", "cp1250"),
        ("Bu görüşmeler için çok önemli bir gün, ve İstanbul da öyle.", "cp1254"),
        ("Совместное заявление министров иностранных дел трёх стран", "cp1251"),
        ("朝鲜向俄罗斯提供武器，美国和日本表示强烈谴责。", "gb18030"),
        ("北朝鮮は武器を供与した。日本は非難した。", "shift_jis"),
        ("북한이 무기를 제공했다. 미국은 규탄했다.", "euc-kr"),
    ],
)
def test_older_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("data", NO_TEXT)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data)


def test_a_character_cut_at_the_end_is_dropped() -> None:
    assert decode("né".encode()[:-1]) == "n"


def test_a_few_damaged_bytes_do_not_cost_the_rest() -> None:
    damaged = ("naïve words, many of them. " * 100).encode() + b"\xff" + " é".encode()
    assert decode(damaged).count("\ufffd") == 1


def test_zeros_within_text_are_kept_for_safe_text_to_show() -> None:
    assert decode(b"a\x00b and more text") == "a\x00b and more text"


def test_line_ends() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@given(st.text(min_size=1).filter(lambda t: "\r" not in t and "\x00" not in t and not t.startswith("\ufeff")))
def test_utf8_comes_back_whole(text: str) -> None:
    controls = sum(ord(char) < 0x20 or char == "\x7f" for char in text)
    if controls * 2 < len(text):
        assert decode(text.encode()) == text


@given(st.binary(max_size=300))
def test_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(data), str)


def test_letters_that_elinks_writes_in_six_bytes_do_not_cost_the_rest() -> None:
    damaged = "الخبر: ".encode() + b"\xfd\xbf\xbf\xbd\xa3\xac" + " وقال إن".encode()
    assert decode(damaged) == "الخبر: \ufffd وقال إن"
