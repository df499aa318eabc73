"""Falling asleep: the sound sinks before the sleep timer runs out, and nothing of it is missed.

Rules:
1. By minutes the sound fades, then pauses at the start of the sentence in which the fade began.
2. A command meanwhile brings the sound back and gives more time; play does no more than that.
3. At the end of a sentence, a chapter or an item nothing fades: it pauses where that ends, and plays on
   behind it.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from briefing import announce
from briefing.model import SleepAt, TransportState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.session.outbox import Outbox
    from briefing.session.reader import Reader
    from briefing.session.timers import SleepTimer

MORE_S: Final = 15 * 60.0
"""How much longer it plays at most when somebody is still awake: else as long as was asked for."""
_OVERSHOT_S: Final = 2.0
"""Further behind an end than this was no playing on: somebody went there."""


class Sleeping:
    """Pauses a reader when the sleep timer says so.

    Args:
        reader: What is heard.
        sleep: When to pause, whatever is heard.
        outbox: Where it is said.
    """

    def __init__(self, reader: Reader, sleep: SleepTimer, outbox: Outbox) -> None:
        self._reader, self._playback = reader, reader.playback
        self._sleep, self._outbox = sleep, outbox
        self._faded_from: int | None = None
        """Where the sentence starts in which the sound began to sink; None while it does not."""
        self._stop_frame: float | None = None
        self._has_asked = False
        """Whether the recording's tags were asked for."""

    def look(self) -> float:
        """Fade, or pause, when it is time; return the seconds until then, infinity where that never comes."""
        if self._sleep.at in (SleepAt.CHAPTER, SleepAt.SENTENCE):
            return self._look_for_end()
        self._stop_frame = None
        left_s = self._sleep.left_s
        if left_s is None or left_s == inf:
            self._rise()
            return inf
        fade_s = self._sleep.fade_s
        if self._sleep.take_due():
            self._fall_asleep()
            return inf
        if left_s > fade_s:
            self._rise()
            return left_s - fade_s
        if self._faded_from is None and self._playback.state is TransportState.PLAYING:
            self._faded_from = self._reader.cursor.sentence.start
            if self._playback.engine is not None:
                self._playback.engine.sounding.fade_out(left_s)
        return left_s

    def wake(self, command_id: str) -> bool:
        """Somebody is awake: where the sound sinks, give more time. Return whether that was all."""
        if self._faded_from is None or command_id == "sleep":
            return False
        more_s = min(self._sleep.asked_s, MORE_S)
        self._sleep.set(more_s)
        self._rise()
        self._outbox.say(f"Sleep timer: {announce.duration(more_s)} more.")
        return command_id == "play"

    def _rise(self) -> None:
        if self._faded_from is not None:
            self._faded_from = None
            if self._playback.engine is not None:
                self._playback.engine.sounding.fade_in()

    def _fall_asleep(self) -> None:
        """Pause; what was hardly heard is heard again when it plays on."""
        is_heard = self._playback.state is TransportState.PLAYING
        self._playback.pause()
        start, self._faded_from = self._faded_from, None
        if start is not None and is_heard:
            self._reader.move_to(start)
        self._outbox.say("Sleep timer: paused.", urgent=True)

    # At the end of something

    def _look_for_end(self) -> float:
        engine, timeline = self._playback.engine, self._playback.timeline
        if engine is None or timeline is None or engine.state is not TransportState.PLAYING:
            self._stop_frame = None
            return inf
        # What the engine is given counts: what the device still holds is the end of it.
        head, rate_hz = engine.head_frame(), engine.rate_hz
        stop = self._stop_frame
        if stop is not None and stop <= head <= stop + _OVERSHOT_S * rate_hz * engine.speed:
            at = self._sleep.at
            self._sleep.set(None)
            self._stop_frame = None
            self._playback.pause()
            self._reader.seek_s(stop / rate_hz, is_start=True)
            self._outbox.say(f"Sleep timer: paused at the end of the {at.value}.", urgent=True)
            return inf
        self._stop_frame = stop = self._end_after(head)
        return inf if stop is None else max(stop - head, 0) / rate_hz / engine.speed

    def _end_after(self, frame: float) -> float | None:
        """Return where the sentence or chapter that is at a frame ends; None for the end of all."""
        timeline = self._playback.timeline
        if timeline is None:
            return None
        cursor, chapters = self._reader.cursor, self._reader.chapters
        if self._sleep.at is SleepAt.CHAPTER and not self._has_asked:
            self._has_asked = True
            self._reader.tags.read()  # the chapters are in them
        starts: Iterable[float]
        if self._sleep.at is SleepAt.CHAPTER and chapters.are_known:
            starts = (each.start_s * timeline.rate_hz for each in chapters.all)
        elif self._sleep.at is SleepAt.CHAPTER:
            from briefing.outline import outline_of  # asked for long after the first line

            headings = outline_of(cursor.document).headings
            starts = (float(timeline.frame_at(heading.span.start)) for heading in headings)
        else:
            here = cursor.transcript.sentence_at(timeline.offset_at(round(frame)))
            after = timeline.index_of(here.stop)
            starts = () if after is None else (float(timeline[after].start_frame),)
        return min((start for start in starts if start > frame), default=None)
