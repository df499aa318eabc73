"""The session with one briefing: what becomes of a command. Opening, closing, and all that is asked.

Rules:
1. A session lives in its face's thread. Other threads hand it work with `post`.
2. Faces keep nothing about playing: they render the properties (`view`) and forward commands.
3. `tick` (`clockwork`) moves everything on and says when it wants to be called again.
4. Every command is answered by an `Announced`, and a mistake of the user never raises.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.commands import mention
from briefing.errors import BriefingError, told
from briefing.model import (
    CommandRun,
    DocumentArrived,
    Light,
    Refused,
    TagsArrived,
    TransportState,
    ViewChanged,
    VoiceKind,
)
from briefing.session.arrival import Arrival
from briefing.session.clockwork import Clockwork
from briefing.session.handlers import HANDLERS
from briefing.session.outbox import Outbox
from briefing.text.transcript import Transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from briefing.audio.engine import Engine
    from briefing.model import Document
    from briefing.ports import Clock, InBackground, Memory, Narrator, WordTimer
    from briefing.session.arrival import Tags
    from briefing.settings import Settings
    from briefing.sizes import TextSize

UNDO_DEPTH: Final = 50
SPEED_LOW: Final = 0.5
SPEED_HIGH: Final = 4.0


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread of its own, which does not keep the program from leaving."""
    threading.Thread(target=work, daemon=True).start()


