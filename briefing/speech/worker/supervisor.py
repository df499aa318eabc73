"""The parent side of speech: a `SpeechEngine` whose voice lives in a process that may die.

Theory of operation: `synthesise` writes one request to a worker (`process`) and takes its
answers from that one's queue. A worker that ends is replaced at once, whatever it was doing, and a
sentence that it did not finish is asked of the next one; if that ends as well, it is the text that
kills it, and costs the sentence. So does a silence longer than `watchdog_s`: then the worker is
killed and replaced.

Nothing here may be called from a face's thread but `close`: it blocks while a voice speaks.
"""

from __future__ import annotations

import contextlib
import threading
from queue import Empty
from typing import TYPE_CHECKING, Final

from briefing.errors import SpeechError
from briefing.model import Pcm
from briefing.ports.speech import SpeechVoice, Utterance, WordMark
from briefing.processes import door, messages
from briefing.speech.marks import place_words
from briefing.speech.script import LINE_LIMIT, speakable
from briefing.speech.voices import tidy_tag
from briefing.speech.worker import wire
from briefing.speech.worker.process import Worker
from briefing.speech.worker.wire import SpeechMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.ports.speech import Sound

WORKER: Final = "briefing.speech.worker.main"
WATCHDOG_S: Final = 3.0
START_LIMIT_S: Final = 10.0
"""How long a worker may take to say that it is ready: a busy machine is no fault."""
ATTEMPTS: Final = 2
"""So many workers may crash over a text; one that somebody kills does not count, up to `MOST_ATTEMPTS`."""
MOST_ATTEMPTS: Final = 8
MOST_ENDS: Final = 30
"""So many workers that end one after another, without an answer between, are replaced at once; then the next
one is started when it is needed."""

_SILENT_HINT: Final = (
    "Its process ended without a word: raise the limits (`ulimit -n 256`, `ulimit -v unlimited`), or install "
    "briefing again with pip."
)
_SILENCE: Final = 0.003
"""Amplitude below which a file's edges are silence: sound that was written, not recorded."""


