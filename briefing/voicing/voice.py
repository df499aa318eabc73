"""Says sayings aloud: a thread that has them made, and puts them on the bus over what plays.

Rules:
1. One saying at a time; the next begins when the one before has been heard, or was cut.
2. Whatever silences does so in the caller's thread: the bus is cut there, and what is being made meanwhile is
   thrown away when it comes.
3. Where there is no sound or no voice, that is said once by `fail`, and nothing is spoken.
4. While a device is lost, sayings are let go of unheard: nobody wants to hear them later.

Threads:

| thread | what it does |
|---|---|
| the face's | all that is public |
| the voice's | opens device and voice, makes pieces, adds them to the bus, waits until they have been heard |

What they share is under `_changed`; the engine has a lock of its own, taken after that one.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.errors import BriefingError
from briefing.events import Said
from briefing.voicing.sayings import Saying, Sayings, Silenced

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.engine import Engine
    from briefing.ports.clock import Clock
    from briefing.ports.voicing import Speaker
    from briefing.voicing.sayings import Priority

ANSWER_S: Final = 0.2
"""How long the answer to a key is waited for, before what waits is said."""
LOOK_S: Final = 0.25
"""How often it is looked whether a device is there that says when something is heard."""


class SpokenPart(NamedTuple):
    """A part of a saying in one language, a BCP 47 tag."""

    text: str
    language: str


class SayLevels(NamedTuple):
    """How loud it is: the factor for what is said, and for what plays meanwhile."""

    gain: float
    duck: float


class SayingVoice:
    """Speaks sayings.

    Args:
        speaker: makes sound of them.
        open_engine: opens the device, which may take long, and returns what plays there.
        parts_of: returns what of a saying is in which language. Called in the voice's thread.
        levels: how loud it is, asked for every saying.
        clock: monotonic seconds.
        tell: told of each saying when it is over, heard or not. From any thread.
        fail: told, from any thread, in a sentence why nothing can be spoken.
    """

    def __init__(
        self,
        speaker: Speaker,
        *,
        open_engine: Callable[[], Engine],
        parts_of: Callable[[Saying], Sequence[SpokenPart]],
        levels: Callable[[], SayLevels],
        clock: Clock,
        tell: Callable[[Said], None],
        fail: Callable[[str], None],
    ) -> None:
        self._speaker, self._open_engine, self._parts_of = speaker, open_engine, parts_of
        self._levels, self._clock, self._tell, self._fail = levels, clock, tell, fail
        self._sayings = Sayings()
        self._changed = threading.Condition()
        self._engine: Engine | None = None
        self._begun_at: int | None = None
        """The output frame at which what is being said is first heard."""
        self._count = 0
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="own voice", daemon=True)
        self._thread.start()

    @property
    def is_able(self) -> bool:
        """Whether it can speak, or may soon."""
        return not self._is_over

    # -- in the face's thread

    def say(self, text: str, priority: Priority, *, is_letters: bool = False, language: str = "") -> None:
        """Have something said in its turn; `language` is its own, where that is not English."""
        with self._changed:
            if self._is_over:
                return
            self._count += 1
            saying = Saying(self._count, text, priority, is_letters, language=language)
            self._stop(self._sayings.add(saying))

    def press(self) -> None:
        """A key was pressed: be silent, but for what nobody may miss."""
        with self._changed:
            self._stop(self._sayings.press())

    def hush(self) -> None:
        """Be silent, and say nothing of what waits."""
        with self._changed:
            self._stop(self._sayings.silence())

    def finish(self, within_s: float) -> None:
        """Wait until all has been said, for so many seconds at most."""
        with self._changed:
            self._changed.wait_for(lambda: self._sayings.is_empty or self._is_over, within_s)

    def close(self) -> None:
        """Speak no more. Harmless twice."""
        self.hush()
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def _stop(self, stopped: Silenced) -> None:
        """Cut what is to be cut, and tell of all that will not be said."""
        cut_at_s = heard_at_s = None
        if stopped.cut is not None:
            if self._engine is not None:
                with self._engine.saying() as bus:
                    frame = bus.cut()
                heard_at_s, cut_at_s = self._times(self._engine, frame)
            if stopped.cut not in stopped.dropped:  # it is said again; what was heard of it is told
                self._tell(_said(stopped.cut, heard_at_s, cut_at_s))
        for saying in stopped.dropped:
            is_cut = saying is stopped.cut
            self._tell(_said(saying, heard_at_s if is_cut else None, cut_at_s if is_cut else None))
        self._changed.notify_all()

    def _times(self, engine: Engine, cut_frame: int) -> tuple[float | None, float | None]:
        """Return when what is cut began to be heard, and when it stopped; None if it never was."""
        begun_at = self._begun_at
        if begun_at is None or begun_at >= cut_frame:
            return None, None
        return engine.output_heard_at(begun_at), engine.output_heard_at(cut_frame)

    # -- in its own thread

    def _run(self) -> None:
        try:
            self._speaker.prepare()
            engine = self._open_engine()
        except BriefingError as error:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()
            self._fail(str(error))
            return
        with self._changed:
            self._engine = engine
        while True:
            with self._changed:
                saying = self._sayings.begin()
                self._begun_at = None
                if self._is_over:
                    return
                if saying is None:
                    is_answer_due = self._sayings.is_answer_due
                    if not self._changed.wait(ANSWER_S if is_answer_due else None) and is_answer_due:
                        self._sayings.is_answer_due = False  # there are keys without an answer
            if saying is not None:
                self._speak(engine, saying)

    def _speak(self, engine: Engine, saying: Saying) -> None:
        """Say one, to its end or until it is cut."""
        for part in self._parts_of(saying):
            for piece in self._speaker.pieces(part.text, part.language):
                try:
                    samples = self._speaker.speak(piece, part.language)
                except BriefingError:
                    continue  # a text may break a voice; it is written all the same
                if not self._add(engine, saying, samples):
                    return
        with self._changed:
            if self._sayings.sounding is not saying:
                return
            with engine.saying(is_at_once=False) as bus:
                end = bus.end()
            self._await_end(engine, saying, end)

    def _add(self, engine: Engine, saying: Saying, samples: NDArray[np.float32]) -> bool:
        """Put a piece on the bus; return whether the saying is still wanted."""
        with self._changed:
            if self._sayings.sounding is not saying:
                return False
            is_first = self._begun_at is None
            with engine.saying(is_at_once=is_first) as bus:
                if is_first:
                    bus.gain, bus.duck = self._levels()
                    bus.begin()
                bus.add(samples)
                self._begun_at = bus.begun_at
            return True

    def _await_end(self, engine: Engine, saying: Saying, end: int) -> None:
        """Wait until a saying has been heard, or is cut. Called and left with `_changed` held."""
        while self._sayings.sounding is saying and not self._is_over:
            left_s = engine.output_heard_at(end) - self._clock()
            if engine.is_lost or left_s <= 0:
                begun_at = None if engine.is_lost else self._begun_at
                heard_at_s = None if begun_at is None else engine.output_heard_at(begun_at)
                self._sayings.end()
                self._tell(_said(saying, heard_at_s, None))
                self._changed.notify_all()
                return
            self._changed.wait(min(left_s, LOOK_S))


def _said(saying: Saying, heard_at_s: float | None, cut_at_s: float | None) -> Said:
    return Said(saying.text, saying.priority, heard_at_s, cut_at_s)
