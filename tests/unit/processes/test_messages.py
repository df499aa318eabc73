"""Messages over a pipe: whole, or not at all."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.processes import messages
from briefing.processes.messages import Message

MESSAGES = st.builds(
    Message, st.integers(0, 255), st.integers(-(1 << 63), (1 << 63) - 1), st.binary(max_size=200)
)


@given(st.lists(MESSAGES, max_size=8), st.integers(0, 40))
def test_they_arrive_whole_or_not_at_all(said: list[Message], lost: int) -> None:
    packed = b"".join(messages.pack(*message) for message in said)
    read = list(messages.read_all(io.BytesIO(packed[: max(0, len(packed) - lost)])))
    assert read == said[: len(read)]
    assert len(read) == len(said) or lost


def test_a_mad_length_is_no_message() -> None:
    with pytest.raises(ValueError, match="bytes"):
        messages.read(io.BytesIO(struct.pack("<BqI", 4, 0, 1 << 31) + b"x"))
