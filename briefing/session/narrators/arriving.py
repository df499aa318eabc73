"""The narration of a recording that plays while it arrives.

Until all of it is there, its words are timed by what came with it, or by their length alone; then it is
measured, and its words are timed as those of a file are (`narrators.recording`).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefing.errors import BriefingError
from briefing.model import VoiceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model import Document
    from briefing.ports.narration import Narration, Narrator, TimelineListener, WordTimer
    from briefing.ports.network import Arriving, ArrivingNews
    from briefing.ports.sound import FrameSource
    from briefing.timeline import Timeline

    class ArrivingSource(FrameSource, Protocol):
        """The sound of a recording that arrives."""

        def settle(self) -> int:
            """Measure what has all arrived; return its length in frames."""

        def retry(self) -> None:
            """Try again what could not be had."""


class Parts(NamedTuple):
    """What an `ArrivingNarrator` is made of."""

    fetch: Callable[[], Arriving]
    """Begins to fetch it, or returns what has begun already. May block."""
    play: Callable[[Arriving, float | None], ArrivingSource]
    """Opens it to be played; the length is what is declared."""
    of_file: Callable[[Arriving], Narrator]
    """Who reads it when it is whole."""
    timings: Callable[[], Timeline | None]
    """What came with it."""
    timer: WordTimer
    fit: Callable[[Document, float], Timeline]
    """Times words by their length."""
    tell: Callable[[str], None] = lambda _sentence: None
    """Is told, from any thread, what became of timings."""


class ArrivingNarrator:
    """Reads a document by playing its recording while it arrives."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the recording's narration.

        Raises:
            AudioError, SourceError: if the recording cannot be decoded.
            LostError: if its beginning does not arrive.
        """
        from briefing.ports.narration import Narration

        parts = self._parts
        arriving = parts.fetch()
        if arriving.is_whole:
            return parts.of_file(arriving).narrate(document, duration_s, on_timeline)
        source = parts.play(arriving, duration_s)
        given = parts.timings()
        reading = _Reading(document, arriving, source, given, on_timeline)
        arriving.watch(lambda news: reading.take(news, parts.timer))
        length_s = source.length_frames / source.rate_hz
        timeline = _fit(given or parts.fit(document, length_s), source)
        renew = None if given is None else lambda: reading.renew(parts.timer, parts.tell)
        return Narration(
            document.id, VoiceKind.RECORDING, source, timeline, "recording", renew, watch=arriving.watch
        )


class _Reading(NamedTuple):
    """A recording that is being read while it arrives."""

    document: Document
    arriving: Arriving
    source: ArrivingSource
    given: Timeline | None
    on_timeline: TimelineListener

    def take(self, news: ArrivingNews, timer: WordTimer) -> None:
        """Go on with what has come."""
        from briefing.ports.network import ArrivingNews

        if news is ArrivingNews.BACK:
            self.source.retry()
        elif news is ArrivingNews.WHOLE:
            with suppress(BriefingError):  # then it goes on as it was, and what fails tells itself
                self._settle(timer)

    def renew(self, timer: WordTimer, tell: Callable[[str], None]) -> None:
        """Time the words anew, though there are timings; all of it has to be there for that."""
        from briefing.session.narrators.retiming import Retiming

        if self.given is None or not self.arriving.is_whole:
            tell("The recording is still arriving. Its words can be timed anew when all of it is there.")
            return
        retiming = Retiming(
            self.document,
            self.arriving.path,
            _fit(self.given, self.source),
            timer=timer,
            on_timeline=self.on_timeline,
            tell=tell,
        )
        retiming.renew()

    def _settle(self, timer: WordTimer) -> None:
        length_s = self.source.settle() / self.source.rate_hz
        if self.given is not None:
            self.on_timeline(_fit(self.given, self.source), None)
            return
        rough = timer.start(
            self.document,
            self.arriving.path,
            length_s,
            lambda timeline, progress: self.on_timeline(_fit(timeline, self.source), progress),
        )
        self.on_timeline(_fit(rough, self.source), None)


def _fit(timeline: Timeline, source: FrameSource) -> Timeline:
    return timeline.at_rate(source.rate_hz, source.length_frames)
