"""One briefing being read: the place in its text and the place in its sound, kept in step and remembered."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from briefing.confidence import level_of
from briefing.errors import UsageError
from briefing.events import CueChanged, PlaceMoved, PlaceStored, SentenceChanged, StateChanged
from briefing.model import TransportState, VoiceKind
from briefing.patterns import late
from briefing.session.chapters import Chapters
from briefing.session.cursor import Cursor
from briefing.session.gaps import Gaps
from briefing.session.levels import Levels
from briefing.session.playback import Playback
from briefing.session.tag_reading import TagReading

if TYPE_CHECKING:
    from briefing.kinds import Level
    from briefing.model import Cue, Light, Span
    from briefing.session.arrival import Arrival
    from briefing.session.heard import HeardSoFar
    from briefing.session.host import Host
    from briefing.session.keeping import Keeping
    from briefing.session.outbox import Outbox
    from briefing.settings import Settings
    from briefing.timeline import Timeline

STORE_S: Final = 1.0
"""How old a kept place may become while playing."""
_SOON_S: Final = 0.09
"""What comes so soon before it is time keeps the place, too: nobody wakes for that alone."""
_MOST_MARKS: Final = 1000
"""More paragraphs than any window has columns."""
_TIME: Final = late(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)")


def seconds_from(text: str) -> float | None:
    """Return the seconds of a time such as "1:12", "0:01:12" or "72.5"; None if it is none."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)


