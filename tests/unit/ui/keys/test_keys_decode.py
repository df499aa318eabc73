"""What terminals send, as names of keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.keys.decode import _CONTROLS, _FINALS, _TILDES, KeyDecoder
from briefing.ui.keys.names import NAMED, UNKNOWN
from briefing.ui.keys.sequences import Pasted

SENT = [
    (b"a", ["a"]),
    (b"N?", ["N", "?"]),
    (b" ", ["space"]),
    (b"\r", ["enter"]),
    (b"\n", ["enter"]),
    (b"\t", ["tab"]),
    (b"\x7f\x08", ["backspace", "backspace"]),
    (b"\x03\x00\x1c", ["ctrl+c", "ctrl+space", "ctrl+\\"]),
    ("ä日\U0001f600".encode(), ["ä", "日", "\U0001f600"]),
    (b"\x1b[A\x1bOB\x1b[C\x1b[D", ["up", "down", "right", "left"]),
    (b"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~", ["home", "end"] * 3),
    (b"\x1b[5~\x1b[6~\x1b[2~\x1b[3~", ["pageup", "pagedown", "insert", "delete"]),
    (b"\x1bOP\x1b[12~\x1b[15~\x1b[17~\x1b[24~\x1b[[C", ["f1", "f2", "f5", "f6", "f12", "f3"]),
    (b"\x1b[1;2C\x1b[1;5D\x1b[1;6F", ["shift+right", "ctrl+left", "ctrl+shift+end"]),
    (b"\x1b[d\x1b[c\x1bOd", ["shift+left", "shift+right", "ctrl+left"]),
    (b"\x1b[Z\x1b[15;5~", ["shift+tab", "ctrl+f5"]),
    (b"\x1bx\x1b\x1b[A", ["alt+x", "escape", "up"]),
    (b"\x1b[97;5u\x1b[97;2u\x1b[27;5;97~", ["ctrl+a", "A", "ctrl+a"]),
    (b"\x1bOj\x1bOp\x1bOM", ["*", "0", "enter"]),
    (b"\xff\xc3", [UNKNOWN]),
    (b"\x1b[99z\x1b[9999999999999999999999u", [UNKNOWN, UNKNOWN]),
]


@pytest.mark.parametrize(("data", "keys"), SENT)
def test_bytes_become_keys(data: bytes, keys: list[str]) -> None:
    assert KeyDecoder().feed(data) == keys


@pytest.mark.parametrize(("data", "keys"), SENT)
def test_a_torn_line_makes_no_difference(data: bytes, keys: list[str]) -> None:
    decoder = KeyDecoder()
    assert [key for byte in data for key in decoder.feed(bytes([byte]))] == keys


def test_escape_alone_is_known_by_time() -> None:
    decoder = KeyDecoder()
    assert decoder.feed(b"\x1b") == []
    assert decoder.patience_s
    assert decoder.flush() == ["escape"]
    assert not decoder.patience_s
    assert decoder.flush() == []


@pytest.mark.parametrize(("data", "key"), [(b"\x1b[", "alt+["), (b"\x1bO", "alt+O"), (b"\x1b[1;", UNKNOWN)])
def test_a_sequence_that_never_ends_runs_nothing(data: bytes, key: str) -> None:
    decoder = KeyDecoder()
    assert decoder.feed(data) == []
    assert decoder.flush() == [key]


@pytest.mark.parametrize("cut", range(1, 20))
def test_what_is_pasted_is_no_key(cut: int) -> None:
    data = b"\x1b[200~qqq\x1b[A\x1b[201~j"
    decoder = KeyDecoder()
    assert decoder.feed(data[:cut]) + decoder.feed(data[cut:]) == [Pasted("qqq\x1b[A"), "j"]


@given(st.lists(st.binary(max_size=12), max_size=12))
def test_no_bytes_raise_and_none_are_kept_for_ever(pieces: list[bytes]) -> None:
    decoder = KeyDecoder()
    for piece in pieces:
        assert all(decoder.feed(piece))
    assert all(decoder.flush())
    assert decoder.patience_s is None
    assert decoder.feed(b"q") == ["q"]


@given(st.text(st.characters(exclude_categories=("C", "Z")), max_size=20))
def test_characters_come_through(text: str) -> None:
    assert KeyDecoder().feed(text.encode()) == [char if char != "\ufffd" else UNKNOWN for char in text]


@given(st.binary(max_size=40))
def test_the_same_keys_however_the_bytes_are_cut(data: bytes) -> None:
    whole, torn = KeyDecoder(), KeyDecoder()
    assert [key for byte in data for key in torn.feed(bytes([byte]))] == whole.feed(data)


def test_every_key_that_is_sent_can_be_written_in_settings() -> None:
    sent = {key for table in (_FINALS, _TILDES, _CONTROLS) for key in table.values()}
    assert {key for key in sent if "+" not in key} == NAMED
