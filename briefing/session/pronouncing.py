"""How words are said, as a session asks for it: what is kept, what is heard, and of which word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefing.errors import UsageError
from briefing.text.pronunciation.dictionary import Pronunciations

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Span
    from briefing.text.pronunciation.entry import SaidAs


class PronunciationKeeper(Protocol):
    """Keeps the user's pronunciations, and lets a word be heard."""

    def now(self) -> Pronunciations:
        """Return those by which words are said."""

    def change(self, put: Iterable[SaidAs] = (), drop: Iterable[tuple[str, str]] = ()) -> None:
        """Put entries in, each in place of one of the same key, and take some out by their keys.

        Raises:
            BriefingError: if they cannot be kept.
        """

    def readings(self, word: str) -> Sequence[tuple[str, str]]:
        """Return how voices of other languages read a word: their names in English, and IPA; at once."""

    def hear(self, word: str, language: str, said: Pronunciations) -> None:
        """Say a word soon, by some pronunciations, over what plays. From the face's thread; never blocks."""


class NoPronunciations:
    """Nothing is kept or heard."""

    def now(self) -> Pronunciations:
        """Return none."""
        return Pronunciations()

    def change(self, put: Iterable[SaidAs] = (), drop: Iterable[tuple[str, str]] = ()) -> None:  # noqa: ARG002
        """Keep nothing."""
        raise UsageError("Pronunciations cannot be kept here.")

    def readings(self, word: str) -> Sequence[tuple[str, str]]:  # noqa: ARG002
        """Return none."""
        return ()

    def hear(self, word: str, language: str, said: Pronunciations) -> None:
        """Say nothing."""


class AskedWord(NamedTuple):
    """A word or name of the text whose pronunciation is asked about."""

    word: str
    span: Span
    language: str
    """Of the text there, a BCP 47 tag."""
    was_playing: bool = False
    """Whether a voice read when it was asked about."""


class Pronouncing:
    """Who keeps pronunciations, and the word that a list of them is open for."""

    def __init__(self, keeper: PronunciationKeeper) -> None:
        self.keeper = keeper
        self.asked: AskedWord | None = None
        """None while nothing is asked."""
