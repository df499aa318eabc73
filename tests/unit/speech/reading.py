"""A narration that is read as an engine reads it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np

from briefing.speech.cast import LanguageSense
from briefing.speech.narrate import SpeechNarrator

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.model import Document
    from briefing.ports.narration import Narration
    from briefing.ports.speech import SpeechEngine
    from briefing.timeline import Timeline


PATIENCE_S = 60.0
SENSE = LanguageSense(lambda _text: None, lambda tag: tag)


class Reading:
    """A narration and all that was told of it."""

    def __init__(
        self,
        engine: SpeechEngine,
        document: Document,
        duration_s: float | None = None,
        cues: Timeline | None = None,
        sense: LanguageSense = SENSE,
        **options: object,
    ) -> None:
        self.document = document
        self.failures: list[str] = []
        self.told: list[Timeline] = []
        narrator = SpeechNarrator(engine, sense=sense, on_failure=self.failures.append, **options)  # type: ignore[arg-type]
        self.narration: Narration = narrator.narrate(
            document, duration_s, lambda timeline, _progress: self.told.append(timeline), cues
        )
        self.source = self.narration.source

    @property
    def timeline(self) -> Timeline:
        return self.told[-1] if self.told else self.narration.timeline

    def read(self, start: int, frames: int) -> NDArray[np.float32]:
        """Read as an engine does: what is not ready is asked for again."""
        pieces = []
        at = start
        stop = min(start + frames, self.source.length_frames)
        deadline = time.monotonic() + PATIENCE_S
        while at < stop:
            piece = self.source.read(at, stop - at)
            if piece is None:
                assert time.monotonic() < deadline, "it is never spoken"
                threading.Event().wait(0.002)
                continue
            pieces.append(piece)
            at += len(piece)
        return np.concatenate(pieces) if pieces else np.zeros((0, 2), np.float32)

    def read_all(self) -> NDArray[np.float32]:
        sound = self.read(0, self.source.length_frames)
        self.source.close()  # tells what is still to be told
        return sound
