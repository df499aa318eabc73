"""The checks of `briefing doctor` that speak: what reads aloud, and what says answers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from briefing.cli.finding import Finding

if TYPE_CHECKING:
    from briefing.settings import Settings


def speech(settings: Settings) -> Finding:
    """Speak a word with the engine that reads aloud."""
    from briefing.speech.engines import hibari
    from briefing.speech.engines.registry import AUTO, gives_sound, open_speech
    from briefing.speech.voices import pick_voice

    taken_over: list[str] = []
    engine = open_speech(settings.speech_engine, taken_over.append)
    try:
        voices = tuple(engine.voices())
        english = pick_voice(voices, "en")
        spoken = engine.synthesise("Briefing.", english.id, 170, 50)
        title = engine.title
    finally:
        engine.close()
    languages = len({each.language.split("-")[0].lower() for each in voices})
    seconds = len(spoken.pcm.samples) / spoken.pcm.rate_hz
    timing = "tells when each word is spoken" if spoken.is_exact else "has its words' times estimated"
    text = (
        f"{len(voices)} voices in {languages} languages through {title}; "
        f"{english.name} said a word in {seconds:.1f} seconds and {timing}."
    )
    if not gives_sound(settings.speech_engine) and (player := _in_player(settings)):
        taken_over = [player]
    if settings.speech_engine == AUTO and (absent := hibari.check()) is not None:
        taken_over.append(f"{absent.message} {absent.hint}")
    return Finding("Speech", seconds > 0, text, " ".join(taken_over), is_essential=True)


def _in_player(settings: Settings) -> str:
    """Return in a sentence who reads in the player, where another gives the sound that is written."""
    from briefing.speech.engines.registry import open_speech

    told: list[str] = []
    engine = open_speech(settings.speech_engine, told.append, is_player=True)
    try:
        count = len(engine.voices())
        title = engine.title
    finally:
        engine.close()
    return " ".join(told) or f"In the player {title} reads, with {count} voices, and plays its sound itself."


def self_voicing(settings: Settings) -> Finding:
    """Speak an answer as self-voicing does, and tell how long that took."""
    from briefing.cli.wiring.voicing import manner_of
    from briefing.speech.engines.registry import open_speech
    from briefing.speech.speaker import ENGLISH, AnnouncementSpeaker

    engine = open_speech(settings.speech_engine, is_quick=True)
    try:
        speaker = AnnouncementSpeaker(engine, lambda: manner_of(settings))
        speaker.prepare()
        began_s = time.monotonic()
        sound = speaker.speak("Help closed.", ENGLISH)
        took_ms = 1000 * (time.monotonic() - began_s)
    finally:
        engine.close()
    text = f"An answer is made in {took_ms:.0f} ms by {speaker.name}; the setting `say` is {settings.say}."
    return Finding("Self-voicing", len(sound) > 0, text, "In the player ~ turns it on and off.")
