"""What terminals send, as names; and which command a key runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.commands import BY_ID, COMMANDS
from briefing.errors import ConfigError
from briefing.ui.keys import UNKNOWN, KeyDecoder, argument_of, bound_keys, key_from, spoken
from briefing.ui.sequences import Pasted
from tests.builders import keymap

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


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_the_usual_keys_are_written_as_they_are_decoded(command: object) -> None:
    for key in BY_ID[command.id].keys:  # type: ignore[attr-defined]
        assert key_from(key) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [("Shift+Left", "shift+left"), ("esc", "escape"), (" ", "space"), ("N", "N"), ("ctrl++", "ctrl++"),
     ("shift+a", "A"), ("shift+ctrl+end", "ctrl+shift+end"), ("PgUp", "pageup"), ("+", "+")],
)  # fmt: skip
def test_keys_are_read_from_the_settings(written: str, key: str) -> None:
    assert key_from(written) == key


@pytest.mark.parametrize("written", ["", "spcae", "hyper+a", "f13", "\x1b", "shift+", "ab"])
def test_there_is_no_such_key(written: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        key_from(written)


def test_the_usual_keys_run_every_command_that_has_one() -> None:
    usual = keymap()
    assert usual["space"] == "play"
    assert set(usual.values()) == {command.id for command in COMMANDS if command.keys}
    assert len(usual) == sum(len(command.keys) for command in COMMANDS)


def test_a_user_gives_a_command_other_keys() -> None:
    mine = keymap({"play": ("p", "Ctrl+Space"), "mute": ()})
    assert mine["p"] == mine["ctrl+space"] == "play"
    assert "space" not in mine
    assert "m" not in mine


def test_two_commands_may_change_places() -> None:
    mine = keymap({"stop": ("q",), "quit": ("x",)})
    assert (mine["q"], mine["x"]) == ("stop", "quit")


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        ({"quit": ("x",)}, "The key x cannot run both quit and stop. Give stop another key"),
        ({"play": ("p",), "quit": ("p",)}, "The key p cannot run both"),
        ({"qiut": ("p",)}, "There is no command 'qiut' to give keys to. Is quit meant?"),
        ({"quit": ("spcae",)}, "There is no key 'spcae'"),
        ({"quit": ("ctrl+m",)}, "Terminals cannot tell it from enter."),
        ({"quit": ("escape",)}, "It closes what is open."),
    ],
)
def test_a_mistake_is_told_in_a_sentence(overrides: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        keymap(overrides)
    assert message in str(caught.value)


def test_the_tenths_follow_their_keys() -> None:
    usual = bound_keys(COMMANDS, {})
    assert argument_of("percent", "3", usual) == "30"
    assert argument_of("play", "space", usual) == ""
    mine = bound_keys(COMMANDS, {"percent": ("f1", "f2")})
    assert argument_of("percent", "f2", mine) == "10"


@pytest.mark.parametrize(
    ("key", "words"),
    [("?", "question mark"), ("N", "shift N"), ("n", "N"),
     ("shift+left", "shift left"), ("ctrl++", "ctrl plus"), ("space", "space"),
     ("pageup", "page up"), ("f6", "f6")],
)  # fmt: skip
def test_a_key_is_said_in_words(key: str, words: str) -> None:
    assert spoken(key) == words


@pytest.mark.parametrize("key", sorted(keymap()))
def test_every_usual_key_can_be_said(key: str) -> None:
    assert all(part.isalnum() for part in spoken(key).split())
