"""The session: one briefing at a time, and the one object that faces and commands speak to.

Rules:
1. A session lives in its face's thread. Other threads hand it work with `post`.
2. Faces keep nothing about playing: they render the properties and forward commands.
3. `tick` moves everything on and says when it wants to be called again. There is no timer,
   clock or thread here, so a test's clock is the only time.
4. Every command is answered by an `Announced`, and a mistake of the user never raises.

The work is done by parts that do not know the session: `Outbox` tells, `Reader` keeps text
(`Cursor`), sound (`Playback`) and memory (`Keeping`) in step, `Clockwork` moves it on, `OpenBriefing` holds
all that belongs to one briefing, `PendingArrival` waits for a text that is still to come; `Look`, `Loop`,
`Search`, `SleepTimer`, `Timing` and `Undo` are what they are called. The commands are a table above, and
given.

Another briefing takes the place of the one that is open (`go_to`): that one stands aside, silent, until the
other's text is here, and stays where it does not come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import announce
from briefing.commands import BY_ID, Carrier, mention
from briefing.errors import BriefingError
from briefing.events import CommandRun, DocumentArrived, ViewChanged
from briefing.session.look import Look
from briefing.session.open_briefing import OpenBriefing
from briefing.session.opening import PendingArrival
from briefing.session.timers import SleepTimer
from briefing.session.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefing.events import Event
    from briefing.model import Bookmark, Document, Span, TransportState, VoiceKind
    from briefing.ports.memory import Memory
    from briefing.session.arrival import Arrival, Coming
    from briefing.session.host import Host
    from briefing.session.outbox import Outbox
    from briefing.settings import Settings
    from briefing.sizes import TextSize


class Session:
    """Everything about one open briefing. See the rules above; faces use what has no underscore."""

    def __init__(
        self,
        coming: Coming,
        *,
        settings: Settings,
        memory: Memory,
        host: Host,
        outbox: Outbox,
        commands: Mapping[str, Callable[[Session, str], None]],
        given: Collection[str] = (),
    ) -> None:
        """Restore what is remembered of the briefing; nothing is loaded before `open`.

        Args:
            coming: What to read.
            settings: What the user wants.
            memory: What was remembered.
            host: Time, sound, and somewhere to do slow work.
            outbox: Where events are told and work is posted.
            commands: What each command does: command id -> a function of the session and the argument.
            given: Names of the settings that were given for this run and win over `memory`.
        """
        self.settings = settings
        self.outbox = outbox
        self.clock = host.clock
        self._memory, self._given, self._host, self._commands = memory, given, host, commands
        self.opening = PendingArrival(coming, host, outbox)
        self.look = Look(settings, outbox)
        self.sleep = SleepTimer(host.clock)
        self.undo = Undo()
        self._has_begun = False
        self._aside: OpenBriefing | None = None
        """What was open, and will be again if what is to take its place does not come."""
        self._show(self._made(coming.stand_in))
        if self.is_opening:
            outbox.status = announce.opening(self.document.title)  # on the screen with its first paint

    def _made(self, arrival: Arrival) -> OpenBriefing:
        return OpenBriefing(
            arrival,
            settings=self.settings,
            memory=self._memory,
            given=self._given,
            host=self._host,
            outbox=self.outbox,
            look=self.look,
            sleep=self.sleep,
            at="" if self._has_begun else self.settings.at,
            is_stand_in=self.is_opening,
        )

    def _show(self, briefing: OpenBriefing) -> None:
        """Let this be what is open."""
        self._open = briefing
        self.keeping, self.reader = briefing.keeping, briefing.reader
        self.cursor, self.playback = briefing.cursor, briefing.playback
        self.search, self.loop, self.timing = briefing.search, briefing.loop, briefing.timing
        self.clockwork, self.picture = briefing.clockwork, briefing.picture

    # Life

    def open(self) -> None:
        """Make a voice ready, in the background, and say what is open; fetch it before, if it has to come."""
        if not self.is_opening:
            self._begin()
            return
        self.say(announce.opening(self.document.title))
        self.reader.tell_state()
        self.opening.begin(self._arrive)

    def fetch(self) -> None:
        """Have the text here and now, for a face that only prints it. Waits.

        Raises:
            BriefingError: if it cannot be read.
        """
        if arrival := self.opening.bring():
            self._show(self._made(arrival))
            arrival.opened()

    def go_to(self, coming: Coming) -> None:
        """Have another briefing take the place of the one that is open, playing if that was playing.

        Where it cannot be read, that is said, and what was open goes on.
        """
        self.settings = self.keeping.wished(self.settings)
        is_wanted = self.playback.is_playing
        if not self.is_opening:
            self.reader.keep_place()
            self.playback.pause()
            self._aside = self._open
        self.opening.leave()
        self.opening = PendingArrival(coming, self._host, self.outbox)
        if not self.is_opening:
            self._take_over(self._made(coming.stand_in), is_wanted=is_wanted)
            return
        self._replace(self._made(coming.stand_in))
        if is_wanted:
            self.playback.play()
        self.outbox.emit(DocumentArrived())
        self.say(announce.opening(self.document.title))
        self.reader.tell_state()
        self.opening.begin(self._arrive, self._stay if self._aside else None)

    def _arrive(self, arrival: Arrival) -> None:
        self._take_over(self._made(arrival), is_wanted=self.playback.is_playing)

    def _take_over(self, briefing: OpenBriefing, *, is_wanted: bool) -> None:
        """Let what has come be what is open, in the place of what stands aside or is no more than a name."""
        before, self._aside = self._aside, None
        self._replace(briefing)
        if before is not None:
            before.leave()
        self.outbox.emit(DocumentArrived())
        self._begin()
        if is_wanted:
            self.playback.play()

    def _replace(self, briefing: OpenBriefing) -> None:
        briefing.go_on_from(self._open)
        self._show(briefing)

    def _stay(self, error: BriefingError) -> None:
        """Go on with what stands aside: nothing comes in its place."""
        is_wanted = self.playback.is_playing
        before, self._aside = self._aside, None
        if before is None:
            return
        self._replace(before)
        self.outbox.emit(DocumentArrived())
        self.say(str(error), urgent=True)
        if is_wanted:
            self.playback.play()
        self.reader.tell_state()

    def _begin(self) -> None:
        self._open.arrival.opened()
        if self.duration_s or not self.document.media.available:
            self.clockwork.note_length_told()
        self.say(announce.opened(self.document, self.duration_s or None))
        for notice in (self._open.arrival.notice, self.keeping.take_notice()):
            if notice:
                self.say(notice, urgent=True)
        if self.place > self.cursor.first_offset:
            self.say(announce.resumed(self.cursor.place_name(self.place)))
        if not self._has_begun:
            self._has_begun = True
            if self.settings.autoplay:
                self.playback.play()
            if self.settings.sleep_min:
                self.sleep.set(self.settings.sleep_min * 60.0)
        self._open.load()
        self.reader.tell_state()

    def read_tags(self, then: Callable[[], None] = lambda: None) -> None:
        """Have the recording's tags read in the background, once; see `Reader.read_tags`."""
        if not self.is_opening:
            self.reader.read_tags(then)

    def tick(self) -> float:
        """Move everything on; return the seconds after which to call again, at most `IDLE_S`."""
        while self.outbox.do_next():
            self.clockwork.tell_news()
        if progress := self.opening.take_progress():
            self.say(progress, urgent=True)
        return self.clockwork.tick()

    def close(self) -> None:
        """Keep the place and let go of everything. Harmless twice."""
        self.opening.leave()
        for each in (self._open, self._aside):
            if each is not None:
                each.close()

    # Commands

    def run(self, command_id: str, argument: str = "") -> bool:
        """Carry out a command of `commands.COMMANDS`; the answer is announced.

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
        place = self.place
        self.undo.remember(lambda: self.move_to(place))

    # Asked by commands

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce a sentence."""
        self.outbox.say(text, urgent=urgent)

    def set_size(self, size: TextSize) -> None:
        """Show the text in another size."""
        self.keeping.size = size
        self.say(announce.size(self.size))
        self.outbox.emit(ViewChanged())

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Have `listener` told every event, in the face's thread."""
        self.outbox.subscribe(listener)

    def move_to(self, offset: int) -> None:
        """Move the reading cursor by hand; a playing voice goes on from there."""
        self.reader.move_to(offset)

    # Rendered by faces

    @property
    def state(self) -> TransportState:
        """What the player is doing."""
        return self.playback.state

    @property
    def voice(self) -> VoiceKind:
        """Who reads."""
        return self.playback.voice

    @property
    def duration_s(self) -> float:
        """The length of the timeline; 0 while unknown."""
        return self.playback.duration_s

    @property
    def position_s(self) -> float:
        """Where the reading is on the timeline."""
        return self.playback.position_s

    @property
    def speed(self) -> float:
        """The speed, 0.5 to 4 times the voice's own."""
        return self.reader.levels.speed

    @property
    def document(self) -> Document:
        """What is read."""
        return self.cursor.document

    @property
    def place(self) -> int:
        """Where the reader is, an offset."""
        return self.cursor.place

    @property
    def sentence(self) -> Span:
        """The sentence at the place."""
        return self.cursor.sentence

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarks of this briefing, sorted by place."""
        return self.keeping.bookmarks

    @property
    def size(self) -> TextSize:
        """The text size that was chosen; a face may have to show a smaller one."""
        return self.keeping.size

    @property
    def is_opening(self) -> bool:
        """Whether the text is still to come: the document is only its name."""
        return self.opening.is_pending
