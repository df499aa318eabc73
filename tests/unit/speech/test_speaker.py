"""Announcements as sound: in pieces, the first of them short, by a voice of their language."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.errors import SpeechError
from briefing.speech.speaker import FIRST_LETTERS, PIECE_LETTERS, AnnouncementSpeaker, Manner
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.pronunciation.entry import make_entry
from tests.fakes import ToneSpeech


def speaker(engine: ToneSpeech, voice: str = "") -> AnnouncementSpeaker:
    made = AnnouncementSpeaker(engine, lambda: Manner(voice, 350))
    made.prepare()
    return made


def test_a_long_announcement_begins_with_a_short_piece_and_loses_no_word() -> None:
    sentence = "This is a long sentence, with clauses, that goes on and on, and on, until somebody stops it. "
    pieces = speaker(ToneSpeech()).pieces("Short. " + sentence * 4, "en")
    assert pieces[0] == "Short."
    assert max(map(len, pieces)) <= PIECE_LETTERS
    assert " ".join(pieces).split() == ("Short. " + sentence * 4).split()
    assert len(speaker(ToneSpeech()).pieces(sentence, "en")[0]) <= FIRST_LETTERS


def test_what_is_written_short_is_said_in_words() -> None:
    assert speaker(ToneSpeech()).pieces("It costs $5.", "en") == ["It costs five dollars."]


def test_sound_is_at_the_engines_rate_without_silence_before_it() -> None:
    sound = speaker(ToneSpeech()).speak("One.", "en")
    assert sound.dtype == np.float32
    assert np.abs(sound[: ENGINE_RATE_HZ // 50]).max() > 0.01
    assert 0.1 * ENGINE_RATE_HZ < len(sound) < 0.4 * ENGINE_RATE_HZ


def test_what_is_short_is_made_once() -> None:
    engine = ToneSpeech()
    kept = speaker(engine)
    kept.speak("One.", "en")
    made = len(engine.texts)
    kept.speak("One.", "en")
    assert len(engine.texts) == made


@pytest.mark.parametrize(
    ("chosen", "language", "used"),
    [("", "en", "tone-us"), ("tone-gb", "en", "tone-gb"), ("", "de", "tone-de"), ("", "xx", "tone-us")],
)
def test_each_language_has_its_voice_and_what_nobody_reads_the_usual_one(
    chosen: str, language: str, used: str
) -> None:
    engine = ToneSpeech()
    made = speaker(engine, chosen)
    engine.used.clear()
    made.speak("Etwas.", language)
    assert {voice for voice, _, _ in engine.used} == {used}


def test_another_voice_or_rate_is_in_force_with_the_next_piece() -> None:
    engine = ToneSpeech()
    manner = [Manner("", 200)]
    made = AnnouncementSpeaker(engine, lambda: manner[0])
    made.prepare()
    made.speak("One.", "en")
    manner[0] = Manner("tone-gb", 400)
    engine.used.clear()
    made.speak("One.", "en")
    assert {(voice, wpm) for voice, wpm, _ in engine.used} == {("tone-gb", 400)}


def test_another_engine_is_in_force_with_the_next_announcement_where_it_has_a_voice() -> None:
    first, second, mute = ToneSpeech(), ToneSpeech(), ToneSpeech()
    mute.voices_offered = []
    made = speaker(first)
    for engine, speaks in ((second, second), (mute, second)):
        made.speak_by(engine)
        speaks.texts.clear()
        for piece in made.pieces("A story.", "en"):
            made.speak(piece, "en")
        assert bool(speaks.texts) is (engine is second), "what was said before is kept"


def test_without_a_voice_that_is_an_error_before_anything_is_said() -> None:
    engine = ToneSpeech()
    engine.voices_offered = []
    with pytest.raises(SpeechError, match="no voice"):
        AnnouncementSpeaker(engine, lambda: Manner("", 200)).prepare()


def test_a_name_in_an_announcement_is_said_by_its_pronunciation() -> None:
    engine = ToneSpeech()
    said = Pronunciations([make_entry("Xi", "/ʃiː/")])
    speaker = AnnouncementSpeaker(engine, lambda: Manner("", 200), lambda: said)
    speaker.prepare()
    (piece,) = speaker.pieces("Xi left.", "en")
    speaker.speak(piece, "en")
    assert [each.ipa for each in engine.sounds[-1]] == ["ʃiː"]
