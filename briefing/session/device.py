"""The sound device with an engine on it: opened for the first voice, and kept whatever is played after."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.audio.engine import Engine


class SoundDevice:
    """What all briefings of a session play on. From any thread.

    `open_engine` opens the device and returns the engine, and a sentence if it could only have silence.
    """

    def __init__(self, open_engine: Callable[[], tuple[Engine, str | None]]) -> None:
        self.engine: Engine | None = None
        """The engine on the open device, None until one was needed."""
        self._open_engine = open_engine
        self._opening = Lock()
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
            if self._is_closed:
                engine.close()

    def take_notice(self) -> str | None:
        """Return what there is to tell of it, once."""
        notice, self._notice = self._notice, None
        return notice

    def close(self) -> None:
        """Let go of it, or of what is still being opened when it is there. Harmless twice."""
        self._is_closed = True
        if self.engine is not None:
            self.engine.close()
