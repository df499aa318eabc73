"""Several pocketsphinxes at once, each in a process of its own (see `worker`).

Rules:
1. The processes start at once, when the sound has been listened to: what that took is given back by then.
2. One that dies, whatever it died of, costs the run that it was given: nothing is known of
   that run, and another process takes its place. After a few deaths none is started again.
3. When this process ends, however it ends, so do they (`briefing.processes`).
"""

from __future__ import annotations

import contextlib
import json
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from briefing.align.acoustic.pocketsphinx.worker import SearchMessage, WordFrames
from briefing.processes import door, messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.align.arrays import Floats
    from briefing.processes.child import Child


LIMITS: Final = door.Limits(memory_bytes=512 << 20, open_files=32)
"""With half a minute of sound it takes 35 MiB (measured), and segments are shorter."""
COMMAND: Final = door.command("briefing.align.acoustic.pocketsphinx.worker", limits=LIMITS)
_FULL_SCALE: Final = 32767
"""The largest int16."""
_MOST_DEATHS: Final = 3
"""Of one place in the pool: a machine on which it cannot live is not to be kept busy with its starts."""


class PocketsphinxPool:
    """Places words in short segments of sound; `align_words` may be called by as many threads as one likes.

    Args:
        size: how many processes.
        command: starts one.
    """

    def __init__(self, size: int, command: Sequence[str] = COMMAND) -> None:
        self._workers = [_Worker(command) for _ in range(size)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def align_words(self, samples: Floats, words: Sequence[Sequence[str]]) -> list[WordFrames] | None:
        """Return where each word (its phones in ARPABET) is in mono sound at 16 kHz.

        None where they do not fit it, or where nobody can tell.
        """
        pcm = (np.clip(samples, -1, 1) * _FULL_SCALE).astype("<i2").tobytes()
        worker = self._idle.get()
        try:
            return worker.align_words(pcm, words)
        finally:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.end()


class _Worker:
    """One process, and those that come after it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._deaths = 0
        self._process = self._started()

    def _started(self) -> Child | None:
        try:
            return door.start(self._command)
        except OSError:
            return None

    def align_words(self, pcm: bytes, words: Sequence[Sequence[str]]) -> list[WordFrames] | None:
        process = self._process
        if process is None:
            return None
        asked = json.dumps([list(word) for word in words]).encode()
        process.write(
            messages.pack(SearchMessage.WORDS, payload=asked)
            + messages.pack(SearchMessage.SOUND, payload=pcm)
        )
        answer = None
        with contextlib.suppress(OSError, ValueError):  # it died, or what it says is no message
            answer = messages.read(process.stdout)
        if answer is None:
            self.end()
            self._deaths += 1
            self._process = self._started() if self._deaths < _MOST_DEATHS else None
            return None
        found = json.loads(answer.payload)
        return None if found is None else [WordFrames(*stretch) for stretch in found]

    def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.close()
