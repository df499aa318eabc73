"""What the process that looks into a recording answers is taken for nothing else than what it is."""

from __future__ import annotations

import json

import pytest

from briefing.audio.media.probe_answer import pack, pack_refusal, unpack
from briefing.errors import BriefingError, SourceError, UnsafeError
from briefing.ports.media import MediaInfo, TextTrack, TimedText

INFO = MediaInfo(
    3.5,
    "The bridge",
    lyrics="[00:01]The\ud800",
    words=(TimedText("The", 0.5),),
    chapters=(TimedText("After", 0.0, 2.0),),
    cover=b"\x89PNG",
    tracks=(TextTrack("1\n", ".srt", "en", is_default=True),),
)


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(pack(INFO)), **values}).encode()


def test_what_was_found_comes_back() -> None:
    assert unpack(pack(INFO).encode()) == INFO


@pytest.mark.parametrize(
    "error", [SourceError("No.", "Ask."), UnsafeError("Too long.")], ids=["not", "unsafe"]
)
def test_why_nothing_was_found_is_raised(error: BriefingError) -> None:
    with pytest.raises(type(error)) as raised:
        unpack(pack_refusal(error).encode())
    assert (raised.value.message, raised.value.hint) == (error.message, error.hint)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[" * 20_000,
        b"3",
        b"{}",
        b'{"error": 3, "hint": "", "is_unsafe": false}',
        changed(duration_s="NaN"),
        changed(duration_s=[]),
        changed(title=["The bridge"]),
        changed(words=[["The", float("inf"), None]]),
        changed(words=[3]),
        changed(chapters=[["After", "soon", 2]]),
        changed(tracks=[["1", ".srt"]]),
        changed(cover="x"),
    ],
    ids=lambda answer: answer[:40].decode() or "nothing",
)
def test_an_answer_of_a_process_that_was_taken_over_is_none(answer: bytes) -> None:
    with pytest.raises(ValueError, match="no answer"):
        unpack(answer)
