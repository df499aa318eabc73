"""eSpeak NG in its process: an engine like any other, whose words are told where they sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.ports.speech import Sound
from briefing.speech.engines.espeak import open_espeak, readings
from briefing.text.pronunciation.news import read_rows
from tests.contracts import SpeechEngineContract, english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.speech import SpeechEngine


class TestEspeak(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[SpeechEngine]:
        engine = open_espeak()
        yield engine
        engine.close()

    def test_words_are_marked_where_they_sound(self, engine: SpeechEngine) -> None:
        said = engine.synthesise("First. Second. Third.", english(engine), 120, 50)
        sounding = np.flatnonzero(np.abs(said.pcm.samples) > 0.003)
        onsets = [
            int(sounding[0]),
            *(int(x) for x in sounding[1:][np.diff(sounding) > said.pcm.rate_hz // 8]),
        ]
        assert len(said.words) == 3
        for mark in said.words:
            assert min(abs(mark.frame - onset) for onset in onsets) < 0.02 * said.pcm.rate_hz

    def test_its_words_are_told_by_the_voice(self, engine: SpeechEngine) -> None:
        assert engine.synthesise("Told.", english(engine), 175, 50).is_exact

    @pytest.mark.parametrize("text", ["[[h@l'oU]]", "\x01200S", "<break time='9s'/>", "\x01+90P"])
    def test_no_text_is_obeyed(self, engine: SpeechEngine, text: str) -> None:
        voice = english(engine)
        plain = len(engine.synthesise("Hello world.", voice, 175, 50).pcm.samples)
        engine.synthesise(f"{text} Hello world.", voice, 175, 50)
        after = len(engine.synthesise("Hello world.", voice, 175, 50).pcm.samples)
        assert abs(after - plain) < plain * 0.05

    @pytest.mark.parametrize(
        ("ipa", "spelling"), [("ʃˈiːt", "sheet"), ("ˈbɹaɪt", "bright"), ("ˈtʃɛk", "check")]
    )
    def test_a_sound_is_what_its_spelling_would_be(
        self, engine: SpeechEngine, ipa: str, spelling: str
    ) -> None:
        voice = english(engine)
        told = engine.synthesise("Say Xqx now.", voice, 175, 50, (Sound(4, 7, ipa),))
        written = engine.synthesise(f"Say {spelling} now.", voice, 175, 50)
        assert len(told.pcm.samples) == pytest.approx(len(written.pcm.samples), rel=0.03)
        assert [mark.frame for mark in told.words] == pytest.approx([m.frame for m in written.words], abs=900)

    def test_of_several_sounds_each_word_keeps_its_place(self, engine: SpeechEngine) -> None:
        text = "Xi Jinping's men met [[Zelenskyy]], and Xi left."
        sounds = (
            Sound(0, 2, "ʃˈiː"),
            Sound(3, 12, "dʒɪnˈpɪŋz"),
            Sound(23, 32, "zəˈlɛnski"),
            Sound(40, 42, "ʃˈiː"),
        )
        said = engine.synthesise(text, english(engine), 175, 50, sounds)
        assert [text[w.start : w.stop] for w in said.words] == text.replace(",", "").replace(".", "").replace(
            "[", ""
        ).replace("]", "").split()
        frames = [w.frame for w in said.words]
        assert frames == sorted(set(frames))

    def test_names_in_the_news_are_said_otherwise_when_their_sound_is_told(
        self, engine: SpeechEngine
    ) -> None:
        voice = english(engine)
        for row in read_rows()[::80]:
            plain, told = (
                engine.synthesise(row.name, voice, 175, 50, sounds)
                for sounds in ((), (Sound(0, len(row.name), row.ipa),))
            )
            assert not np.array_equal(plain.pcm.samples, told.pcm.samples), row
            assert [(w.start, w.stop) for w in told.words] == [(w.start, w.stop) for w in plain.words], row

    def test_pitch_is_heard(self, engine: SpeechEngine) -> None:
        low, high = (engine.synthesise("Ah. Ah.", english(engine), 175, pitch) for pitch in (10, 90))
        assert not np.array_equal(low.pcm.samples[:2000], high.pcm.samples[:2000])


def test_voices_of_other_languages_tell_how_they_read_a_name() -> None:
    french, german, nobody = readings("Macron", ("fr", "de", "no-such-voice"))
    assert french.endswith("ɔ̃")
    assert german.endswith("n")
    assert nobody == ""
