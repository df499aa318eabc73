"""What stands at a seam must behave alike, be it true or a stand-in: checks that run on both.

A contract is a class of tests without a subject; a test module subclasses it and gives one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.errors import SpeechError
from briefing.speech.voices import pick_voice

if TYPE_CHECKING:
    from briefing.ports import SpeechEngine

# -- SpeechEngine


class SpeechEngineContract:
    """What every `ports.SpeechEngine` does. A subclass gives the fixture `engine`."""

    TEXT = "One area, where three nations share a view, is the threat of war."

    def test_it_has_voices_that_can_be_told_apart(self, engine: SpeechEngine) -> None:
        voices = engine.voices()
        assert voices
        assert len({voice.id for voice in voices}) == len(voices)
        assert any(voice.language.startswith("en") for voice in voices)

    def test_each_word_is_marked_in_order_within_the_sound(self, engine: SpeechEngine) -> None:
        said = engine.synthesise(self.TEXT, english(engine), 175, 50)
        assert [self.TEXT[w.start : w.stop] for w in said.words] == self.TEXT.replace(",", "").rstrip(
            "."
        ).split()
        frames = [w.frame for w in said.words]
        assert frames == sorted(frames)
        assert frames[0] >= 0
        assert frames[-1] < len(said.pcm.samples)
        assert len(set(frames)) == len(frames)

    def test_the_sound_is_mono_float_and_not_silent(self, engine: SpeechEngine) -> None:
        said = engine.synthesise(self.TEXT, english(engine), 175, 50)
        assert said.pcm.samples.dtype == np.float32
        assert said.pcm.samples.ndim == 1
        assert said.pcm.rate_hz > 0
        assert 0.01 < np.abs(said.pcm.samples).max() <= 1

    def test_twice_the_rate_takes_about_half_the_time(self, engine: SpeechEngine) -> None:
        slow, fast = (
            len(engine.synthesise(self.TEXT, english(engine), wpm, 50).pcm.samples) for wpm in (150, 300)
        )
        assert 1.7 < slow / fast < 2.3

    def test_a_text_of_nothing_is_no_words(self, engine: SpeechEngine) -> None:
        assert engine.synthesise("…", english(engine), 175, 50).words == ()

    def test_what_is_too_long_is_refused_and_the_next_text_is_spoken(self, engine: SpeechEngine) -> None:
        with pytest.raises(SpeechError):
            engine.synthesise("word " * 200, english(engine), 175, 50)
        assert engine.synthesise("Again.", english(engine), 175, 50).words

    def test_closing_twice_is_harmless_and_ends_it(self, engine: SpeechEngine) -> None:
        voice = english(engine)
        engine.close()
        engine.close()
        with pytest.raises(SpeechError):
            engine.synthesise("Too late.", voice, 175, 50)


def english(engine: SpeechEngine) -> str:
    """The id of an English voice."""
    return pick_voice(engine.voices(), "en-US").id
