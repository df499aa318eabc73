"""A document read by one voice, and when its words are spoken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import Document, Mend, Span, VoiceKind
    from briefing.playlist import Recorded
    from briefing.ports.network import ArrivingListener
    from briefing.ports.sound import FrameSource
    from briefing.timeline import Timeline


class Probed(NamedTuple):
    """What is heard of a passage at a time, in seconds, at which timings say that it is spoken.

    `by_s` is how much later it is heard, below 0 earlier; None where it is not heard there at all.
    """

    at_s: float
    is_right: bool
    by_s: float | None


class Aside(Protocol):
    """A reading that is heard beside the frames: from a voice that plays its sound itself.

    Its frames are silent, and go on no further than it is told. It lives in the face's thread.
    """

    keeps_times: bool
    """Whether each sentence begins when its time comes, even where all before it has been said."""

    @property
    def is_saying(self) -> bool:
        """Whether something is said, or about to be."""

    @property
    def fault(self) -> BriefingError | None:
        """Why nothing can be said any more; None where it can."""

    def say(self, text: Span, speed: float, percent: float) -> None:
        """Say a part of the document, instead of what is said now.

        `speed` is a factor of the reading's own rate, `percent` the volume, 0 to 100.
        """

    def hush(self) -> None:
        """Be silent at once. Harmless in silence."""

    def let_reach(self, frame: int) -> None:
        """Let the frames go on up to this one, and wait there."""

    def wake_by(self, wake: Callable[[], None]) -> None:
        """Have `wake` called, from any thread, each time that all was said, or nothing can be any more."""


class MendableTimings(Protocol):
    """The timings that came with a recording, once they were measured. From any thread."""

    @property
    def mends(self) -> Sequence[Mend]:
        """What can be done with them; nothing where they are right, or were not measured."""

    def mend(self, how: Mend) -> Callable[[], None]:
        """Put timings in force, and keep them; what is returned takes that back."""


@dataclass(frozen=True, slots=True)
class Narration:
    """A document read by one voice. A recording and a spoken reading are the same to the engine.

    `timeline` and `source` share their rate and length.
    """

    document_id: str
    voice: VoiceKind
    source: FrameSource
    timeline: Timeline
    description: str = ""
    """Who reads, in words: "recording", "speech, English (America)"."""
    renew: Callable[[], None] | None = None
    """Measures the timings, or times the words anew, in a thread; None where no timings came with it."""
    mendable: MendableTimings | None = None
    """What can be done with them then."""
    watch: Callable[[ArrivingListener], None] | None = None
    """Has somebody told what becomes of a recording that is still arriving; None for all else."""
    gaps: Sequence[Span] = ()
    """Text that a recording ought to say, and whose sound is missing; sorted and disjoint."""
    aside: Aside | None = None
    """What says the text beside its frames, which are silent; None where they are what is heard."""


TimelineListener = Callable[["Timeline", "float | None"], None]
"""Told, from any thread: the whole sharper timeline, and progress from 0 to 1, or None at the end."""


class Narrator(Protocol):
    """Makes narrations. May block: `Session` calls it in a thread of its own."""

    def narrate(
        self, document: Document, duration_s: float | None, on_timeline: TimelineListener
    ) -> Narration:
        """Return the document's narration, paced to `duration_s` if that is given.

        Raises:
            AudioError, SpeechError: if this voice cannot read the document.
        """


class StoppableTimer(Protocol):
    """Finds out when words are spoken, in the background, and lets itself be stopped."""

    is_on: bool
    """Whether words are timed without being asked for."""

    def restart(self) -> bool:
        """Start again what was cancelled, or begin what was to be asked for.

        False: nothing was started, or it is all timed.
        """

    def cancel(self) -> None:
        """Stop at once. Harmless when nothing goes on."""


class WordTimer(StoppableTimer, Protocol):
    """Finds out when the words of a recording are spoken."""

    def start(
        self, document: Document, recording: Recorded, duration_s: float, on_timeline: TimelineListener
    ) -> Timeline:
        """Return kept timings, or a rough fit at once and sharper ones through `on_timeline`."""

    def renew(
        self,
        document: Document,
        recording: Recorded,
        duration_s: float,
        on_timeline: TimelineListener,
        on_failure: Callable[[str], None],
    ) -> None:
        """Time the words though there are timings, however `is_on` is. The end is told, kept or new.

        Of a playlist the words of each clip are timed within it.

        `on_failure` is told, from any thread, in a sentence or two why they could not be timed.
        """

    def probe(
        self,
        document: Document,
        recording: Recorded,
        given: Timeline,
        on_found: Callable[[Sequence[Probed]], None],
    ) -> None:
        """Look in the background whether timings are right, by a few passages.

        `on_found` is told, from any thread: of nothing where nothing can be looked for.
        """

    def prefer(self, document: Document, recording: Recorded, timeline: Timeline) -> None:
        """Keep a timeline that goes before the timings that come with a recording."""

    def preferred(self, document: Document, recording: Recorded) -> Timeline | None:
        """Return what `prefer` kept for this text and this sound."""