class Session(Clockwork):
    """Everything about one open briefing. See the rules above; faces use what has no underscore."""

    def __init__(
        self,
        document: Document,
        *,
        settings: Settings,
        memory: Memory,
        narrators: Mapping[VoiceKind, Narrator],
        timer: WordTimer,
        open_engine: Callable[[], tuple[Engine, str | None]],
        clock: Clock,
        outbox: Outbox | None = None,
        given: Collection[str] = (),
        notice: str = "",
        length_s: Callable[[], float | None] = lambda: None,
        tags: Callable[[], Tags] | None = None,
        arriving: Callable[[], Arrival] | None = None,
        in_background: InBackground = in_thread,
    ) -> None:
        """Restore what is remembered of the document; nothing is loaded before `open`.

        Args:
            document: What to read.
            settings: What the user wants.
            memory: What was remembered.
            narrators: The voices there are.
            timer: Finds out when the words of a recording are spoken.
            open_engine: Opens the sound device and returns the engine, and a sentence if it
                could only have silence. Called in a thread, when the first voice is loaded.
            clock: Monotonic seconds.
            outbox: Where events are told and work is posted, where others know it already.
            given: Names of the settings that were given for this run and win over `memory`.
            notice: A sentence about the source, said when it is opened.
            length_s: Measures the recording, in a thread, where the document declares no length.
            tags: Reads what the recording's tags add, in a thread, for a face that asks (`read_tags`).
            arriving: Brings the briefing itself, in a thread, where `document` is only its
                name; it may raise a BriefingError. Left out: `document` is the briefing.
            in_background: Leave as default unless testing.
        """
        super().__init__(
            briefing=Arrival(document, narrators, length_s, notice, tags),
            settings=settings,
            memory=memory,
            open_engine=open_engine,
            clock=clock,
            outbox=outbox or Outbox(),
            in_background=in_background,
            given=given,
        )
        self.timer = timer
        self.refusal: BriefingError | None = None
        """Why the briefing did not arrive."""
        self._notice = notice
        self._arriving = arriving
        if arriving is not None:
            self.is_opening = True
            self.outbox.status = announce.opening(document.title)  # on the screen with its first paint
        self._undo: deque[Callable[[], object]] = deque(maxlen=UNDO_DEPTH)

    # Life

    def open(self) -> None:
        """Make a voice ready, in the background, and say what is open; fetch it before, if it has to come."""
        if self._arriving is None:
            self._begin()
            return
        self.say(announce.opening(self.document.title))
        self.tell_state()
        arriving = self._arriving

        def fetch() -> None:
            try:
                arrival = arriving()
            except Exception as error:  # noqa: BLE001  # nobody else would see it, and opening would never end
                refusal = told(error)
            else:
                self.post(lambda: self._arrive(arrival))
                return
            self.post(lambda: self._refuse(refusal))

        self._in_background(fetch)

    def fetch(self) -> None:
        """Have the text here and now, for a face that only prints it. Waits.

        Raises:
            BriefingError: if it cannot be read.
        """
        if self._arriving is not None:
            self._take_arrival(self._arriving())

    def _take_arrival(self, arrival: Arrival) -> None:
        self.is_opening, self._arriving, self._notice = False, None, arrival.notice
        self.take(arrival)

    def _arrive(self, arrival: Arrival) -> None:
        is_wanted = self.playback.is_playing  # play was pressed meanwhile
        self._take_arrival(arrival)
        self.emit(DocumentArrived())
        self._begin()
        if is_wanted:
            self.playback.play()

    def _refuse(self, error: BriefingError) -> None:
        self.refusal = error
        self.emit(Refused(str(error)))

    def read_tags(self) -> None:
        """Have the recording's tags read in the background, once; `TagsArrived` tells what they add."""
        tags = self._tags
        if tags is None or self.is_opening:
            return
        self._tags = None

        def read() -> None:
            with suppress(Exception):  # a title and a cover less; what ails the recording, its voice tells
                found = tags()
                self.post(lambda: self._take_tags(found))

        self._in_background(read)

    def _take_tags(self, found: Tags) -> None:
        self.cover = found.cover
        if found.title:
            self.document = replace(self.document, title=found.title)  # the text, and so the place, stays
        self.emit(TagsArrived())

    def _begin(self) -> None:
        self._is_length_told = bool(self.duration_s) or not self.document.media.available
        self.say(announce.opened(self.document, self.duration_s or None))
        for notice in (self._notice, self.keeping.take_notice()):
            if notice:
                self.say(notice, urgent=True)
        if self.place > self.first_offset:
            self.say(announce.resumed(self.place_name(self.place)))
        if self.settings.autoplay:
            self.playback.play()
        if self.settings.sleep_min:
            self.set_sleep(self.settings.sleep_min * 60.0)
        wanted = self.keeping.voice
        if wanted is VoiceKind.RECORDING and not self.playback.can_read(wanted):
            wanted = VoiceKind.SPEECH
        self.playback.open(wanted, lambda: self.place, self.configure)
        self.tell_state()

    def close(self) -> None:
        """Keep the place and let go of everything. Harmless twice."""
        self.keep_place()
        self.timer.cancel()
        self.playback.close()

    # Commands

    def handles(self, command_id: str) -> bool:
        """Whether `run` carries this command out; the face does the others itself."""
        return command_id in HANDLERS

    def run(self, command_id: str, argument: str = "") -> None:
        """Carry out a command of `commands.COMMANDS`; the answer is announced."""
        handler = HANDLERS.get(command_id)
        if handler is None:
            self.say(f"There is no command {command_id}. Press {mention('help')} for help.")
            return
        self.emit(CommandRun(command_id))
        if self.is_opening and command_id != "play":
            self.say(announce.opening(self.document.title))
            return
        try:
            handler(self, argument.strip())
        except BriefingError as error:
            self.say(str(error))
        self.tell_news()
        self.tell_state()

    def play_from(self, offset: int) -> None:
        """Play from the word at `offset`."""
        if not self.is_opening:
            self.move_to(offset)
        self.playback.play()
        self.tell_state()

    def remember(self, undo: Callable[[], object]) -> None:
        """Let `undo` take something back."""
        self._undo.append(undo)

    def remember_place(self) -> None:
        """Let `undo` come back to where the reader is now."""
        place = self.place
        self.remember(lambda: self.move_to(place))

    def undo(self) -> bool:
        """Take the last jump or bookmark back; False if there is none."""
        if self._undo:
            self._undo.pop()()
            return True
        return False

    def look_away(self) -> None:
        """Stop following, for the view was moved by hand; the sound goes on."""
        if self.is_following:
            self.set_following(following=False)
            self.say(announce.follow(is_following=False))

    def set_following(self, *, following: bool) -> None:
        """Let the view follow the reading, or not."""
        self.is_following = following
        self.emit(ViewChanged())

    def set_light(self, light: Light) -> None:
        """Light another unit."""
        self.light = light
        self.emit(ViewChanged())

    def set_size(self, size: TextSize) -> None:
        """Show the text in another size."""
        self.keeping.size = size
        self.say(announce.size(self.size))
        self.emit(ViewChanged())

    def set_theme(self, name: str) -> None:
        """Show other colours."""
        self.theme = name
        self.say(f"Theme {name.replace('-', ' ')}.")
        self.emit(ViewChanged())

    def set_speed(self, value: float) -> None:
        """Read faster or slower, within 0.5 and 4."""
        self.keeping.speed = round(min(max(value, SPEED_LOW), SPEED_HIGH), 2)
        if self.playback.engine:
            self.playback.engine.set_speed(self.speed)

    def set_sync_offset(self, offset_ms: int) -> None:
        """Light the words so much later, in this briefing."""
        self.keeping.sync_offset_ms = offset_ms
        self.playback.sync_offset_s = offset_ms / 1000

    def toggle_timing(self) -> None:
        """Stop working out when words are spoken, or start again, even where that is told already."""
        if self.progress is not None:
            self.timer.cancel()
            self.tell_timing(None)
            self.say("Timing the words stopped.")
        elif self.timer.restart():
            self.tell_timing(0.0)
            self.say("Timing the words.")
        elif not self.document.has_story:
            self.say("There is nothing to time: there is no text.")
        elif self.playback.renew_timings():
            self.tell_timing(0.0)
            self.say("Timing the words anew; until that is done they are lit as before.")
        else:
            self.say("There is nothing to time: the words are timed already, or nobody recorded them.")

    def set_sleep(self, seconds: float | None) -> None:
        """Pause in so many seconds; infinity for the end, None for never."""
        self._sleep_at_s = None if seconds is None else self.clock() + seconds

    def set_language(self, tag: str) -> None:
        """Take the text to be in a language, a BCP 47 tag, from this sentence on; "" for its own."""
        self.keeping.language = tag or None
        language = tag or self.own_language
        if language == self.document.language:
            return
        self.document = replace(self.document, language=language)  # the text, and so the place, stays
        self.transcript = Transcript(self.document)
        self.playback.read_as(self.document, lambda: self.transcript.sentence_at(self.place).start)
        self.keep_place()

    def switch_voice(self, kind: VoiceKind) -> None:
        """Go on with another voice at the same word."""
        self.keeping.voice = kind
        self.playback.switch(
            kind,
            lambda: self.playback.spoken_offset if self.state is TransportState.PLAYING else self.place,
        )
