"""What makes sound from text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.errors import SpeechError
    from briefing.model import Pcm


class TalkLine(NamedTuple):
    """A text for a voice that plays its sound itself, and how it is said.

    `voice` is a voice's id, `wpm` words a minute, `pitch` 0 to 100 with 50 the voice's own, `percent` how
    loud it is.
    """

    text: str
    voice: str
    wpm: float
    pitch: int
    percent: float


class Talker(Protocol):
    """Says texts on a device of its own, of which there are no frames. Nothing of it waits."""

    @property
    def is_saying(self) -> bool:
        """Whether something is said, or about to be."""

    @property
    def fault(self) -> SpeechError | None:
        """Why nothing is said any more, for good; None where nothing is wrong."""

    def say(self, lines: Sequence[TalkLine]) -> None:
        """Say some lines, instead of what is said now."""

    def hush(self) -> None:
        """Be silent at once. Harmless in silence."""

    def wake_by(self, wake: Callable[[], None]) -> None:
        """Have `wake` called, from any thread, each time that all was said, or nothing can be any more."""

    def close(self) -> None:
        """Be silent, and let go of everything. Harmless twice."""


@dataclass(frozen=True, slots=True)
class SpeechVoice:
    """A voice of a speech engine. `language` is a BCP 47 tag."""

    id: str
    name: str
    language: str
    licence: str = ""
    """An SPDX expression, "" where it is not known."""
    lacks: frozenset[str] = frozenset()
    """Scripts of its language that it has no sounds for, as `speech.tongues` calls them."""
    is_natural: bool = False
    """Whether it sounds as a person does. Such a one stands before the others, and takes longer to speak."""
    takes_sounds: bool = False
    """Whether it says a word by its `Sound`; another says the text as it stands."""
    talk: Callable[[], Talker] | None = field(default=None, compare=False, repr=False)
    """Of one that plays its sound itself and gives none: returns what says texts by it and the others of its
    engine, until that is closed. None of all others."""


@dataclass(frozen=True, slots=True)
class Sound:
    """How a part of a text is said: half-open code points of the text, and its sound in IPA.

    The IPA is as `text.ipa` writes it: symbols, marks of stress and length, one space between two words.
    """

    start: int
    stop: int
    ipa: str


@dataclass(frozen=True, slots=True)
class WordMark:
    """A word of an utterance: code points of the text that was given, and its first frame."""

    start: int
    stop: int
    frame: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a speech engine made of a text: mono sound and the words in it, sorted."""

    pcm: Pcm
    words: tuple[WordMark, ...]
    is_exact: bool = True
    """Whether the voice told where the words are; False if they were estimated."""


class SpeechEngine(Protocol):
    """Makes sound from text, in a process that may die without harm."""

    def start(self, language: str = "en", voice: str = "") -> None:
        """Begin to start the process without waiting, so that the first sound comes sooner.

        Where there are several, that of the voice, by its id or name, or of one for a text of `language`.
        """

    def voices(self) -> Sequence[SpeechVoice]:
        """Return the voices there are.

        Raises:
            SpeechError: if the engine cannot be started.
        """

    def synthesise(
        self, text: str, voice: str, wpm: int, pitch: int, sounds: Sequence[Sound] = ()
    ) -> Utterance:
        """Speak at most a sentence of plain text (never markup) to PCM.

        `wpm` is 80 to 900 words a minute, `pitch` 0 to 100 with 50 the voice's own. `sounds`, sorted and
        disjoint, say how parts of the text are pronounced; a voice that takes none says them as they are
        written. The words are those of `text` either way.

        Raises:
            SpeechError: if this text could not be spoken; the next one may be.
        """

    def close(self) -> None:
        """End the process. Harmless twice."""