class WorkerSpeech:
    """Speech by a voice in a child process; see `ports.SpeechEngine`.

    The process is started by the first request, or ahead of it by `start`, and started again
    whenever it dies. Thread-safe: requests wait for one another.

    Args:
        module: the dotted name of the module that has the voice, which is imported in the process
            alone; see `main.Voice`.
        argument: what it is told.
        hint: what to do where the voice cannot be opened, a sentence.
        watchdog_s: how long a voice may say nothing in the middle of a request.
        start_limit_s: how long it may take to say that it is ready.
        limits: what its process may take.
        complete: puts into a voice what is known of it beyond what it tells.
        known: its voices, where they are known without starting it.
    """

    def __init__(
        self,
        module: str,
        argument: str,
        *,
        hint: str,
        watchdog_s: float = WATCHDOG_S,
        start_limit_s: float = START_LIMIT_S,
        limits: door.Limits = door.NO_LIMITS,
        complete: Callable[[SpeechVoice], SpeechVoice] = lambda voice: voice,
        known: Sequence[SpeechVoice] = (),
    ) -> None:
        self._command = door.command(WORKER, module, argument, limits=limits)
        self._hint = hint
        self._complete = complete
        self._watchdog_s = watchdog_s
        self._start_limit_s = max(start_limit_s, watchdog_s)
        self._worker: Worker | None = None
        self._voices = tuple(known)
        self._is_closed = False
        self._ends = 0
        """How many workers have ended since the last one answered."""
        self._request_lock = threading.Lock()
        self._worker_lock = threading.Lock()

    def start(self, language: str = "en", voice: str = "") -> None:  # noqa: ARG002 - it has one process
        """Start the process without waiting for it, so that the first sentence is spoken sooner."""
        self._current()

    @property
    def pid(self) -> int | None:
        """The process that speaks now, None if there is none."""
        worker = self._worker
        return None if worker is None else worker.pid

    def voices(self) -> Sequence[SpeechVoice]:
        """Return the voices there are.

        Raises:
            SpeechError: if the engine cannot be started.
        """
        with self._request_lock:
            if not self._voices:
                found: list[SpeechVoice] = []

                def take(kind: SpeechMessage, payload: bytes) -> bool:
                    if kind is SpeechMessage.VOICE_LIST:
                        found.extend(map(self._complete, _read_voices(payload)))
                    return kind is SpeechMessage.VOICE_LIST

                self._ask(messages.pack(SpeechMessage.LIST_VOICES), take, found.clear)
                self._voices = tuple(found)
            return self._voices

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        """Speak at most a sentence of plain text to PCM; see `ports.SpeechEngine`.

        Raises:
            SpeechError: if this text could not be spoken; the next one may be.
        """
        if len(text) > LINE_LIMIT:
            raise SpeechError("A text is too long to be spoken in one piece.")
        sound: list[bytes] = []
        events: list[tuple[int, int]] = []
        done: list[tuple[int, bool]] = []

        def take(kind: SpeechMessage, payload: bytes) -> bool:
            if kind is SpeechMessage.SOUND:
                sound.append(payload)
            elif kind is SpeechMessage.WORDS:
                events.extend((start, sample) for start, _, sample in wire.WORD.iter_unpack(payload))
            elif kind is SpeechMessage.DONE:
                rate_hz, is_exact = wire.DONE.unpack(payload)
                done.append((rate_hz, bool(is_exact)))
            return kind is SpeechMessage.DONE

        pace = min(max(wpm, 80), 900)
        request = wire.pack_speak(speakable(text), voice, pace, min(max(pitch, 0), 100), sounds)

        def forget() -> None:
            sound.clear()
            events.clear()

        with self._request_lock:
            self._ask(request, take, forget)
        rate_hz, is_exact = done[0]
        return _make_utterance(text, b"".join(sound), events, rate_hz, is_exact=is_exact)

    def close(self) -> None:
        """End the process, even in the middle of a sentence. Harmless twice."""
        with self._worker_lock:
            self._is_closed = True
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
            worker.join()

    def _current(self) -> Worker:
        with self._worker_lock:
            if self._is_closed:
                raise SpeechError("Speech has been closed.")
            if self._worker is None:
                self._worker = self._next_worker()
            return self._worker

    def _next_worker(self) -> Worker:
        return Worker(self._command, self._on_end)

    def _on_end(self, worker: Worker) -> None:
        """A worker has ended: have the next one ready when it is needed, unless they end as they begin."""
        with self._worker_lock:
            if self._worker is not worker:
                return
            self._worker = None
            self._ends += 1
            if self._ends <= MOST_ENDS and not worker.is_broken and not self._is_closed:
                self._worker = self._next_worker()

    def _drop(self, worker: Worker, *, restart: bool) -> None:
        """End a worker that failed, and let the next one start while nobody waits for it."""
        worker.kill()
        with self._worker_lock:
            if self._worker is worker:
                self._worker = None
        if restart:
            with contextlib.suppress(SpeechError):
                self._current()

    def _ask(
        self, request: bytes, take: Callable[[SpeechMessage, bytes], bool], forget: Callable[[], None]
    ) -> None:
        """Send a request and hand its answers to `take` until that returns True.

        If the worker ends over it, the next one is asked, after `forget`. One that ends is not always
        one that the text has ended.
        """
        crashes = attempts = 0
        while crashes < ATTEMPTS and attempts < MOST_ATTEMPTS:
            worker = self._current()
            if self._await_ready(worker) and self._is_answered(worker, request, take):
                self._ends = 0
                return
            forget()
            attempts += 1
            crashes += not worker.was_killed
        if worker.has_begun:
            raise SpeechError("The voice broke down and was started again.")
        if worker.shortage is not None:
            raise SpeechError(f"Speech cannot be started. {worker.shortage.message}", worker.shortage.hint)
        raise SpeechError("Speech cannot be started.", _SILENT_HINT)

    def _is_answered(
        self, worker: Worker, request: bytes, take: Callable[[SpeechMessage, bytes], bool]
    ) -> bool:
        """Ask a worker; False if it ended before it had answered."""
        worker.send(request)
        while True:
            try:
                answer = worker.answers.get(timeout=self._watchdog_s)
            except Empty:
                self._drop(worker, restart=True)
                raise SpeechError("The voice stopped answering and was started again.") from None
            if answer is None:
                return False
            kind, payload = answer
            if kind is SpeechMessage.FAULT:
                raise SpeechError(f"The voice refused a text: {payload.decode('utf-8', 'replace')}.")
            if take(kind, payload):
                return True

    def _await_ready(self, worker: Worker) -> bool:
        """Wait until a worker can be asked; False if it ended before that, without a word."""
        if worker.is_ready:
            return True
        why, hint = "", _SILENT_HINT
        try:
            answer = worker.answers.get(timeout=self._start_limit_s)
        except Empty:
            self._drop(worker, restart=False)
        else:
            if answer is None:
                return False
            if answer[0] is SpeechMessage.READY:
                worker.is_ready = True
                return True
            self._drop(worker, restart=False)
            said, _, advice = answer[1].decode("utf-8", "replace").partition("\n")
            why, hint = f": {said.rstrip('.')}", advice or self._hint
        raise SpeechError(f"Speech cannot be started{why}.", hint)


def _read_voices(payload: bytes) -> list[SpeechVoice]:
    voices = []
    for line in payload.decode("utf-8", "replace").splitlines():
        voice_id, language, name = line.split("\t")
        voices.append(SpeechVoice(voice_id, name, tidy_tag(language)))
    return voices


def _make_utterance(
    text: str, sound: bytes, events: Sequence[tuple[int, int]], rate_hz: int, *, is_exact: bool
) -> Utterance:
    import numpy as np

    from briefing.audio.pcm import from_int16
    from briefing.text.words import split_words

    samples = from_int16(np.frombuffer(sound[: len(sound) // 2 * 2], np.int16))
    if not is_exact:
        samples = _trimmed(samples)
    words = list(split_words(text, 0, len(text)))
    frames = place_words(words, events, len(samples))
    marks = tuple(WordMark(start, stop, frame) for (start, stop), frame in zip(words, frames, strict=True))
    return Utterance(Pcm(samples, rate_hz), marks, is_exact)


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the sound without the silence around it, which would shift estimated words."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples) > _SILENCE)
    return samples[loud[0] : loud[-1] + 1] if len(loud) else samples[:0]
