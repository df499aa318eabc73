"""The narration of a recording: its sound, and the best timings there are for it.

Timings that came with it (a sidecar, its tags) are taken as they are, unless they prove to be
of another cut (`retiming`). Where none came, a `WordTimer` gives those it computed before, or
a rough fit at once and sharper ones later. Without a text there is nothing to time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Span, VoiceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.playlist import Recorded
    from briefing.ports.narration import Narration, TimelineListener, WordTimer
    from briefing.ports.sound import FrameSource
    from briefing.timeline import Timeline


class RecordingNarrator:
    """Reads a document by playing its recording.

    `tell` is told, from any thread, which timings it has mended.
    """

    def __init__(
        self,
        recording: Recorded,
        open_media: Callable[[Recorded], FrameSource],
        timings: Callable[[], Timeline | None],
        timer: WordTimer,
        tell: Callable[[str], None] = lambda _sentence: None,
    ) -> None:
        self._recording = recording
        self._open_media = open_media
        self._timings = timings
        self._timer = timer
        self._tell = tell

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the recording's narration. The decoder's length wins over what was declared.

        Raises:
            AudioError: if the recording cannot be decoded.
        """
        from briefing.ports.narration import Narration  # the seams' values: not before something is read
        from briefing.session.narrators.retiming import Retiming

        del duration_s
        source = self._open_media(self._recording)
        given = self._timings()
        if given is None:
            timeline = self._timed(document, source, on_timeline)
            return Narration(document.id, VoiceKind.RECORDING, source, timeline, "recording")
        retiming = Retiming(
            document,
            self._recording,
            _fit(given, source),
            timer=self._timer,
            on_timeline=on_timeline,
            tell=self._tell,
        )
        narration = Narration(
            document.id,
            VoiceKind.RECORDING,
            source,
            retiming.timeline,
            "recording",
            retiming.measure,
            retiming,
            gaps=()
            if isinstance(self._recording, Path)
            else [Span(*each) for each in self._recording.missing],
        )
        if isinstance(self._recording, Path):  # a book's times are those of its own sound
            retiming.check()
        return narration

    def _timed(self, document: Document, source: FrameSource, on_timeline: TimelineListener) -> Timeline:
        """Return the timeline of words that nothing tells the times of; it is sharpened later."""
        from briefing.timeline import Timeline

        length_s = source.length_frames / source.rate_hz
        if not document.has_story:
            return Timeline(source.rate_hz, source.length_frames)
        rough = self._timer.start(
            document,
            self._recording,
            length_s,
            lambda timeline, progress: on_timeline(_fit(timeline, source), progress),
        )
        return _fit(rough, source)


def _fit(timeline: Timeline, source: FrameSource) -> Timeline:
    return timeline.at_rate(source.rate_hz, source.length_frames)
