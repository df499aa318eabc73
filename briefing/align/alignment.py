"""What every way of aligning returns: a time for each word, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_FIT_CONFIDENCE: Final = 0.35
"""The mean confidence of timed words that text and recording need to belong together: words of another text
come near this, and words that are spoken far above. Of recordings of 4 and 26 seconds it is 0.99 and 0.75
with their own texts, 0 and 0.14 with others'; halved or doubled, it tells all four as they are."""
FIT_SHARE: Final = 0.25
"""From this share of the text on, timed to the word, text and recording belong together. The same four have
0.99, 0.75, 0 and 0.04, so that half or twice of it tells them, too."""
_FIT_COVER: Final = 0.2
"""So do they where these words fill this share of the recording: it is a part of the text. Words of another
text fill up to 0.18 of the same; their confidence keeps them out, with half or twice of this as well."""

SHORTEST_WORD_S: Final = 0.02
"""No word that is spoken is lit for less, unless the next one begins: two rows."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """When one word is spoken, in seconds from the start of the recording.

    `start_s` and `end_s` are both None where the word is not spoken. `confidence`, in
    [0, 1], then says how sure that is; else how sure the time is: from 0.6 on about nine
    in ten starts are within 100 ms, from 0.3 on the sentence is right.
    """

    start_s: float | None
    end_s: float | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """A time for each word of a text, in order: starts never go back, words never overlap.

    `method` names the way that was taken, for people: "acoustic model", "pauses and length".
    """

    words: tuple[WordTime, ...]
    duration_s: float
    method: str = ""

    @property
    def confidence(self) -> float:
        """The share of the text that is timed to the word."""
        return sum(w.confidence for w in self.words if w.start_s is not None) / max(1, len(self.words))

    @property
    def is_fit(self) -> bool:
        """Whether text and recording belong together; if not, no time here is to be trusted.

        They do where the words that have a time are sure of it, and are either a good part of the text
        or fill a good part of the recording. A few words that are found by chance are neither.
        """
        timed = [w for w in self.words if w.start_s is not None]
        if sum(w.confidence for w in timed) < _FIT_CONFIDENCE * len(timed) or not timed:
            return False
        covered_s = sum((w.end_s or 0.0) - (w.start_s or 0.0) for w in timed)
        return self.confidence >= FIT_SHARE or covered_s >= _FIT_COVER * self.duration_s


OnProgress = Callable[[float, "Partial | None"], None]
"""Told from time to time: progress from 0 to 1, and what has just been settled."""
ShouldStop = Callable[[], bool]
"""Asked often; True ends the work with `Stopped`."""
Ways = Callable[[str], Iterable[tuple[str, str]]]
"""Returns how somebody wants a word said: as IPA and as a respelling, "" where one is not known."""


@dataclass(frozen=True, slots=True)
class Partial:
    """Times of the words from number `first` on that have just been settled."""

    first: int
    words: Sequence[WordTime]


class Stopped(Exception):  # noqa: N818  # nothing went wrong
    """The work was ended by whoever asked for it."""


def nobodys(_word: str) -> Iterable[tuple[str, str]]:
    """Return no way: nobody wants a word said otherwise."""
    return ()
