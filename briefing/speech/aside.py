"""A reading by a voice that plays its sound itself: silent frames, which wait for what is said.

Theory of operation: the plan of the reading is estimated, as is that of any voice that is not heard before.
Its frames are silence, and there are none behind the one that they may reach: to the engine that is sound
that is not ready yet, so the place stays where it is, whatever the estimate was. So frames remain the clock,
and they never run ahead of what is heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ports.speech import TalkLine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from briefing.errors import BriefingError
    from briefing.model import Span
    from briefing.ports.speech import Talker
    from briefing.speech.cast import Cast
    from briefing.speech.pacing import Pace
    from briefing.timeline import Timeline


class SpeechAside:
    """A `FrameSource` and what says its text; see `ports.narration.Aside`.

    Args:
        talker: Says it, and is closed with this.
        cast: Deals sentences out to voices.
        plan: When each word is expected.
        pace: At which the plan was made.
        pitch: 0 to 100.
        keeps_times: Whether each sentence begins when its time comes.
    """

    def __init__(
        self,
        talker: Talker,
        cast: Cast,
        plan: Timeline,
        pace: Pace,
        *,
        pitch: int,
        keeps_times: bool,
    ) -> None:
        self.rate_hz, self.length_frames = plan.rate_hz, plan.length_frames
        self.keeps_times = keeps_times
        self._talker, self._cast, self._pace, self._pitch = talker, cast, pace, pitch
        self._reach = 0
        self.wake_by, self.hush, self.close = talker.wake_by, talker.hush, talker.close

    def read(self, start: int, frames: int) -> NDArray[np.float32] | None:
        """Return silence as far as it may be reached, None where nothing may."""
        import numpy as np  # heavy, and only an engine that plays asks

        stop = min(start + frames, self.length_frames)
        if start < stop and start >= self._reach:
            return None
        return np.zeros((max(0, min(stop, max(self._reach, start)) - start), 2), np.float32)

    def let_reach(self, frame: int) -> None:
        """Let the frames go on up to this one, and wait there."""
        self._reach = frame

    @property
    def is_saying(self) -> bool:
        """Whether something is said, or about to be."""
        return self._talker.is_saying

    @property
    def fault(self) -> BriefingError | None:
        """Why nothing can be said any more; None where it can."""
        return self._talker.fault

    def say(self, text: Span, speed: float, percent: float) -> None:
        """Say a part of the document, instead of what is said now; see `Aside`."""
        wpm = self._pace.wpm * self._pace.tempo * speed
        self._talker.say(
            [
                TalkLine(part.line.text, part.voice.id, wpm, self._pitch, percent)
                for part in self._cast.parts(text)
            ]
        )
