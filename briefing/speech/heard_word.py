"""A word or name on its own as sound: for who wants to hear how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ, resample
from briefing.blocks import Span
from briefing.speech.pacing import NATURAL_WPM
from briefing.speech.pieces import SaidBy
from briefing.speech.script import lines
from briefing.speech.voices import pick_voice, speaker_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.ports.speech import SpeechEngine
    from briefing.text.pronunciation.dictionary import Pronunciations

_USUAL_PITCH = 50


def heard_word(
    engine: SpeechEngine,
    word: str,
    language: str,
    pronunciations: Pronunciations,
    preferred: str | None = None,
) -> NDArray[np.float32]:
    """Return a word as sound: float32 (n,) at the engine's rate.

    Args:
        engine: speaks.
        word: as it is written.
        language: of the text that it stands in, a BCP 47 tag.
        pronunciations: by which it is said.
        preferred: the id or name of the voice that reads, None for any that fits.

    Raises:
        SpeechError: if it could not be spoken.
    """
    voices = engine.voices()
    own = pick_voice(voices, language, preferred)
    voice = speaker_of(voices, language, own) or own
    said = SaidBy(pronunciations, voice.takes_sounds)
    sounds = []
    for line in lines(word, Span(0, len(word)), voice.language, said=said):
        pcm = engine.synthesise(line.text, voice.id, NATURAL_WPM, _USUAL_PITCH, line.sounds).pcm
        sounds.append(resample(pcm.samples.reshape(-1), pcm.rate_hz, ENGINE_RATE_HZ))
    return np.concatenate(sounds) if sounds else np.zeros(0, np.float32)
