"""The messages of the pipe between a player and its voice."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from briefing.ports.speech import Sound
from briefing.processes import messages
from briefing.speech.worker import wire
from briefing.speech.worker.wire import SpeechMessage

_PLACES = st.integers(0, 2**32 - 1)
_SOUNDS = st.builds(Sound, _PLACES, _PLACES, st.text(max_size=40))


@given(
    st.text(max_size=500),
    st.text(max_size=40),
    st.integers(0, 65535),
    st.integers(0, 255),
    st.lists(_SOUNDS, max_size=5).map(tuple),
)
def test_a_request_is_read_as_it_was_written(
    text: str, voice: str, wpm: int, pitch: int, sounds: tuple[Sound, ...]
) -> None:
    (request,) = messages.read_all(io.BytesIO(wire.pack_speak(text, voice, wpm, pitch, sounds)))
    assert request.kind == SpeechMessage.SPEAK
    assert wire.unpack_speak(request.payload) == (text, voice, wpm, pitch, sounds)
