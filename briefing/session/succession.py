"""Which briefing is open, which stands aside for it, and which takes its place.

Rules:
1. What is asked for is open at once by its name. What was open stands aside, silent, until the text is here,
   and is open again where that does not come. Of many that are asked for, the last one counts.
2. The next of a queue is made ready before its turn (`Following`).
3. What cannot be had is passed over where the queue goes on by itself.
4. What is left keeps its place and lets go of its processes, in the background. The sound device stays open.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import BriefingError
from briefing.session.following import Following
from briefing.session.opening import PendingArrival
from briefing.session.queue import Queue, queued

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.listed import ListedItem
    from briefing.session.arrival import Arrival, Coming
    from briefing.session.host import Host
    from briefing.session.open_briefing import OpenBriefing
    from briefing.session.outbox import Outbox


class Ways(NamedTuple):
    """What a succession asks of its session."""

    come: Callable[[str], Coming]
    """Opens a source as it is typed; soon done. May raise a BriefingError."""
    make: Callable[[Arrival, Queue, bool, bool], OpenBriefing]
    """Makes a briefing of an arrival and its queue; told whether it is a stand-in, and ahead of its turn."""
    show: Callable[[OpenBriefing], None]
    """Lets one be what is open, and tells it."""
    begin: Callable[[], None]
    """Begins to read what is open now."""
    refused: Callable[[BriefingError], None]
    """Says why something did not come."""
    ended: Callable[[], None]
    """Tells that nothing follows."""


class Succession:
    """The briefings of a session. Lives in the face's thread. See the rules above."""

    def __init__(self, coming: Coming, ways: Ways, host: Host, outbox: Outbox) -> None:
        self.opening = PendingArrival(coming, host, outbox)
        """What is open, or still comes."""
        queue = coming.queue if coming.stand_in.queue is None else coming.stand_in.queue
        self.open = ways.make(coming.stand_in, queue, self.opening.is_pending, False)
        """What is open; a stand-in while the rest of it is still to come."""
        self._ways, self._host, self._outbox = ways, host, outbox
        self._aside: OpenBriefing | None = None
        self._following = Following(
            come=ways.come,
            make=partial(self._made, is_ahead=True),
            arrive=self._arrive,
            stay=self._stay,
            host=host,
            outbox=outbox,
        )
        self._goes_by_itself = coming.queue.has_several

    # The first one

    def await_first(self) -> None:
        """Have the first one brought in the background. Where it does not come, `Refused` is told."""
        self.opening.begin(self._arrive, self._stay)

    def fetch(self) -> None:
        """Have the first one here and now. Waits.

        Raises:
            BriefingError: if it cannot be read.
        """
        if arrival := self.opening.bring():
            self._print(arrival, self.open.queue)
        self.open.arrival.opened()

    def fetch_next(self) -> bool:
        """Have the next of the queue here and now; return whether there is one. Waits.

        Raises:
            BriefingError: if it cannot be read; it is passed over the next time.
        """
        queue = self.open.queue.moved(1)
        if queue is None or queue.here is None:
            return False
        self.open.queue = queue
        coming = self._ways.come(queue.here.source)
        self._print(coming.arriving() if coming.arriving else coming.stand_in, queue)
        return True

    def _print(self, arrival: Arrival, queue: Queue) -> None:
        before, self.open = self.open, self._made(arrival, queue)
        before.leave()
        self._ways.show(self.open)

    # Going to another

    def go_to(self, coming: Coming) -> None:
        """Have another briefing take the place of the one that is open, playing if that was playing."""
        self._goes_by_itself = False
        self._go_to(coming, coming.queue, is_wanted=self.open.playback.is_playing)

    def play_first(self, items: Sequence[ListedItem]) -> None:
        """Play items of the library, one after another.

        Raises:
            BriefingError: if the first of them cannot be opened.
        """
        coming = self._ways.come(str(items[0].number))
        self.go_to(coming._replace(queue=Queue(tuple(queued(item) for item in items))))
        self.open.playback.play()

    def step(self, queue: Queue) -> None:
        """Go to what is open in a queue, playing if what is open was playing.

        Raises:
            BriefingError: if it cannot be opened; what is open stays then.
        """
        self._goes_by_itself = False
        self._step(queue, is_wanted=self.open.playback.is_playing)

    def go_on(self) -> bool:
        """Play on with the next of the queue; return whether there is one."""
        queue = self.open.queue.moved(1)
        if queue is None:
            return False
        self._goes_by_itself = True
        if not self._pass_over(queue, is_wanted=True):
            self._ways.ended()
        return True

    def _pass_over(self, queue: Queue | None, *, is_wanted: bool) -> bool:
        """Go to what is open in a queue, or else to the first after it that can be, if any can."""
        while queue is not None:
            try:
                self._step(queue, is_wanted=is_wanted)
            except BriefingError as error:
                self._ways.refused(error)
                queue = queue.moved(1)
            else:
                return True
        return False

    def _step(self, queue: Queue, *, is_wanted: bool) -> None:
        ready = self._following.take(queue)
        if ready is None:
            entry = queue.here
            if entry is not None:
                self._go_to(self._ways.come(entry.source), queue, is_wanted=is_wanted)
        elif ready.made is not None:
            self._set_aside()
            self._turn_to(ready.made, is_wanted=is_wanted)
        elif ready.pending is not None and ready.coming is not None:
            self._set_aside()
            self.opening = ready.pending
            self._stand_in(ready.coming, queue, is_wanted=is_wanted)

    def _go_to(self, coming: Coming, queue: Queue, *, is_wanted: bool) -> None:
        self._following.drop()
        self._set_aside()
        self.opening = PendingArrival(coming, self._host, self._outbox)
        if not self.opening.is_pending:
            self._turn_to(self._made(coming.stand_in, queue), is_wanted=is_wanted)
            return
        self._stand_in(coming, queue, is_wanted=is_wanted)
        self.opening.begin(self._arrive, self._stay)

    def _set_aside(self) -> None:
        """Let what is open be silent, and wait whether another takes its place; a stand-in just goes."""
        if not self.open.keeping.is_stand_in:
            self.open.reader.keep_place()
            self.open.playback.pause()
            self._aside = self.open
        self.opening.leave()

    def _stand_in(self, coming: Coming, queue: Queue, *, is_wanted: bool) -> None:
        """Let the name of what comes be open."""
        before, self.open = self.open, self._ways.make(coming.stand_in, queue, True, False)
        self.open.go_on_from(before)
        if is_wanted:
            self.open.playback.play()
        self._ways.show(self.open)

    def _made(self, arrival: Arrival, queue: Queue, *, is_ahead: bool = False) -> OpenBriefing:
        return self._ways.make(arrival, queue if arrival.queue is None else arrival.queue, False, is_ahead)

    # What comes of it

    def _arrive(self, arrival: Arrival) -> None:
        is_wanted = self.open.playback.is_playing  # play was pressed meanwhile
        self._turn_to(self._made(arrival, self.open.queue), is_wanted=is_wanted)

    def _turn_to(self, briefing: OpenBriefing, *, is_wanted: bool) -> None:
        """Let a briefing be what is open, in the place of what stands aside."""
        before, self._aside = self._aside, None
        briefing.go_on_from(self.open)
        self.open = briefing
        if before is not None:
            before.leave()
        briefing.playback.enter()
        if is_wanted:
            briefing.playback.play()
        self._ways.show(briefing)
        self._ways.begin()

    def _stay(self, error: BriefingError) -> None:
        """Go on without what did not come: with the next one, or with what stands aside."""
        is_wanted = self.open.playback.is_playing
        queue = self.open.queue.moved(1) if self._goes_by_itself else None
        if queue is not None:
            self._ways.refused(error)
            if self._pass_over(queue, is_wanted=is_wanted):
                return
        before, self._aside = self._aside, None
        if before is None:
            self.opening.refuse(error)
            return
        self._go_back_to(before)
        if queue is None:
            self._ways.refused(error)
        if self._goes_by_itself:
            self._ways.ended()
        elif is_wanted:
            before.playback.play()

    def give_up(self) -> bool:
        """Wait no longer for what comes, and go on with what stands aside; False where nothing does."""
        is_wanted = self.open.playback.is_playing
        before, self._aside = self._aside, None
        if before is None:
            return False
        self.opening.leave()
        self._go_back_to(before)
        if is_wanted:
            before.playback.play()
        return True

    def _go_back_to(self, before: OpenBriefing) -> None:
        before.reader.levels.go_on_from(self.open.reader.levels)
        self.open = before
        self._ways.show(before)

    # What follows, and the end

    def prepare(self) -> None:
        """Make the next of the queue ready, once; nothing happens where there is none."""
        queue = self.open.queue.moved(1)
        if queue is not None and not self.open.keeping.is_stand_in:
            self._following.prepare(queue)

    def forget_ahead(self) -> None:
        """Let go of what was made ready to follow: it is to be opened otherwise."""
        self._following.drop()

    def close(self) -> None:
        """Keep the place and let go of everything. Harmless twice."""
        self.opening.leave()
        self.open.close()
        if self._aside is not None:
            self._aside.close()
        self._following.close()
