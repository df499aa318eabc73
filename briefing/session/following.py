"""What follows the open one of a queue, made ready before its turn, so that it is heard without a silence.

Its first voice is made ready too. It leaves the sound alone until it is its turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.session.opening import PendingArrival

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.session.arrival import Arrival, Coming
    from briefing.session.host import Host
    from briefing.session.open_briefing import OpenBriefing
    from briefing.session.outbox import Outbox
    from briefing.session.queue import Queue

AHEAD_S: Final = 30.0
"""So long before the end of one the next is made ready: most pages need less to come and to be read."""


class Next:
    """What is made ready to follow: `queue` is how it stands when that is open."""

    def __init__(self, queue: Queue) -> None:
        self.queue = queue
        self.coming: Coming | None = None
        """None where it could not be had; it is asked for once more when it is its turn."""
        self.pending: PendingArrival | None = None
        self.made: OpenBriefing | None = None
        """It, as soon as its text is here."""


class Following:
    """Makes the next of a queue ready, one at a time. Lives in the face's thread.

    Args:
        come: Opens a source as it is typed; soon done. May raise a BriefingError.
        make: Makes a briefing of an arrival and its queue, ahead of its turn.
        arrive: Has what arrives only after it was taken.
        stay: Is told why what was taken does not arrive.
        host: Somewhere to do slow work.
        outbox: Where work is posted.
    """

    def __init__(
        self,
        *,
        come: Callable[[str], Coming],
        make: Callable[[Arrival, Queue], OpenBriefing],
        arrive: Callable[[Arrival], None],
        stay: Callable[[BriefingError], None],
        host: Host,
        outbox: Outbox,
    ) -> None:
        self._come, self._make, self._arrive, self._stay = come, make, arrive, stay
        self._host, self._outbox = host, outbox
        self._next: Next | None = None

    def prepare(self, queue: Queue) -> None:
        """Make what is open in a queue ready, once; nothing happens where it has no entries."""
        is_ready = self._next is not None and self._next.queue == queue
        if queue.here is None or is_ready:
            return
        self.drop()
        ready = self._next = Next(queue)
        try:
            ready.coming = self._come(queue.here.source)
        except BriefingError:  # it is told when it is its turn
            return
        if ready.coming.arriving is None:
            self._load(ready, ready.coming.stand_in)
            return
        ready.pending = PendingArrival(ready.coming, self._host, self._outbox)
        ready.pending.begin(
            lambda arrival: self._take_ready(ready, arrival), lambda error: self._refuse(ready, error)
        )

    def take(self, queue: Queue) -> Next | None:
        """Hand over what is open in a queue, here or still on its way; None where it was not made ready."""
        ready = self._next
        if ready is None or ready.queue != queue or ready.coming is None:
            return None
        self._next = None
        return ready

    def drop(self) -> None:
        """Let go, in the background, of what was made ready."""
        ready, self._next = self._next, None
        if ready is not None and ready.pending is not None:
            ready.pending.leave()
        if ready is not None and ready.made is not None:
            ready.made.leave()

    def close(self) -> None:
        """Let go of everything. Harmless twice."""
        if self._next is not None:
            if self._next.pending is not None:
                self._next.pending.leave()
            if self._next.made is not None:
                self._next.made.close()

    def _take_ready(self, ready: Next, arrival: Arrival) -> None:
        if self._next is ready:
            self._load(ready, arrival)
        else:  # its turn has come meanwhile
            self._arrive(arrival)

    def _load(self, ready: Next, arrival: Arrival) -> None:
        ready.made = self._make(arrival, ready.queue)
        ready.made.load()

    def _refuse(self, ready: Next, error: BriefingError) -> None:
        if self._next is ready:
            ready.coming = None
        else:
            self._stay(error)
