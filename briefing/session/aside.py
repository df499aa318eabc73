"""What is heard beside the frames: a voice that plays its sound itself, kept in step with the place.

Rules:
1. What is to be said follows from what is heard of the frames alone: the sentence there is said once, and
   anew after a jump, from the word that was gone to. Whatever stops the frames stops the voice.
2. The frames wait behind the last word of a sentence until it was said, and go on as soon as it was: the
   rest of what was estimated for it is passed over. Where sentences keep their times, or something is
   wished at their ends, it is waited for.
3. Where in a sentence the voice is nobody knows. So it is begun again where it was begun after a pause, and
   when speed or volume change.
4. When the voice is gone the text is read anew by whoever can, from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.model import Span, TransportState, VoiceKind

if TYPE_CHECKING:
    from briefing.ports.narration import Aside
    from briefing.session.outbox import Outbox
    from briefing.session.reader import Reader
    from briefing.timeline import Timeline

_EARLY_S: Final = 0.005
"""A sentence this near is begun now: the word that wakes us is told as early. Not where something else may
come first."""
_LEAST_PAUSE_S: Final = 0.1
"""How much before the next sentence the frames wait at the latest."""
_NEAR_S: Final = 0.05
"""What is passed over is longer than this."""


class _Said(NamedTuple):
    """What is said: from a word of a sentence on, after so many jumps, at a speed and a volume."""

    sentence: Span
    begun_at: int
    jumps: int
    speed: float
    percent: float


class ReadingAside:
    """Has it say what the frames have come to. Lives in the face's thread.

    Args:
        reader: What is heard.
        outbox: Has the face look again when a sentence was said.
    """

    def __init__(self, reader: Reader, outbox: Outbox) -> None:
        self._reader, self._playback, self._outbox = reader, reader.playback, outbox
        self._aside: Aside | None = None
        self._said: _Said | None = None
        self._is_over = False
        """Whether it was taken note of that all of it was said."""

    def look(self) -> None:
        """Say, wait or go on, by what is heard now."""
        aside = self._playback.voices.readings.aside(self._playback.voice)
        if aside is not self._aside:
            self._change(aside)
        timeline = self._playback.timeline
        if aside is None or timeline is None:
            return
        if aside.fault is not None:
            self._give_up()
        elif self._playback.state is not TransportState.PLAYING:
            self._rest(aside)
        else:
            self._go_on(aside, timeline)

    def _change(self, aside: Aside | None) -> None:
        if self._aside is not None:
            self._aside.hush()
        self._aside, self._said = aside, None
        if aside is not None:
            aside.wake_by(lambda: self._outbox.post(lambda: None))

    def _give_up(self) -> None:
        """Have another voice read on. Who was here tells why it cannot when it is asked for its voices."""
        at = self._said.begun_at if self._said is not None else self._reader.reading_place
        self._aside = None
        self._said = None
        self._playback.read_anew(VoiceKind.SPEECH, lambda: at)

    def _rest(self, aside: Aside) -> None:
        """Be silent, and stand where what was not said to its end was begun."""
        said = self._said
        if said is None or self._is_over:
            return
        self._said = None
        aside.hush()
        is_there = said.sentence.start <= self._reader.cursor.place < said.sentence.stop
        is_here = is_there and said.jumps == self._playback.cues.jumps
        if self._playback.state is TransportState.PAUSED and is_here:
            self._reader.move_to(said.begun_at)

    def _go_on(self, aside: Aside, timeline: Timeline) -> None:
        legs, said, cues = self._playback.legs, self._said, self._playback.cues
        if legs is None or legs.is_waiting:
            return
        early_s = 0.0 if self._playback.is_on_course else _EARLY_S
        frame = self._playback.frame + early_s * timeline.rate_hz
        if said is None or said.jumps != cues.jumps:
            frame = max(frame, cues.entry_frame) if said is None else cues.entry_frame
        elif legs.leg is not None:
            frame = min(frame, legs.leg.stop - 1)
        place, jumps = timeline.offset_at(frame), cues.jumps
        sentence = self._reader.cursor.transcript.sentence_at(place)
        levels = self._reader.levels
        percent = 0.0 if levels.is_muted else levels.percent_of(VoiceKind.SPEECH)
        if said is not None and said.jumps == jumps and said.sentence == sentence:
            if self._is_over:
                return
            wished = said._replace(speed=levels.speed, percent=percent)
        else:
            has_jumped = said is None or said.jumps != jumps
            wished = _Said(sentence, place if has_jumped else sentence.start, jumps, levels.speed, percent)
        end = self._end_of(sentence, timeline)
        if wished != said:
            self._said, self._is_over = wished, False
            aside.let_reach(end)
            aside.say(Span(wished.begun_at, sentence.stop), wished.speed, percent)
        elif not aside.is_saying:
            self._is_over = True
            aside.let_reach(self._end_after(sentence, timeline))
            is_free = not aside.keeps_times and not self._playback.is_on_course
            if is_free and frame + _NEAR_S * timeline.rate_hz < end:
                self._pass_over_to(end, timeline)

    def _pass_over_to(self, frame: int, timeline: Timeline) -> None:
        """Go on at a later frame, before which nothing is heard any more."""
        if self._playback.engine is not None:
            self._playback.engine.seek(frame)
            self._playback.cues.enter(timeline, frame, is_jump=False)

    def _end_of(self, sentence: Span, timeline: Timeline) -> int:
        """Return the frame at which the frames wait until a sentence was said."""
        behind = timeline.index_of(sentence.stop)
        behind = len(timeline) if behind is None else behind
        stop = timeline[behind - 1].stop_frame if behind else 0
        next_start = timeline[behind].start_frame if behind < len(timeline) else timeline.length_frames
        return max(min(stop, next_start - round(_LEAST_PAUSE_S * timeline.rate_hz)), 0)

    def _end_after(self, sentence: Span, timeline: Timeline) -> int:
        """Return the same for what follows a sentence; where nothing does, the end of all."""
        behind = timeline.index_of(sentence.stop)
        if behind is None:
            return timeline.length_frames
        following = self._reader.cursor.transcript.sentence_at(timeline[behind].span.start)
        return self._end_of(following, timeline)
