"""The narration of a recording: its sound, and the best timings there are for it.

Timings that came with it (a sidecar, its tags) are taken as they are. Where none came, a
`WordTimer` gives those it computed before, or a rough fit at once and sharper ones later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import VoiceKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.model import Document
    from briefing.ports import FrameSource, Narration, TimelineListener, WordTimer
    from briefing.timeline import Timeline


class RecordingNarrator:
    """Reads a document by playing its recording at `path`."""

    def __init__(
        self,
        path: Path,
        open_media: Callable[[Path], FrameSource],
        timings: Callable[[], Timeline | None],
        timer: WordTimer,
    ) -> None:
        self._path = path
        self._open_media = open_media
        self._timings = timings
        self._timer = timer

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the recording's narration. The decoder's length wins over what was declared.

        Raises:
            AudioError: if the recording cannot be decoded.
        """
        from briefing.ports import Narration  # the seams' values: not before something is read

        del duration_s
        source = self._open_media(self._path)
        length_s = source.length_frames / source.rate_hz
        rough = self._timings() or self._timer.start(
            document,
            self._path,
            length_s,
            lambda timeline, progress: on_timeline(_fit(timeline, source), progress),
        )
        return Narration(document.id, VoiceKind.RECORDING, source, _fit(rough, source), "recording")


def _fit(timeline: Timeline, source: FrameSource) -> Timeline:
    return timeline.at_rate(source.rate_hz, source.length_frames)
