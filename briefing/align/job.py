"""Aligning in the background: the parent's side of the aligner's process.

Rules:
1. `start` returns a timeline at once: kept timings, or a fit by length. That the work goes on
   is told at once, too: a long recording is decoded for a while before anything is heard.
2. Every timeline that follows covers the whole text: settled words as they were heard, and
   a fit by length of the rest between its settled neighbours. It replaces the one before.
3. The word that is lit now stays where it is: a paragraph is settled as a whole, so that
   times do not creep about under the reader's eye.
4. Where text and recording do not belong together the fit by length stays, and that is said.
5. `cancel` kills the process. It holds nothing that could be left half-written.
6. What was found of a book, clip by clip, is kept when that is broken off, and now and then before: hours
   of sound take long. It is gone on from there.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from briefing.align.arrays import RATE_HZ
from briefing.align.length_fit import fit_by_length
from briefing.align.partial_clips import PartialClips
from briefing.align.partial_timeline import PartialTimeline
from briefing.align.process import unpacked
from briefing.align.tokens import tokens_of
from briefing.confidence import SENTENCE_CONFIDENCE
from briefing.errors import shortage_behind
from briefing.playlist import Playlist
from briefing.processes import door
from briefing.text.heard import words_heard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import TimelineListener
    from briefing.processes.child import Child
    from briefing.timeline import Timeline

METHOD: Final = "acoustic 2"
"""Names the way of timing in the store: timings of an older way are not taken."""
COMMAND: Final = door.command("briefing.cli.align_process")
_ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "1"}
"""glibc would keep a heap for each thread, and what one has freed for that one: a fifth of all it takes."""
_READ_BYTES: Final = 1 << 20
"""Bytes of a recording that are hashed at a time."""
_TELL_EVERY_S: Final = 0.25
"""Seconds between timelines, at least: paragraphs take longer to be read than that. How words are timed
depends neither on this nor on the next."""
_TELL_SHARE: Final = 0.1
"""The share of the time that may go into making timelines: the player needs the rest."""
_KEEP_EVERY_S: Final = 60.0
"""What of a book was found within it may have to be found again."""
UNFIT: Final = (
    "The words of the text were not found in the recording. It is lit by paragraph, by a guess. "
    "Check that text and recording belong together."
)
UNFIT_ANEW: Final = (
    "The words of the text were not found in the recording, so the timings that came with it stay. "
    "Check that text and recording belong together."
)


def cache_key(recording: Recorded, document: Document) -> tuple[str, str, str]:
    """Return what timings are kept under: the hash of the sound, of the text, and the method.

    Raises:
        OSError: if the recording cannot be read.
    """
    if isinstance(recording, Playlist):
        return recording.mark, document.id, METHOD
    digest = hashlib.sha256()
    with recording.open("rb") as file:
        while block := file.read(_READ_BYTES):
            digest.update(block)
    return digest.hexdigest(), document.id, METHOD


class AlignmentJob:
    """Works out the timings of one recording at a time, in a process of its own; a `ports.WordTimer`.

    `load` and `keep` are asked for kept timings and given new ones, by `cache_key`. `on_failure` is told
    a sentence or two where words cannot be timed, from any thread, `unfit` where they are not in the
    recording. `command` starts the process.
    """

    def __init__(
        self,
        load: Callable[[tuple[str, str, str]], Timeline | None],
        keep: Callable[[tuple[str, str, str], Timeline], None],
        on_failure: Callable[[str], None],
        command: Sequence[str] = COMMAND,
        unfit: str = UNFIT,
    ) -> None:
        self._load = load
        self._keep = keep
        self._on_failure = on_failure
        self._command = tuple(command)
        self._unfit = unfit
        self._lock = threading.Lock()
        self._process: Child | None = None
        self._follower: threading.Thread | None = None
        self._last: tuple[Document, Recorded, float, TimelineListener] | None = None
        self._is_done = False
        self._keep_found: Callable[[], None] | None = None
        """Keeps what was found of a book so far."""

    def start(
        self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        """Return kept timings, or a fit by length at once and sharper ones through `on_timeline`."""
        self.cancel()
        self._last = (document, recording, duration_s, on_timeline)
        self._is_done = False
        try:
            key = cache_key(recording, document)
        except OSError:
            self._is_done = True  # the player says that it cannot read it
            return fit_by_length(document, duration_s)
        kept = self._load(key)
        if isinstance(recording, Playlist):
            self._run(document, recording, duration_s, on_timeline, key)
            return kept or words_heard(document, recording, RATE_HZ)
        if kept is not None:
            self._is_done = any(cue.confidence >= SENTENCE_CONFIDENCE for cue in kept)
            if not self._is_done:
                self._on_failure(self._unfit)
            return kept.at_rate(kept.rate_hz, round(duration_s * kept.rate_hz))
        self._run(document, recording, duration_s, on_timeline, key)
        return fit_by_length(document, duration_s)

    @property
    def is_running(self) -> bool:
        """Whether a process is at work, which will tell the end."""
        return self._process is not None

    def restart(self) -> bool:
        """Start again what was cancelled or came to nothing. False: nothing was started, or all is timed."""
        if self._last is None or self._is_done or self._process is not None:
            return False
        document, recording, duration_s, on_timeline = self._last
        try:
            key = cache_key(recording, document)
        except OSError:
            return False
        self._run(document, recording, duration_s, on_timeline, key)
        return True

    def wait(self) -> None:
        """Wait until what was started has come to its end, and all there is to say of it was told."""
        if self._follower is not None:
            self._follower.join()

    def cancel(self) -> None:
        """End the process at once. Harmless when nothing goes on."""
        with self._lock:
            process, self._process = self._process, None
            keep, self._keep_found = self._keep_found, None
        if process is not None:
            process.end()
            if keep is not None:
                keep()

    def _run(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        key: tuple[str, str, str],
    ) -> None:
        tokens = tokens_of(document)
        order: dict[str, Any] = {
            "words": [token.text for token in tokens],
            "language": document.language,
        }
        partial: PartialTimeline | PartialClips
        if isinstance(recording, Playlist):
            clips = partial = PartialClips(document, tokens, recording, self._load(key))
            order |= {"playlist": recording.packed(), "parts": partial.order()}
            self._keep_found = lambda: self._keep_clips(key, clips)
        else:
            partial = PartialTimeline(document, tokens, duration_s)
            order["path"] = str(recording.absolute())
        try:
            process = door.start(self._command, is_parent=True, environment=_ENVIRONMENT)
        except OSError as error:
            why = shortage_behind(error) or ""
            self._on_failure(f"The timings cannot be worked out: no process could be started. {why}".rstrip())
            return
        with self._lock:
            self._process = process

        def told(timeline: Timeline, progress: float | None) -> None:
            if self._process is process:
                on_timeline(timeline, progress)

        def follow() -> None:
            ending = {}
            with contextlib.suppress(OSError):
                ending = self._follow(process, json.dumps(order).encode() + b"\n", partial, told)
            process.close()
            with self._lock:
                is_current = self._process is process
                if is_current:
                    self._process = None
                    self._is_done = "done" in ending
            if is_current:
                self._finish(ending, partial, on_timeline, key)

        self._follower = threading.Thread(target=follow, name="alignment", daemon=True)
        self._follower.start()

    def _keep_clips(self, key: tuple[str, str, str], clips: PartialClips) -> None:
        if clips.has_found:
            self._keep(key, clips.timeline())

    def _follow(
        self, process: Child, order: bytes, partial: PartialTimeline | PartialClips, told: TimelineListener
    ) -> dict[str, Any]:
        """Read what the process says until it ends; return its last word, empty if it had none."""
        told(partial.timeline(), 0.0)
        next_s = 0.0
        keep_at_s = time.monotonic() + _KEEP_EVERY_S
        with contextlib.suppress(OSError, ValueError):
            process.write(order)
            for line in process.stdout:
                message = json.loads(line)
                if "done" in message or "failed" in message:
                    return dict(message)
                if "level_db" in message:
                    partial.take_level(message["level_db"])
                if "times" in message:
                    partial.settle(message["first"], unpacked(message["times"]))
                began_s = time.monotonic()
                if began_s >= next_s:
                    told(partial.timeline(), float(message.get("progress", 0.0)))
                    ended_s = time.monotonic()
                    next_s = ended_s + max(_TELL_EVERY_S, (ended_s - began_s) / _TELL_SHARE)
                keep = self._keep_found
                if keep is not None and began_s >= keep_at_s:
                    keep()
                    keep_at_s = time.monotonic() + _KEEP_EVERY_S
        return {}

    def _finish(
        self,
        ending: dict[str, Any],
        partial: PartialTimeline | PartialClips,
        on_timeline: TimelineListener,
        key: tuple[str, str, str],
    ) -> None:
        if "done" in ending:
            timeline, is_fit = partial.final(unpacked(ending["done"]))
            if is_fit or isinstance(partial, PartialTimeline):
                self._keep(key, timeline)
            on_timeline(timeline, None)
            if not is_fit:
                self._on_failure(self._unfit)
        else:
            on_timeline(partial.timeline(), None)
            message = ending.get("failed", "The timings could not be worked out: the aligner broke off.")
            self._on_failure(f"{message} {ending.get('hint', '')}".strip())
