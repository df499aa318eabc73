"""When words are spoken in a recording: timed by the aligner's process, kept in the store."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Final

from briefing.playlist import Playlist

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.align.job import AlignmentJob
    from briefing.align.probing import ProbeJob
    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Probed, TimelineListener
    from briefing.store import Store
    from briefing.timeline import Timeline


PREFERRED: Final = "preferred"
"""Under what timings are kept that go before those that come with a recording."""


class StoredTimer:
    """A `ports.WordTimer` on the aligner's process and the store; where `is_on` is False, only when asked.

    `tell` is told, from any thread, why words could not be timed.
    """

    def __init__(self, store: Store, tell: Callable[[str], None], *, is_on: bool) -> None:
        self._tell = tell
        self._store = store
        self.is_on = is_on
        self._job: AlignmentJob | None = None
        self._probes: ProbeJob | None = None
        self._waiting: Callable[[], None] | None = None
        """Starts what nobody has asked for yet."""

    def start(
        self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        """Return kept timings, or a rough fit at once and sharper ones through `on_timeline`."""
        if not self.is_on:
            from briefing.align.length_fit import fit_by_length

            self._waiting = partial(self._start, document, recording, duration_s, on_timeline)
            return fit_by_length(document, duration_s)
        if self._job is None:
            from briefing.align.job import AlignmentJob

            self._job = AlignmentJob(self._load, self._keep, self._tell)
        return self._job.start(document, recording, duration_s, on_timeline)

    def _start(
        self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
    ) -> None:
        """Time the words of what is open already. Blocks while the recording is read."""
        from briefing.align.job import AlignmentJob

        self._job = AlignmentJob(self._load, self._keep, self._tell)
        timeline = self._job.start(document, recording, duration_s, on_timeline)
        if not self._job.is_running:
            on_timeline(timeline, None)

    def renew(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        """Time the words though there are timings; the end is told, kept or new."""
        from briefing.align.job import UNFIT_ANEW, AlignmentJob

        self.cancel()
        self._job = AlignmentJob(self._load, self._keep, on_failure, unfit=UNFIT_ANEW)
        timeline = self._job.start(document, recording, duration_s, on_timeline)
        if not self._job.is_running:
            on_timeline(timeline, None)

    def probe(
        self,
        document: Document,
        recording: Recorded,
        given: Timeline,
        on_found: Callable[[Sequence[Probed]], None],
    ) -> None:
        """Look whether timings are right, by a few passages; nothing is told where that cannot be."""
        if isinstance(recording, Playlist):
            return
        from briefing.align.job import COMMAND
        from briefing.align.probing import ProbeJob

        self._probes = ProbeJob(COMMAND, on_found)
        self._probes.start(document, recording, given)

    def prefer(self, document: Document, recording: Recorded, timeline: Timeline) -> None:
        """Keep a timeline that goes before the timings that come with a recording."""
        if isinstance(recording, Playlist):
            return  # what is found of a book was kept as it was found
        from briefing.align.job import cache_key

        with suppress(OSError):
            sound_hash, text_hash, _ = cache_key(recording, document)
            self._keep((sound_hash, text_hash, PREFERRED), timeline)

    def preferred(self, document: Document, recording: Recorded) -> Timeline | None:
        """Return what `prefer` kept for this text and this sound."""
        if isinstance(recording, Playlist):
            from briefing.align.job import cache_key

            return self._load(cache_key(recording, document))
        if not self._store.has_timings(document.id, PREFERRED):
            return None  # without reading the whole recording
        from briefing.align.job import cache_key

        with suppress(OSError):
            sound_hash, text_hash, _ = cache_key(recording, document)
            return self._load((sound_hash, text_hash, PREFERRED))
        return None

    def kept(self, document: Document, recording: Recorded) -> Timeline | None:
        """Return what was worked out before for this text and this sound, and for no other reason kept."""
        from briefing.align.job import METHOD, cache_key

        if not self._store.has_timings(document.id, METHOD):
            return None  # without reading the whole recording
        with suppress(OSError):
            return self._load(cache_key(recording, document))
        return None

    def restart(self) -> bool:
        """Start again what was cancelled, or start what has waited; False if there is nothing to time."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            Thread(target=waiting, name="timing", daemon=True).start()
            return True
        return self._job is not None and self._job.restart()

    def wait(self) -> None:
        """Wait until what was started has come to its end, and is kept."""
        if self._job is not None:
            self._job.wait()

    def cancel(self) -> None:
        """Stop at once."""
        if self._probes is not None:
            self._probes.cancel()
        if self._job is not None:
            self._job.cancel()

    def _load(self, key: tuple[str, str, str]) -> Timeline | None:
        kept = self._store.timings(*key)
        return kept.timeline if kept else None

    def _keep(self, key: tuple[str, str, str], timeline: Timeline) -> None:
        from briefing.store import Timings

        mean = sum(cue.confidence for cue in timeline) / max(len(timeline), 1)
        self._store.keep_timings(*key, Timings(timeline, mean))
