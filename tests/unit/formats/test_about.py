"""What is told of a format, and how what it writes becomes bytes."""

from __future__ import annotations

import pytest

from briefing.formats.about import About, Holds, encoded

LYRICS = About("Lyrics", (".lrc", ".elrc"), Holds.WORD_TIMES | Holds.SPEAKERS, ".LRC", lost=Holds.SPEAKERS)
READ_ONLY = About("SAMI", (".smi", ".sami"), Holds.CUE_TIMES)


def test_what_is_held_is_told_in_words() -> None:
    assert LYRICS.holds.words == ["word times", "speakers"]
    assert Holds.NOTHING.words == []


def test_what_is_lost_is_not_kept_and_what_is_only_read_keeps_nothing() -> None:
    assert LYRICS.kept is Holds.WORD_TIMES
    assert READ_ONLY.kept is Holds.NOTHING


def test_the_suffix_that_is_written_comes_first_as_it_is_spelt() -> None:
    assert LYRICS.names == (".LRC", ".elrc")
    assert READ_ONLY.names == (".smi", ".sami")


@pytest.mark.parametrize(
    ("written", "data"), [("é", b"\xc3\xa9"), (b"\xff", b"\xff"), ("half \ud83d", b"half \\ud83d")]
)
def test_text_becomes_utf8_and_bytes_stay(written: str | bytes, data: bytes) -> None:
    assert encoded(written) == data