class Reader:
    """A cursor and the voices that move it. Events go to `outbox`; `keeping` says where it starts."""

    def __init__(
        self,
        briefing: Arrival,
        *,
        settings: Settings,
        keeping: Keeping,
        heard: HeardSoFar,
        host: Host,
        outbox: Outbox,
        is_ahead: bool = False,
    ) -> None:
        self.own_language = briefing.document.language
        """The language that the text says it is in, None where it does not."""
        document = briefing.document
        if keeping.language:
            document = document._replace(language=keeping.language)
        self.keeping = keeping
        self.heard = heard
        self.cursor = Cursor(document, keeping.offset)
        self.levels = Levels(settings, keeping)
        self.playback = Playback(
            briefing._replace(document=document),
            host=host,
            levels=self.levels,
            post=outbox.post,
            is_ahead=is_ahead,
        )
        self.playback.cues.sync_offset_s = keeping.sync_offset_ms / 1000
        self.gaps = Gaps(self.playback, lambda text: outbox.say(text, urgent=True))
        self.chapters = Chapters(self.playback)
        self.tags = TagReading(briefing, self.cursor, self.chapters, host, outbox)
        self._has_marks = briefing.has_marks
        self._clock = host.clock
        self._outbox = outbox
        self._sentence: Span | None = None
        self._stored_at_s = -inf
        self._left_at = self.cursor.first_offset

    def leave(self) -> None:
        """Let another have the sound, and tell nothing more."""
        self.tags.leave()
        self.playback.leave()

    # The place

    def move_to(self, offset: int) -> None:
        """Move the cursor by hand; a playing voice goes on from there.

        No voice reads notes: in one it waits where it is, and playing on leaves the note.
        """
        offset = min(max(offset, 0), self.cursor.last_offset)
        if self.cursor.transcript.is_in_note(offset):
            self._left_at = self.reading_place
            self.playback.pause()
        else:
            self.playback.seek_offset(offset)
        self._set_place(offset)

    @property
    def reading_place(self) -> int:
        """The place; in a note, that which was left for it."""
        return self._left_at if self.cursor.is_in_note else self.cursor.place

    def require_timeline(self) -> Timeline:
        """Return the timeline of the voice that reads.

        Raises:
            UsageError: if there is none yet.
        """
        timeline = self.playback.timeline
        if timeline is None:
            raise UsageError("There is no timeline yet.", "Wait until a voice is loaded.")
        return timeline

    def seek_s(self, seconds: float, *, is_start: bool = False) -> None:
        """Go to a time on the timeline.

        Args:
            seconds: Clamped to the timeline.
            is_start: Whether something starts there: a word that just ends is then behind the place.

        Raises:
            UsageError: if there is no timeline yet.
        """
        timeline = self.require_timeline()
        frame = min(max(seconds, 0.0) * timeline.rate_hz, timeline.length_frames)
        self.playback.seek(frame)
        self._set_place(timeline.offset_from(frame) if is_start else timeline.offset_at(frame))

    def go_to(self, where: str) -> None:
        """Go to a time ("1:12") or a place ("p3.s2").

        Raises:
            UsageError: if it is neither.
        """
        seconds = seconds_from(where)
        if seconds is not None:
            self.seek_s(seconds)
        elif where:
            self.move_to(self.cursor.transcript.resolve(where))
        else:
            raise UsageError("Where to?", "Give a time such as 1:12, or a place such as p3.s2.")

    def _set_place(self, offset: int) -> None:
        self.cursor.move_to(offset, self.playback.timeline)
        self.keep_place()
        if self.cursor.is_at_last_sentence:
            self._reach(is_last=True)
        self._tell_sentence()
        self._outbox.emit(PlaceMoved(offset))

    def tell_cues(self, light: Light) -> None:
        """Move to each word that is heard by now, and tell it, with what the user wants to be lit."""
        self.gaps.look()
        for cue, heard_at_s in self.playback.due_cues():
            if self.gaps.take(cue.span.start, self.cursor.place):
                break
            self._tell_cue(cue, heard_at_s, light)

    def _tell_cue(self, cue: Cue, heard_at_s: float, light: Light) -> None:
        timeline = self.playback.timeline
        self.cursor.hear(cue)
        self._tell_sentence()
        media_s = cue.start_frame / timeline.rate_hz if timeline else 0.0
        self._outbox.emit(
            CueChanged(cue.span, media_s, heard_at_s, level_of(cue.confidence), self.cursor.lit(light))
        )

    def _tell_sentence(self) -> None:
        sentence = self.cursor.sentence
        if sentence != self._sentence:
            self._sentence = sentence
            self._outbox.emit(SentenceChanged(sentence))

    def tell_state(self) -> None:
        """Tell state, voice and speed, if one of them has changed."""
        self._outbox.tell_state(StateChanged(self.playback.state, self.playback.voice, self.levels.speed))

    # Memory

    def keep_end(self) -> None:
        """Remember that all of it was heard."""
        self.keep_place()
        self._reach(is_last=True)

    def _reach(self, *, is_last: bool = False) -> None:
        length_s = self.playback.duration_s
        share = 1.0 if is_last else self.playback.position_s / length_s if length_s else 0.0
        self.heard.reach(share, length_s or None, is_last=is_last)

    def keep_place(self) -> None:
        """Remember the place now."""
        self._stored_at_s = self._clock()
        if self.keeping.is_stand_in or self.playback.is_ahead:
            return
        self._reach()
        offset, media_s = self.reading_place, self.playback.position_s
        if self.keeping.keep(offset=offset, media_s=media_s):
            self._outbox.emit(PlaceStored(offset, media_s))
        if notice := self.keeping.take_notice():
            self._outbox.say(notice, urgent=True)

    def keep_in_time(self) -> float:
        """Keep the place when that is due, or something waits; return the seconds until it is due again."""
        if self.playback.state is not TransportState.PLAYING and not self.keeping.waits:
            return inf
        now = self._clock()
        if now - self._stored_at_s >= STORE_S - _SOON_S:
            self.keep_place()
        return self._stored_at_s + STORE_S - now

    # Time and language

    @property
    def marks(self) -> tuple[float, ...]:
        """Where the paragraphs start, as shares of the timeline; none where they are too many to show."""
        timeline, starts = self.playback.timeline, self.cursor.transcript.body_starts
        return timeline.marks(starts) if timeline and len(starts) <= _MOST_MARKS else ()

    def time_at(self, offset: int) -> float:
        """Return the seconds at which the text at `offset` is spoken."""
        timeline = self.playback.timeline
        return timeline.frame_at(offset) / timeline.rate_hz if timeline else 0.0

    def set_speed(self, value: float) -> None:
        """Read faster or slower, within 0.5 and 6."""
        self.levels.set_speed(value)
        self.playback.apply_levels()

    def set_levels(self, *, volume: int | None = None, is_muted: bool = False) -> None:
        """Set the volume in percent (None leaves it) and whether the sound is off."""
        self.levels.set_volume(self.levels.volume if volume is None else volume)
        self.levels.is_muted = is_muted
        self.playback.apply_levels()

    def level(self, loudness: Level) -> None:
        """Make every voice so loud."""
        self.levels.loudness = loudness
        self.playback.apply_levels()

    def skip_silence(self, *, is_on: bool, pause_ms: int | None = None) -> None:
        """Shorten pauses that are longer than so many milliseconds (None leaves that), or leave them all."""
        self.levels.skips_silence = is_on
        self.levels.pause_ms = self.levels.pause_ms if pause_ms is None else pause_ms
        self.playback.apply_levels()

    def set_own_volume(self, kind: VoiceKind, percent: int) -> None:
        """Set how loud one voice is, of the volume of all."""
        self.levels.own_percent[kind] = percent
        self.playback.apply_levels()

    def speak_anew(self, *, is_at_word: bool = False) -> None:
        """Have the speech made anew by what is in force, from this sentence on; or from this word."""
        at = self._spoken_place if is_at_word else self._sentence_start
        self.playback.read_anew(VoiceKind.SPEECH, at)

    def hear_anew(self) -> None:
        """Have a book's recording laid out anew by the settings in force, if that makes a difference."""
        if self._has_marks:
            self.playback.read_anew(VoiceKind.RECORDING, self._sentence_start)
            self.tags.read_anew()

    def set_sync_offset(self, offset_ms: int) -> None:
        """Light the words so much later than they are heard."""
        self.keeping.sync_offset_ms = offset_ms
        self.playback.cues.sync_offset_s = offset_ms / 1000

    def switch_voice(self, kind: VoiceKind) -> None:
        """Go on with another voice at the same word."""
        self.keeping.voice = kind
        self.gaps.leave()
        self.playback.switch(kind, self._spoken_place)

    def _spoken_place(self) -> int:
        is_heard = self.playback.state is TransportState.PLAYING
        return self.playback.spoken_offset if is_heard else self.reading_place

    def set_language(self, tag: str) -> None:
        """Take the text to be in a language, a BCP 47 tag, from this sentence on; "" for its own."""
        self.keeping.language = tag or None
        language = tag or self.own_language
        if language == self.cursor.document.language:
            return
        self.cursor.retell(self.cursor.document._replace(language=language))
        self.playback.read_as(self.cursor.document, self._sentence_start)
        self.keep_place()

    def _sentence_start(self) -> int:
        return self.cursor.transcript.sentence_at(self.reading_place).start
