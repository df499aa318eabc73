"""A briefing of which only the name is known: the face is there before the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import told
from briefing.events import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.errors import BriefingError
    from briefing.session.arrival import Arrival, Coming
    from briefing.session.host import Host
    from briefing.session.outbox import Outbox
    from briefing.session.waiting import Waiting


class PendingArrival:
    """A briefing that somebody waits for, until it is here or cannot be had."""

    def __init__(self, coming: Coming, host: Host, outbox: Outbox) -> None:
        self.refusal: BriefingError | None = None
        """Why the briefing did not arrive."""
        self._arriving = coming.arriving
        self._in_background = host.in_background
        self._outbox = outbox
        self._loading = coming.loading
        self._waiting: Waiting | None = None
        if coming.loading:
            from briefing.session.waiting import Waiting

            self._waiting = Waiting(coming.loading, host.clock)
        self._is_left = False

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
        """Wait for it no longer: what is fetched for it, and what comes of that, is let go of.

        Harmless twice.
        """
        self._is_left, self._arriving = True, None
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

    def begin(
        self, take: Callable[[Arrival], None], refuse: Callable[[BriefingError], None] | None = None
    ) -> None:
        """Bring it in the background: at a tick, `take` has it, or `refuse` is told why it did not come.

        Args:
            take: Has it, unless nobody waits for it any more.
            refuse: Sees to it that something is open all the same. None: nothing is, and `Refused` is told.
        """
        arriving = self._arriving
        if arriving is None:
            return

        def work() -> None:
            if self._is_left:
                return
            try:
                arrival = arriving()
            except Exception as error:  # noqa: BLE001  # nobody else would see it, and opening would never end
                refusal = told(error)
                self._outbox.post(lambda: self._refuse(refusal, refuse))
                return
            self._outbox.post(lambda: self._arrive(arrival, take))

        self._in_background(work)

    def _arrive(self, arrival: Arrival, take: Callable[[Arrival], None]) -> None:
        if self._is_left:
            self._in_background(arrival.close)
            return
        self._arriving = None
        take(arrival)

    def _refuse(self, error: BriefingError, refuse: Callable[[BriefingError], None] | None) -> None:
        if self._is_left:
            return
        if refuse is None:
            self.refuse(error)
            return
        self._arriving = None
        refuse(error)

    def refuse(self, error: BriefingError) -> None:
        """Tell that nothing is open for it, and why."""
        self.refusal = error
        self._outbox.emit(Refused(str(error)))
