"""How words are said, as a session asks for it: what is kept, what is heard, and of which word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Span
    from briefing.text.pronunciation.dictionary import Pronunciations
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
        """Return how voices of other languages read a word: their names in English, and IPA.

        It takes seconds where the machine is busy. From any thread.
        """

    def hear(self, word: str, language: str, said: Pronunciations) -> None:
        """Say a word soon, by some pronunciations, over what plays. From the face's thread; never blocks."""


class AskedWord(NamedTuple):
    """A word or name of the text whose pronunciation is asked about."""

    word: str
    span: Span
    language: str
    """Of the text there, a BCP 47 tag."""
    was_playing: bool = False
    """Whether a voice read when it was asked about."""
