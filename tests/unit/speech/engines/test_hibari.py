"""hibari in its process: an engine like any other, whose words are told by its network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.speech.engines import hibari
from briefing.speech.engines.hibari import HEART, open_hibari
from tests.contracts import SpeechEngineContract, english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.ports.speech import SpeechEngine

needs_hibari = pytest.mark.skipif(hibari.check() is not None, reason="hibari is not installed")

ODD = {
    "nothing": " ",
    "emoji": "😀 👍🏽 👩‍👩‍👧",
    "other letters": "Путин, 北京市, ٣٤ and ½ of Łódź.",
    "a number beyond names": "1" * 400,
    "one word of 500 letters": "a" * 500,
    "no spaces": "one,two,three," * 30,
    "odd signs": "$ $$ $1e99 \u202e№5 ﬁ ﬂ ™ H₂O ---- ____ \ufeff",
    "controls": "\x00\x01\x1b[0m a\tb\nc",
    "half a character": "a \ud800 b",
}


@needs_hibari
class TestHibari(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[SpeechEngine]:
        engine = open_hibari()
        yield engine
        engine.close()

    def test_words_are_marked_where_they_sound(self, engine: SpeechEngine) -> None:
        said = engine.synthesise("Only, every, island, answers.", english(engine), 100, 50)
        rate_hz = said.pcm.rate_hz
        step = rate_hz // 100
        loudness = (
            np.abs(said.pcm.samples[: len(said.pcm.samples) // step * step]).reshape(-1, step).max(axis=1)
        )
        rises = [i for i in range(1, len(loudness)) if loudness[i - 1] < 0.02 <= loudness[i]]
        assert len(said.words) == 4
        for mark in said.words[1:]:
            assert min(abs(mark.frame / rate_hz - rise / 100) for rise in rises) < 0.06

    def test_its_words_are_told_by_the_voice(self, engine: SpeechEngine) -> None:
        assert engine.synthesise("Told.", english(engine), 175, 50).is_exact

    def test_its_rates_are_in_proportion(self, engine: SpeechEngine) -> None:
        lengths = {}
        for wpm in (80, 120, 175, 250, 450, 900):
            said = engine.synthesise(self.TEXT, english(engine), wpm, 50)
            lengths[wpm] = len(said.pcm.samples) / said.pcm.rate_hz * wpm
        middle = lengths[175]
        assert all(0.85 < each / middle < 1.15 for each in lengths.values()), lengths

    def test_the_same_text_sounds_alike(self, engine: SpeechEngine) -> None:
        first, second = (engine.synthesise(self.TEXT, english(engine), 175, 50) for _ in range(2))
        assert np.array_equal(first.pcm.samples, second.pcm.samples)

    def test_pitch_is_heard_and_takes_no_time(self, engine: SpeechEngine) -> None:
        deep, own, high = (engine.synthesise(self.TEXT, english(engine), 175, each) for each in (20, 50, 80))
        lengths = [len(each.pcm.samples) / each.pcm.rate_hz for each in (deep, own, high)]
        assert max(lengths) < 1.03 * min(lengths)
        assert _pitch_hz(deep.pcm.samples, deep.pcm.rate_hz) < 0.9 * _pitch_hz(
            own.pcm.samples, own.pcm.rate_hz
        )
        assert _pitch_hz(high.pcm.samples, high.pcm.rate_hz) > 1.1 * _pitch_hz(
            own.pcm.samples, own.pcm.rate_hz
        )

    @pytest.mark.parametrize("text", ODD.values(), ids=ODD)
    def test_no_text_stops_it(self, engine: SpeechEngine, text: str) -> None:
        engine.synthesise(text, english(engine), 175, 50)
        assert engine.synthesise("And on.", english(engine), 175, 50).words

    def test_no_text_is_obeyed(self, engine: SpeechEngine) -> None:
        obeyed = engine.synthesise("[hello](/kˈɑɡO/) world.", english(engine), 175, 50)
        plain = engine.synthesise("kargo world.", english(engine), 175, 50)
        assert len(obeyed.pcm.samples) > 1.3 * len(plain.pcm.samples), "its signs are read as signs"

    def test_a_long_text_is_spoken_to_its_end(self, engine: SpeechEngine) -> None:
        text = "The ferry leaves at noon, and the bridge is closed until the end of June; " * 6
        said = engine.synthesise(text[:440].rsplit(" ", 1)[0], english(engine), 175, 50)
        frames = [word.frame for word in said.words]
        assert frames == sorted(set(frames))
        gaps_s = np.diff(frames) / said.pcm.rate_hz
        assert gaps_s.max() < 1.2, "no word is left out"
        assert len(said.pcm.samples) - frames[-1] < 1.2 * said.pcm.rate_hz


def test_its_voice_is_known_before_it_is_started() -> None:
    engine = open_hibari()
    try:
        assert tuple(engine.voices()) == (HEART,)
        assert getattr(engine, "pid", None) is None
    finally:
        engine.close()


def test_where_it_is_not_installed_it_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hibari, "find_spec", lambda _name: None)
    fault = hibari.check()
    assert fault is not None
    assert "briefing[voice]" in fault.hint


def _pitch_hz(samples: np.ndarray[tuple[int], np.dtype[np.float32]], rate_hz: int) -> float:
    """The middle of the pitches of its loud parts, by autocorrelation."""
    size = rate_hz // 20
    pieces = samples[: len(samples) // size * size].reshape(-1, size).astype(np.float64)
    found = []
    for piece in pieces[np.std(pieces, axis=1) > np.std(samples)]:
        likeness = np.correlate(piece, piece, "full")[size:]
        low, high = rate_hz // 400, rate_hz // 90
        found.append(rate_hz / (low + int(np.argmax(likeness[low:high]))))
    return float(np.median(found))
