"""The sound device with an engine on it: opened for the first voice, and kept whatever is played after."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from briefing.errors import AudioError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine
    from briefing.ports.sound import AudioSink

NOWHERE: Final = "null"
"""What the user calls nowhere."""
_NO_FILES: Final = ("", "default", NOWHERE)


class SoundDevice:
    """What all briefings of a session play on. From any thread.

    Args:
        open_engine: opens the device and returns the engine, and a sentence if it could only have silence.
        sink: what the user calls where it leads.
        find_sink: returns what another such name means; raises BriefingError where that is nothing.
    """

    def __init__(
        self,
        open_engine: Callable[[], tuple[Engine, str | None]],
        sink: str = "",
        find_sink: Callable[[str], AudioSink] | None = None,
    ) -> None:
        self.engine: Engine | None = None
        """The engine on the open device, None until one was needed."""
        self._open_engine = open_engine
        self._opening = Lock()
        self._find_sink = find_sink
        self._wanted = self._sink = sink
        """Where sound is to go, and where it goes."""
        self._written: set[str] = set()
        """The files that sound went to; it would begin anew in them."""
        self._found: AudioSink | None = None
        self._notice: str | None = None
        self._is_closed = False

    def open(self) -> None:
        """Open it, once. Blocks.

        Raises:
            AudioError: if there is none, or it cannot be opened.
        """
        with self._opening:
            if self.engine is not None:
                return
            engine, self._notice = self._open_engine()
            self.engine = engine
            self._lead()
            if self._is_closed:
                engine.close()

    def leading_to(self, sink: str) -> Callable[[], None]:
        """Return what lets sound go elsewhere from now on, called as the user calls it. From any thread.

        That blocks, and raises AudioError if what was found cannot be opened; then sound goes nowhere.

        Raises:
            BriefingError: if sound cannot go there.
        """
        if sink != self._wanted:
            if self._find_sink is None:
                raise UsageError("The sound cannot go elsewhere here.")
            if sink in self._written:
                raise UsageError(f"{sink} holds what was heard before.", "Name another file for the sound.")
            self._found = None if sink == self._sink else self._find_sink(sink)
            self._wanted = sink
        return self._change

    def _change(self) -> None:
        with self._opening:
            self._lead()
            if self._is_closed and self.engine is not None:
                self.engine.close()

    def _lead(self) -> None:
        """Let sound go where it is to go, if it does not."""
        found = self._found
        if found is None or self._find_sink is None or self.engine is None:
            return
        self._found = None
        if self._sink not in _NO_FILES:
            self._written.add(self._sink)
        self._sink = self._wanted
        try:
            self.engine.change_sink(found)
        except AudioError:
            self._sink = self._wanted = NOWHERE
            self.engine.change_sink(self._find_sink(NOWHERE))
            raise

    def take_notice(self) -> str | None:
        """Return what there is to tell of it, once."""
        notice, self._notice = self._notice, None
        return notice

    def close(self) -> None:
        """Let go of it, or of what is still being opened when it is there. Harmless twice."""
        self._is_closed = True
        if self.engine is not None:
            self.engine.close()
