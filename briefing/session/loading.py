"""The narrations of a briefing and the device that they play on, made in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import told
from briefing.session.ahead import ahead

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.errors import BriefingError
    from briefing.model import Document, VoiceKind
    from briefing.ports.narration import Narration
    from briefing.ports.network import ArrivingNews
    from briefing.ports.sound import FrameSource
    from briefing.session.arrival import Arrival
    from briefing.session.host import Host
    from briefing.timeline import Timeline


class Made(NamedTuple):
    """A narration is ready, and so is the device."""

    kind: VoiceKind
    language: str | None
    narration: Narration


class NotMade(NamedTuple):
    """A narration, or the device for it, could not be had."""

    kind: VoiceKind
    error: BriefingError


class Timed(NamedTuple):
    """The words of a narration were timed better; it may not have been made yet."""

    kind: VoiceKind
    language: str | None
    timeline: Timeline
    progress: float | None


class ArrivalTold(NamedTuple):
    """Something became of a recording that arrives."""

    kind: VoiceKind
    news: ArrivingNews


Delivery = Made | NotMade | Timed | ArrivalTold
"""What a loader brings; match it with `assert_never`."""


class Loader:
    """Makes what plays a briefing. `deliver` is given every `Delivery`, from any thread."""

    def __init__(self, briefing: Arrival, host: Host, deliver: Callable[[Delivery], None]) -> None:
        self.device = host.device
        """What it is played on."""
        self._narrators = briefing.narrators
        self._measure_s = briefing.length_s
        self._in_background = host.in_background
        self._deliver = deliver
        self._owned: list[FrameSource] = []
        self._loading: set[VoiceKind] = set()
        self.is_closed = False

    def is_loading(self, kind: VoiceKind) -> bool:
        """Whether `kind` is being made ready."""
        return kind in self._loading

    def delivered(self, kind: VoiceKind) -> None:
        """Take note that what was made of `kind`, or that nothing could be, was delivered."""
        self._loading.discard(kind)

    def load(self, kind: VoiceKind, document: Document, length_s: float | None) -> None:
        """Have `kind` read `document`, in `length_s` where that is known; the device is opened meanwhile."""
        self._loading.add(kind)

        def sharpen(timeline: Timeline, progress: float | None) -> None:
            self._deliver(Timed(kind, document.language, timeline, progress))

        def work() -> None:
            try:
                wait_for_device = ahead(self.device.open)
                narration = self._narrators[kind].narrate(document, length_s or self._measure_s(), sharpen)
                self._own(narration.source)
                wait_for_device()
            except Exception as error:  # noqa: BLE001  # nobody else would see it, and loading would never end
                self._deliver(NotMade(kind, told(error)))
                return
            self._deliver(Made(kind, document.language, narration))
            if narration.watch is not None:
                narration.watch(lambda news: self._deliver(ArrivalTold(kind, news)))

        self._in_background(work)

    def _own(self, made: FrameSource) -> None:
        """Have `made` closed at the end, or now if that has been. From any thread."""
        self._owned.append(made)
        if self.is_closed:
            made.close()

    def renew(self, narration: Narration) -> bool:
        """Have the words of a narration timed anew, in the background; False if no timings came with it."""
        if narration.renew is None:
            return False
        self._in_background(narration.renew)
        return True

    def drop(self, narration: Narration) -> None:
        """Close a narration that nobody reads any more, in the background."""
        self._in_background(narration.source.close)

    def close(self) -> None:
        """Let go of the device, then of the narrations and their processes. Harmless twice."""
        self.device.close()
        self.let_go()

    def let_go(self) -> None:
        """Let go of the narrations and their processes, which may block. The device stays open."""
        self.is_closed = True
        while self._owned:
            self._owned.pop().close()
