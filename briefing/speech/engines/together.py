"""A natural voice and those of other engines behind one: each reads what it reads best.

Theory of operation: the natural voice is known before anything is started, and reads its own language;
what is in another one, and whatever the natural voice cannot say, is read by the others. So a text that
kills it costs nothing but its manner, and where it is gone for good the others go on at the same word.
Neither has a process before there is something for it to say.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, overload

from briefing.errors import SpeechError
from briefing.speech.voices import is_spoken, pick_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.ports.speech import Sound, SpeechEngine, SpeechVoice, Utterance
    from briefing.speech.engines.fallback import FallbackSpeech
    from briefing.speech.engines.synthesiser import Synthesiser

_HARMLESS: Final = "a"
_USUAL_WPM: Final = 175
_USUAL_PITCH: Final = 50


class _Offer(Sequence["SpeechVoice"]):
    """Voices that are known, and those that are asked for only by who looks behind them."""

    def __init__(self, known: Sequence[SpeechVoice], ask: Callable[[], Sequence[SpeechVoice]]) -> None:
        self._known = known
        self._ask = ask
        self._others: Sequence[SpeechVoice] | None = None

    def _all(self) -> Sequence[SpeechVoice]:
        if self._others is None:
            self._others = self._ask()
        return (*self._known, *self._others)

    def __iter__(self) -> Iterator[SpeechVoice]:
        yield from self._known
        yield from self._all()[len(self._known) :]

    def __bool__(self) -> bool:
        return bool(self._known) or bool(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> SpeechVoice: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SpeechVoice]: ...
    def __getitem__(self, index: int | slice) -> SpeechVoice | Sequence[SpeechVoice]:
        return self._all()[index]


class SpeechTogether:
    """A natural voice and others behind one; see `ports.SpeechEngine`. Thread-safe.

    Args:
        natural: the engine whose voices are known; it can speak here.
        others: what reads everything else.
        tell: told, from any thread, in a sentence when the natural voice speaks no more.
    """

    def __init__(
        self,
        natural: Synthesiser,
        others: FallbackSpeech,
        tell: Callable[[str], None] = lambda _message: None,
    ) -> None:
        self._row = natural
        self._others = others
        self._tell = tell
        self._engine: SpeechEngine | None = None
        self._is_gone = self._is_closed = False
        self._lock = threading.Lock()

    @property
    def title(self) -> str:
        """What the engines that speak now are called."""
        return self._others.title if self._is_gone else f"{self._row.title} and {self._others.title}"

    def start(self, language: str = "en", voice: str = "") -> None:
        """Begin to start who will read a text of `language`, without waiting for it."""
        if self._is_gone:
            self._others.start(language, voice)
            return
        wanted = voice.casefold()
        is_named = any(wanted in (each.id.casefold(), each.name.casefold()) for each in self._row.known)
        if is_named or (not voice and is_spoken(self._row.known, language)):
            self._natural().start(language, voice)
        else:
            self._others.start(language, voice)

    def voices(self) -> Sequence[SpeechVoice]:
        """Return all voices, the natural ones first. The others are asked only when somebody looks there.

        Raises:
            SpeechError: if there is none.
        """
        if self._is_gone:
            return self._others.voices()
        return _Offer(self._row.known, self._voices_of_others)

    def _voices_of_others(self) -> Sequence[SpeechVoice]:
        try:
            return self._others.voices()
        except SpeechError:  # the natural voice is there
            if self._is_closed:
                raise
            return ()

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        """Speak at most a sentence of plain text to PCM; see `ports.SpeechEngine`.

        Raises:
            SpeechError: if this text could not be spoken; the next one may be.
        """
        own = next((each for each in self._row.known if each.id == voice), None)
        if own is None:
            return self._others.synthesise(text, voice, wpm, pitch, sounds)
        if not self._is_gone:
            engine = self._natural()
            try:
                return engine.synthesise(text, voice, wpm, pitch, sounds)
            except SpeechError as error:
                if self._is_closed:
                    raise
                failure = error
            if not _is_able(engine, voice):
                self._give_up(failure.message)
        return self._by_another(text, own, wpm, pitch, sounds)

    def _by_another(
        self, text: str, own: SpeechVoice, wpm: int, pitch: int, sounds: Sequence[Sound]
    ) -> Utterance:
        stand_in = pick_voice(self._others.voices(), own.language)
        return self._others.synthesise(text, stand_in.id, wpm, pitch, sounds)

    def close(self) -> None:
        """End the processes, even in the middle of a sentence. Harmless twice."""
        with self._lock:
            self._is_closed = True
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
        self._others.close()

    def _natural(self) -> SpeechEngine:
        with self._lock:
            if self._is_closed:
                raise SpeechError("Speech has been closed.")
            if self._engine is None:
                self._engine = self._row.open()
            return self._engine

    def _give_up(self, why: str) -> None:
        with self._lock:
            if self._is_gone or self._is_closed:
                return
            self._is_gone = True
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()
        self._tell(f"{self._row.title} speaks no more. {why} {self._others.title} reads on.")


def _is_able(engine: SpeechEngine, voice: str) -> bool:
    """Whether an engine that failed at a text says a harmless one."""
    try:
        engine.synthesise(_HARMLESS, voice, _USUAL_WPM, _USUAL_PITCH)
    except SpeechError:
        return False
    return True
