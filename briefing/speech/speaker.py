"""What is announced, as sound: by a speech engine of its own, in pieces, the first of them short.

Theory of operation: a voice takes as long as its text is, so the first sound of an announcement comes the
sooner the shorter its first piece is: its first sentence, or a first clause of that. What is short is kept
(`KEPT`): letters, and the answers that are given again and again, are sound at once.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from briefing.audio.pcm import ENGINE_RATE_HZ, resample
from briefing.blocks import Span
from briefing.errors import SpeechError
from briefing.speech.pieces import SaidBy
from briefing.speech.script import lines
from briefing.speech.voices import pick_voice, speaker_of
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from briefing.ports.speech import Sound, SpeechEngine, SpeechVoice

FIRST_LETTERS: Final = 80
PIECE_LETTERS: Final = 200
KEPT: Final = 256
KEPT_LETTERS: Final = 60
USUAL_PITCH: Final = 50
ENGLISH: Final = "en"
"""The language of all that we say ourselves."""
_SILENCE: Final = 0.001
_LEAD_FRAMES: Final = ENGINE_RATE_HZ // 200
_TAIL_FRAMES: Final = ENGINE_RATE_HZ // 8
"""What is left of a voice's own pause after a piece."""
_WARMING: Final = "Ready."


class Manner(NamedTuple):
    """How announcements are spoken."""

    voice: str
    """The id or name of the voice, "" for one of English."""
    wpm: int
    """Words a minute, 80 to 900."""


class AnnouncementSpeaker:
    """Speaks announcements; see `ports.voicing.Speaker`. Not for several threads at once.

    Args:
        engine: the voices. It stays its owner's to close.
        manner: how it is spoken, asked for every piece.
        pronunciations: returns those by which words are said.
    """

    def __init__(
        self,
        engine: SpeechEngine,
        manner: Callable[[], Manner],
        pronunciations: Callable[[], Pronunciations] = Pronunciations,
    ) -> None:
        self._engine, self._manner, self._pronunciations = engine, manner, pronunciations
        self._sounds: dict[str, tuple[Sound, ...]] = {}
        """How words of the pieces made last are said."""
        self._coming: SpeechEngine | None = None
        self._voices: Sequence[SpeechVoice] = ()
        self._kept: OrderedDict[tuple[str, str, int, tuple[Sound, ...]], NDArray[np.float32]] = OrderedDict()

    def prepare(self) -> None:
        """Start the voice, and have it say something.

        Raises:
            SpeechError: if there is none.
        """
        self._engine.start(ENGLISH, self._manner().voice)
        self._voices = self._engine.voices()
        self.speak(self.pieces(_WARMING, ENGLISH)[0], ENGLISH)

    def speak_by(self, engine: SpeechEngine) -> None:
        """Speak by another engine from the next announcement on, where that has a voice. From any thread."""
        self._coming = engine

    def _turn_to_coming(self) -> None:
        engine, self._coming = self._coming, None
        if engine is None:
            return
        with suppress(SpeechError):
            engine.start(ENGLISH, self._manner().voice)
            if voices := engine.voices():
                self._engine, self._voices = engine, voices
                self._kept.clear()

    @property
    def name(self) -> str:
        """The voice of our own sentences, as a user knows it; once it is prepared."""
        return self._speaker(ENGLISH).name

    def pieces(self, text: str, language: str) -> Sequence[str]:
        """Return what to speak for a text: see the theory above."""
        self._turn_to_coming()
        speaker = self._speaker(language)
        said = SaidBy(self._pronunciations(), speaker.takes_sounds)
        self._sounds.clear()
        found: list[str] = []
        for start, stop in split_sentences(text, language):
            limit = PIECE_LETTERS if found else FIRST_LETTERS
            for line in lines(text, Span(start, stop), speaker.language, limit, said):
                found.append(line.text)
                self._sounds[line.text] = line.sounds
        return found

    def speak(self, piece: str, language: str) -> NDArray[np.float32]:
        """Return a piece as sound.

        Raises:
            SpeechError: if this piece could not be spoken.
        """
        voice, wpm = self._speaker(language), self._manner().wpm
        sounds = self._sounds.get(piece, ())
        key = piece, voice.id, wpm, sounds
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        pcm = self._engine.synthesise(piece, voice.id, wpm, USUAL_PITCH, sounds).pcm
        sound = _trimmed(resample(pcm.samples.reshape(-1), pcm.rate_hz, ENGINE_RATE_HZ))
        if len(piece) <= KEPT_LETTERS:
            self._kept[key] = sound
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return sound

    def _speaker(self, language: str) -> SpeechVoice:
        """Return who reads a language: where nobody does, who says all that is ours."""
        own = pick_voice(self._voices, ENGLISH, self._manner().voice or None)
        return own if language == ENGLISH else speaker_of(self._voices, language, own) or own


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the sound without the silence before it, and with little after it."""
    loud = np.flatnonzero(np.abs(samples) > _SILENCE)
    if not len(loud):
        return samples[:0]
    return samples[max(int(loud[0]) - _LEAD_FRAMES, 0) : int(loud[-1]) + _TAIL_FRAMES]
