"""The session: one briefing at a time, and the one object that faces and commands speak to.

Rules:
1. A session lives in its face's thread. Other threads hand it work with `post`.
2. Faces keep nothing about playing: they render what is `Rendered` and forward commands.
3. `tick` moves everything on and says when it wants to be called again. There is no timer,
   clock or thread here, so a test's clock is the only time.
4. Every command is answered by an `Announced`, and a mistake of the user never raises.

The work is done by parts that do not know the session: `Outbox` tells, `Reader` keeps text
(`Cursor`), sound (`Playback`) and memory (`Keeping`) in step, `Clockwork` moves it on, `OpenBriefing` holds
all that belongs to one briefing, `Succession` has another take its place; `Look`, `Loop`, `Search`,
`SleepTimer`, `Timing` and `Undo` are what they are called. The commands are a table above, and given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce
from briefing.commands.command import Carrier
from briefing.commands.mentions import mention
from briefing.commands.table import BY_ID
from briefing.errors import BriefingError
from briefing.events import CommandRun, DocumentArrived, ViewChanged
from briefing.model import TransportState
from briefing.session.beginning import Beginning
from briefing.session.following import AHEAD_S
from briefing.session.host import NO_LIBRARY
from briefing.session.look import Look
from briefing.session.open_briefing import OpenBriefing
from briefing.session.queue import ALONE, Queue
from briefing.session.rendered import Rendered
from briefing.session.review import ReadingPoint
from briefing.session.succession import Succession, Ways
from briefing.session.timers import SleepTimer, Wish
from briefing.session.undo import Undo
from briefing.settings import Where

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from briefing.events import Event
    from briefing.listed import ListedItem
    from briefing.model import Span
    from briefing.ports.memory import Memory
    from briefing.session.arrival import Arrival, Coming
    from briefing.session.catalogue import Catalogue
    from briefing.session.host import Host, Library
    from briefing.session.outbox import Outbox
    from briefing.session.preferences import Preferences
    from briefing.settings import Settings
    from briefing.sizes import TextSize


class Session(Rendered):
    """Everything about one open briefing. See the rules above; faces use what has no underscore."""

    def __init__(
        self,
        coming: Coming,
        *,
        preferences: Preferences,
        memory: Memory,
        catalogue: Catalogue,
        host: Host,
        outbox: Outbox,
        commands: Mapping[str, Callable[[Session, str], None]],
        given: Collection[str] = (),
        library: Library = NO_LIBRARY,
    ) -> None:
        """Restore what is remembered of the briefing; nothing is loaded before `open`.

        Args:
            coming: What to read.
            preferences: What the user wants, and where that is kept.
            memory: What was remembered.
            catalogue: What the user subscribed to.
            host: Time, sound, and somewhere to do slow work.
            outbox: Where events are told and work is posted.
            commands: What each command does: command id -> a function of the session and the argument.
            given: Names of the settings that were given for this run and win over `memory`.
            library: Opens other briefings, and keeps how far its items were heard.
        """
        self.preferences, self.catalogue = preferences, catalogue
        self.outbox, self.clock, self.own_voice = outbox, host.clock, host.own_voice
        self.memory, self._given, self.host, self._commands = memory, given, host, commands
        self.library = library
        self.look, outbox.verbosity = Look(self.settings, outbox), self.settings.verbosity
        self.sleep, self.wish = SleepTimer(host.clock), Wish(self.settings)
        self.undo, self.point = Undo(outbox), ReadingPoint(outbox)
        self._is_next_due, self._beginning = False, Beginning(self.preferences, self.sleep, outbox)
        ways = Ways(library.come, self._made, self._show, self._begin, self._refuse, self._tell_end)
        super().__init__(Succession(coming, ways, host, outbox))
        if self.is_opening:
            outbox.status = self._beginning.name(self._succession.open)  # on the screen with its first paint

    def _made(self, arrival: Arrival, queue: Queue, is_stand_in: bool, is_ahead: bool) -> OpenBriefing:
        return OpenBriefing(
            arrival,
            settings=self.settings,
            memory=self.memory,
            given=self._given,
            host=self.host,
            outbox=self.outbox,
            look=self.look,
            sleep=self.sleep,
            wish=self.wish,
            goes_on=self._goes_on,
            at=arrival.at or self._beginning.place,
            is_stand_in=is_stand_in,
            is_ahead=is_ahead,
            queue=queue,
            keeper=self.library,
        )

    @property
    def settings(self) -> Settings:
        """What the user wants now."""
        return self.preferences.settings

    # Life

    def open(self, hint: str = "") -> None:
        """Make a voice ready, in the background, and say what is open; fetch it before, if it has to come.

        Args:
            hint: How to go on, said once, behind that.
        """
        self._beginning.hint = hint
        if not self.is_opening:
            self._begin()
            return
        self._beginning.tell_name(self._succession.open)
        self._succession.await_first()

    def fetch(self) -> None:
        """Have the text here and now, for a face that only prints it. Waits.

        Raises:
            BriefingError: if it cannot be read.
        """
        self._succession.fetch()

    def fetch_next(self) -> bool:
        """Have the text of the next in the queue here and now; return whether there is one. Waits.

        Raises:
            BriefingError: if it cannot be read; the one after it is the next then.
        """
        return self._succession.fetch_next()

    def _show(self, briefing: OpenBriefing) -> None:
        """Let this be what is open, whole or no more than its name, and tell it."""
        self._take(briefing)
        self.outbox.emit(DocumentArrived())
        if self.is_opening:
            self._beginning.tell_name(briefing)

    def _begin(self) -> None:
        self._beginning.begin(self._succession.open)

    def _refuse(self, error: BriefingError) -> None:
        self.say(str(error), urgent=True)
        self.reader.tell_state()

    def _tell_end(self) -> None:
        self.clockwork.tell_end()

    def _goes_on(self) -> bool:
        """Return whether another item follows at the end; then it does so after this tick."""
        self._is_next_due = self.queue.moved(1) is not None
        return self._is_next_due

    # Going to another briefing

    def go_to(self, coming: Coming) -> None:
        """Have another briefing take the place of the one that is open, playing if that was playing.

        Where it cannot be read, that is said, and what was open goes on.
        """
        self._succession.go_to(coming)

    def give_up_opening(self) -> bool:
        """Wait no longer for what comes, and go on with what was open before; False where nothing was."""
        is_back = self._succession.give_up()
        if is_back:
            self.say(f"Back to {self.document.title.rstrip('.')}.")
            self.reader.tell_state()
        return is_back

    def go_to_source(self, source: str, queue: Queue = ALONE) -> None:
        """Open what was typed: a file, an address, a number of the library, `today`; `queue` has it, if any.

        Raises:
            BriefingError: if it is plain at once that it cannot be opened.
        """
        coming = self.library.come(source)
        self.go_to(coming._replace(queue=queue) if queue.has_several else coming)

    def play_items(self, items: Sequence[ListedItem]) -> None:
        """Play items of the library, one after another. What goes wrong is said."""
        self._carry_out(lambda _session, _argument: self._succession.play_first(items), "")

    def go_to_item(self, at: int) -> None:
        """Go to an item of the queue, an index.

        Raises:
            BriefingError: if it cannot be opened.
        """
        self._succession.step(self.queue._replace(at=at))

    def tick(self) -> float:
        """Move everything on; return the seconds after which to call again, at most `IDLE_S`."""
        while self.outbox.do_next():
            self.clockwork.tell_news()
        if progress := self.opening.take_progress():
            self.say(progress, urgent=True)
        delay_s = min(self.clockwork.tick(), self.search.go_on())
        if self._is_next_due:
            self._is_next_due = False
            self._go_on()
            return 0.0
        if self.state is TransportState.PLAYING and self.left_s < AHEAD_S:
            self._succession.prepare()
        return delay_s

    def _go_on(self) -> None:
        queue = self.queue
        self._succession.go_on()
        if self.queue.entries is queue.entries and self.queue != queue:
            self.remember_item(queue)

    def close(self) -> None:
        """Keep the place and let go of everything. Harmless twice."""
        self.catalogue.leave()
        self._succession.close()

    # Commands

    def run(self, command_id: str, argument: str = "") -> bool:
        """Carry out a command of `commands.table`; the answer is announced.

        Return whether there is such a command, and now is the time for it: a face then does its own part,
        which at some commands is all there is to do.
        """
        command, row = self._commands.get(command_id), BY_ID.get(command_id)
        if command is None and (row is None or row.carrier is not Carrier.FACE):
            self.say(f"There is no command {command_id}. Press {mention('help')} for help.")
            return False
        self.outbox.emit(CommandRun(command_id))
        if command is None:
            return True
        if self.is_opening and not (row and row.works_while_opening):
            self.say(f"{self.opening.progress} {announce.opening(self.document.title)}".lstrip())
            return False
        if not self.clockwork.wake(command_id):
            self._carry_out(command, argument.strip())
        return True

    def _carry_out(self, command: Callable[[Session, str], None], argument: str) -> None:
        try:
            command(self, argument)
        except BriefingError as error:
            self.say(str(error))
        self.clockwork.tell_news()
        self.reader.tell_state()

    def play_from(self, offset: int) -> None:
        """Play from the word at `offset`."""
        if not self.is_opening:
            self.move_to(offset)
        self.playback.play()
        self.reader.tell_state()

    def remember_place(self) -> None:
        """Let `undo` come back to where the reader is now."""
        place, id_ = self.place, self.document.id
        self.undo.remember(lambda: self.move_to(place) if self.document.id == id_ else None)

    def remember_item(self, queue: Queue) -> None:
        """Let `undo` come back to the item that is open in a queue, while that is still heard."""
        self.undo.remember(lambda: self.go_to_item(queue.at) if self.queue.entries is queue.entries else None)

    # Asked by commands

    def say(self, text: str, *, urgent: bool = False, shows: Span | None = None) -> None:
        """Announce a sentence; `shows` is what of the text stands in it, word for word."""
        self.outbox.say(text, urgent=urgent, shows=shows)

    def set_size(self, size: TextSize) -> None:
        """Show the text in another size."""
        self.keeping.size = size
        self.say(announce.size(self.size, self.look.told_where(Where.SCREEN)))
        self.outbox.emit(ViewChanged())

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have `listener` told every event, in the face's thread."""
        self.outbox.subscribe(listener)

    def move_to(self, offset: int) -> None:
        """Move the reading cursor by hand; a playing voice goes on from there."""
        self.reader.move_to(offset)
