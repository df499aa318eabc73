"""A word on its own, as it is said by some pronunciations."""

from __future__ import annotations

import numpy as np

from briefing.speech.heard_word import heard_word
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.pronunciation.entry import make_entry
from tests.fakes import ToneSpeech

SAID = Pronunciations([make_entry("Xi", "shee /ʃiː/")])


def test_it_is_said_by_its_sound_where_the_voice_takes_one() -> None:
    engine = ToneSpeech()
    plain = heard_word(engine, "Xi", "en", Pronunciations())
    told = heard_word(engine, "Xi", "en", SAID)
    assert len(plain) > 1000
    assert not np.array_equal(plain, told)
    assert [each.ipa for each in engine.sounds[-1]] == ["ʃiː"]


def test_a_voice_of_the_texts_language_says_it() -> None:
    engine = ToneSpeech()
    heard_word(engine, "Xi", "de", SAID)
    assert engine.texts[-1] == "shee", "the German one takes no sounds"
    assert {voice for voice, _, _ in engine.used} == {"tone-de"}
