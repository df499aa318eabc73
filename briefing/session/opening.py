"""A briefing of which only the name is known: the face is there before the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import told
from briefing.events import Refused
from briefing.session.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.errors import BriefingError
    from briefing.loading import Loading
    from briefing.session.arrival import Arrival
    from briefing.session.host import Host
    from briefing.session.outbox import Outbox


class PendingArrival:
    """A briefing that `arriving` brings; it may block, and raise a BriefingError. None: it is here.

    `loading` tells how it gets on, where it comes over the network.
    """

    def __init__(
        self,
        arriving: Callable[[], Arrival] | None,
        host: Host,
        outbox: Outbox,
        loading: Loading | None = None,
    ) -> None:
        self.refusal: BriefingError | None = None
        """Why the briefing did not arrive."""
        self._arriving = arriving
        self._in_background = host.in_background
        self._outbox = outbox
        self._loading = loading
        self._waiting = Waiting(loading, host.clock) if loading else None

    @property
    def is_pending(self) -> bool:
        """Whether the briefing is still to come."""
        return self._arriving is not None

    @property
    def progress(self) -> str:
        """How it gets on, in a sentence; empty where nothing tells it."""
        return self._waiting.now if self._waiting and self.is_pending else ""

    def take_progress(self) -> str:
        """Return how it gets on, where it is time to say it; else nothing."""
        return self._waiting.take_due() if self._waiting and self.is_pending else ""

    def leave(self) -> None:
        """Wait for it no longer: what is fetched for it is let go of. Harmless twice."""
        if self._loading:
            self._loading.leave()

    def bring(self) -> Arrival | None:
        """Return the briefing if it had to come, once. Blocks.

        Raises:
            BriefingError: if it cannot be read.
        """
        arrival = None if self._arriving is None else self._arriving()
        self._arriving = None
        return arrival

    def begin(self, take: Callable[[Arrival], None]) -> None:
        """Bring it in the background: `take` has it at a tick, or `Refused` is told."""
        arriving = self._arriving
        if arriving is None:
            return

        def work() -> None:
            try:
                arrival = arriving()
            except Exception as error:  # noqa: BLE001  # nobody else would see it, and opening would never end
                refusal = told(error)
                self._outbox.post(lambda: self._refuse(refusal))
                return
            self._outbox.post(lambda: self._arrive(arrival, take))

        self._in_background(work)

    def _arrive(self, arrival: Arrival, take: Callable[[Arrival], None]) -> None:
        self._arriving = None
        take(arrival)

    def _refuse(self, error: BriefingError) -> None:
        self.refusal = error
        self._outbox.emit(Refused(str(error)))
