"""How words are said, kept and heard while the player runs: the user's file, voices and sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.cli.wiring.pronunciations import AccountPronunciations
from briefing.errors import BriefingError
from briefing.session.host import in_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.cli.wiring.narrators import Narrators
    from briefing.session.device import SoundDevice
    from briefing.text.pronunciation.dictionary import Pronunciations
    from briefing.text.pronunciation.entry import SaidAs

_READERS: Final = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pl": "Polish", "pt": "Portuguese",
    "tr": "Turkish",
}  # fmt: skip
"""Whose reading of a name is offered: eSpeak's name of a language, and ours."""


class AccountPronouncing:
    """How words are said, kept and heard while the player runs; see `session.pronouncing`.

    Args:
        narrators: who reads, and says a word.
        device: where it is said.
        tell: told, from any thread, in a sentence why nothing is heard.
    """

    def __init__(
        self,
        narrators: Narrators,
        device: SoundDevice,
        tell: Callable[[str], None],
    ) -> None:
        self._kept = AccountPronunciations(tell)
        self._narrators, self._device, self._tell = narrators, device, tell
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
            from briefing.cli.wiring.hearing import say_over  # nothing is heard before the first line

            try:
                samples = self._narrators.say(word, language, said)
                self._device.open()
            except BriefingError as error:
                self._tell(str(error))
                return
            if self._device.engine is not None and number == self._asked:
                say_over(self._device.engine, samples)

        in_thread(work)
