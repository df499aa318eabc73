"""Who speaks what is announced, and how it is turned on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class Speaker(Protocol):
    """Makes sound of what is announced, in pieces, so that the first is heard early. Slow: not in a face."""

    def prepare(self) -> None:
        """Have the voice ready: what is spoken first is spoken as fast as all that follows.

        Raises:
            SpeechError: if there is no voice.
        """

    def pieces(self, text: str, language: str) -> Sequence[str]:
        """Return what to speak for a text of a language (a BCP 47 tag), a short piece first."""

    def speak(self, piece: str, language: str) -> NDArray[np.float32]:
        """Return a piece as sound: float32 (n,) at the engine's rate, without silence before it.

        Raises:
            SpeechError: if this piece could not be spoken; the next one may be.
        """


class OwnVoice(Protocol):
    """Speaks what a session announces, while it is on."""

    @property
    def is_on(self) -> bool:
        """Whether what is announced is spoken."""

    def turn(self, *, is_on: bool) -> None:
        """Speak from now on, or no more.

        Raises:
            BriefingError: if it cannot speak here.
        """

    def hush(self) -> None:
        """Be silent at once, and say nothing of what waits."""
