"""The messages of the pipe between a player and its voice."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.worker import wire
from briefing.speech.worker.wire import Kind


@given(st.lists(st.tuples(st.sampled_from(Kind), st.binary(max_size=200)), max_size=8), st.integers(0, 40))
def test_messages_arrive_whole_or_not_at_all(messages: list[tuple[Kind, bytes]], lost: int) -> None:
    packed = b"".join(wire.pack(kind, payload) for kind, payload in messages)
    read = list(wire.read_messages(io.BytesIO(packed[: max(0, len(packed) - lost)])))
    assert read == messages[: len(read)]
    assert len(read) == len(messages) or lost


@given(st.text(max_size=500), st.text(max_size=40), st.integers(0, 65535), st.integers(0, 255))
def test_a_request_is_read_as_it_was_written(text: str, voice: str, wpm: int, pitch: int) -> None:
    ((kind, payload),) = wire.read_messages(io.BytesIO(wire.pack_speak(text, voice, wpm, pitch)))
    assert kind is Kind.SPEAK
    assert wire.unpack_speak(payload) == (text, voice, wpm, pitch)


def test_a_mad_length_is_no_message() -> None:
    with pytest.raises(ValueError, match="bytes"):
        list(wire.read_messages(io.BytesIO(struct.pack("<IB", 1 << 31, 4) + b"x")))
