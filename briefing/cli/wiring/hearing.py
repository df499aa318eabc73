"""A word that somebody wants to hear, said over whatever plays."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from briefing.audio.pcm import gain_of_db
from briefing.errors import BriefingError
from briefing.session.host import in_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from briefing.audio.engine import Engine
    from briefing.cli.wiring.narrators import Narrators
    from briefing.cli.wiring.pronunciations import AccountPronunciations
    from briefing.session.device import SoundDevice
    from briefing.text.pronunciation.dictionary import Pronunciations
    from briefing.text.pronunciation.entry import SaidAs

_READERS: Final = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pl": "Polish", "pt": "Portuguese",
    "tr": "Turkish",
}  # fmt: skip
"""Whose reading of a name is offered: eSpeak's name of a language, and ours."""

_LOOK_S: Final = 0.02
_DUCK_DB: Final = 30
"""So much quieter is what plays meanwhile: two readings of one word are to be told apart."""


def say_over(engine: Engine, samples: NDArray[np.float32]) -> int:
    """Put samples over what plays, in place of what was said before; return the output frame of their end."""
    with engine.saying() as bus:
        bus.cut()
        bus.gain, bus.duck = 1.0, gain_of_db(-_DUCK_DB)
        bus.begin()
        bus.add(samples)
        return bus.end()


def hear_and_wait(samples: NDArray[np.float32], sink: str) -> None:
    """Say samples on a sound device, and return when they have been heard.

    Raises:
        AudioError: if there is no device.
    """
    from briefing.cli.wiring.sound import make_engine

    engine, _ = make_engine(sink)()
    try:
        end = say_over(engine, samples)
        while not engine.is_lost and engine.output_heard_at(end) > time.monotonic():
            time.sleep(_LOOK_S)
    finally:
        engine.close()


class AccountPronouncing:
    """How words are said, kept and heard while the player runs; see `session.pronouncing`.

    Args:
        kept: the user's file.
        narrators: who reads, and says a word.
        device: where it is said.
        tell: told, from any thread, in a sentence why nothing is heard.
    """

    def __init__(
        self,
        kept: AccountPronunciations,
        narrators: Narrators,
        device: SoundDevice,
        tell: Callable[[str], None],
    ) -> None:
        self._kept, self._narrators, self._device, self._tell = kept, narrators, device, tell
        self._asked = 0

    def now(self) -> Pronunciations:
        """Return those by which words are said."""
        return self._kept.now()

    def change(self, put: Iterable[SaidAs] = (), drop: Iterable[tuple[str, str]] = ()) -> None:
        """Keep some, and forget some; see `AccountPronunciations.change`."""
        self._kept.change(put, drop)

    def readings(self, word: str) -> Sequence[tuple[str, str]]:
        """Return how voices of other languages read a word: the language in English, and IPA."""
        from briefing.speech.engines.espeak import readings

        told = readings(word, tuple(_READERS))
        return [(name, ipa) for name, ipa in zip(_READERS.values(), told, strict=False) if ipa]

    def hear(self, word: str, language: str, said: Pronunciations) -> None:
        """Say a word in a thread; the one that was asked for last is heard."""
        self._asked += 1
        number = self._asked

        def work() -> None:
            try:
                samples = self._narrators.say(word, language, said)
                self._device.open()
            except BriefingError as error:
                self._tell(str(error))
                return
            if self._device.engine is not None and number == self._asked:
                say_over(self._device.engine, samples)

        in_thread(work)
