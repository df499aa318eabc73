"""Speech by the first of several engines that can speak, and by the next when that is gone for good.

Theory of operation: an engine that has no voice, or cannot be started, is gone. One that fails at a text
is asked for a harmless word: if it says that, it was the text, and costs the text; if not, it is gone, and
the very text is asked of the next one, so that nothing is lost between the two. The last engine is never
given up: what keeps it from speaking may pass.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.speech.voices import pick_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.ports.speech import Sound, SpeechEngine, SpeechVoice, Utterance
    from briefing.speech.engines.synthesiser import Synthesiser

_HARMLESS: Final = "a"
_USUAL_WPM: Final = 175
_USUAL_PITCH: Final = 50


class FallbackSpeech:
    """Several engines behind one; see `ports.SpeechEngine`. Thread-safe.

    Args:
        synthesisers: at least one, in order of preference.
        tell: told, from any thread, in a sentence when another engine takes over.
    """

    def __init__(
        self, synthesisers: Sequence[Synthesiser], tell: Callable[[str], None] = lambda _message: None
    ) -> None:
        self._waiting = list(synthesisers)
        self._tell = tell
        self._current: tuple[Synthesiser, SpeechEngine] | None = None
        self._offered: dict[str, SpeechVoice] = {}
        """Every voice that was ever told of, by its id."""
        self._is_closed = False
        self._lock = threading.Lock()

    @property
    def title(self) -> str:
        """What the engine that speaks now is called."""
        return self._speaking()[0].title

    def start(self, language: str = "en", voice: str = "") -> None:
        """Begin to start the engine without waiting for it."""
        self._speaking()[1].start(language, voice)

    def voices(self) -> Sequence[SpeechVoice]:
        """Return the voices of the engine that speaks now.

        Raises:
            SpeechError: if none can be started.
        """
        while True:
            _, engine = self._speaking()
            try:
                found = engine.voices()
            except SpeechError as error:
                if not self._gives_way(engine, error.message):
                    raise
            else:
                if found or not self._gives_way(engine, "It has no voice."):
                    self._offered.update((voice.id, voice) for voice in found)
                    return found

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        """Speak at most a sentence of plain text to PCM; see `ports.SpeechEngine`.

        Args:
            text: what is said.
            voice: the id of a voice that was ever among `voices`. Where its engine is gone, one of its
                language speaks.
            wpm: words a minute, as near to it as the engine can.
            pitch: 0 to 100.
            sounds: how parts of the text are said.

        Raises:
            SpeechError: if this text could not be spoken; the next one may be.
        """
        while True:
            synthesiser, engine = self._speaking()
            slowest_wpm, fastest_wpm = synthesiser.rates_wpm
            try:
                speaker = self._speaker(engine, voice)
                pace = min(max(wpm, slowest_wpm), fastest_wpm)
                return engine.synthesise(text, speaker, pace, pitch, sounds)
            except SpeechError as error:
                if self._is_able(engine) or not self._gives_way(engine, error.message):
                    raise

    def close(self) -> None:
        """End the engine, even in the middle of a sentence. Harmless twice."""
        with self._lock:
            self._is_closed = True
            current, self._current = self._current, None
        if current is not None:
            current[1].close()

    def _speaking(self) -> tuple[Synthesiser, SpeechEngine]:
        """Return the engine that speaks now; open the first that can, if none does."""
        with self._lock:
            if self._is_closed:
                raise SpeechError("Speech has been closed.")
            if self._current is None:
                self._current, why = self._open_next()
            else:
                why = []
            current = self._current
        for reason in why:
            self._tell(f"{reason} {current[0].title} reads instead.")
        return current

    def _open_next(self) -> tuple[tuple[Synthesiser, SpeechEngine], list[str]]:
        """Return the next engine that can speak, the last in any case, and why those before it cannot."""
        why = []
        while len(self._waiting) > 1 and (error := self._waiting[0].check()) is not None:
            why.append(error.message)
            del self._waiting[0]
        synthesiser = self._waiting.pop(0)
        return (synthesiser, synthesiser.open()), why

    def _gives_way(self, engine: SpeechEngine, why: str) -> bool:
        """Whether an engine that is gone has been replaced by another one; `why` is a sentence."""
        with self._lock:
            if self._is_closed:
                return False
            if self._current is None or self._current[1] is not engine:
                return True  # another thread has gone on
            if not self._waiting:
                return False
            gone, _ = self._current
            self._current, _ = self._open_next()
            successor, _ = self._current
        engine.close()
        self._tell(f"{gone.title} speaks no more. {why} {successor.title} reads on.")
        return True

    def _is_able(self, engine: SpeechEngine) -> bool:
        """Whether an engine that failed at a text says a harmless one. Not asked where no other one waits."""
        if not self._waiting:
            return True
        try:
            any_voice = engine.voices()[0].id
            engine.synthesise(_HARMLESS, any_voice, _USUAL_WPM, _USUAL_PITCH)
        except (SpeechError, IndexError):
            return False
        return True

    def _speaker(self, engine: SpeechEngine, voice: str) -> str:
        """Return the id of the engine's voice that stands for one that may be of an engine that is gone."""
        own = engine.voices()
        offered = self._offered.get(voice)
        if offered is None or any(each.id == voice for each in own):
            return voice
        return pick_voice(own, offered.language).id
