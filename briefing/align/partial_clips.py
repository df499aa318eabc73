"""What is known so far of when the words of a book are heard, each within its clip.

The clips tell when each part of the text is heard, and that stays. A part whose words are heard in its clip
has their times; any other one's words share the clip's time, as before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Final

from briefing.align.arrays import RATE_HZ
from briefing.align.tokens import cues_between
from briefing.confidence import WORD_CONFIDENCE
from briefing.model import Span
from briefing.text.heard import words_heard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.align.alignment import WordTime
    from briefing.align.tokens import Token
    from briefing.model import Document
    from briefing.playlist import HeardText, Playlist
    from briefing.timeline import Timeline


LONGEST_S: Final = 2 * 3600
"""What is longer is no part of a book, and takes more memory than that is worth."""


class PartialClips:
    """The times of a document's `tokens` in a playlist, filled in clip by clip.

    Args:
        document: The text of the book.
        tokens: Its tokens.
        playlist: Its recording.
        kept: What was found of them before; what is sure in it is not looked for again.
    """

    def __init__(
        self, document: Document, tokens: Sequence[Token], playlist: Playlist, kept: Timeline | None = None
    ) -> None:
        self._tokens = tokens
        self._timeline = words_heard(document, playlist, RATE_HZ) if kept is None else kept
        self._parts = {
            first: part for first, part in _parts(tokens, playlist.heard) if not self._is_sure(part[0])
        }
        """What is to be heard, by the number of its first token."""
        self.has_found = kept is not None
        """Whether any of the text was heard where it is said to be."""

    def _is_sure(self, part: HeardText) -> bool:
        """Return whether words of a part, which has several, were heard in it."""
        index = self._timeline.index_of(part.start)
        while index is not None and index < len(self._timeline):
            cue = self._timeline[index]
            if cue.span.start >= part.stop:
                return False
            if cue.confidence >= WORD_CONFIDENCE:
                return True
            index += 1
        return False

    def order(self) -> list[list[Any]]:
        """Return what is to be heard: from when to when, in seconds, and its tokens: from which to which."""
        return [[part.start_s, part.stop_s, first, stop] for first, (part, stop) in self._parts.items()]

    def take_level(self, level_db: Sequence[float]) -> None:
        """Nothing is fitted to the sound's level: the clips tell more."""

    def settle(self, first: int, times: Sequence[WordTime]) -> None:
        """Take the times of a part's tokens, of which `first` is the first."""
        part, stop = self._parts[first]
        start_frame, stop_frame = round(part.start_s * RATE_HZ), round(part.stop_s * RATE_HZ)
        cues = cues_between(self._tokens[first:stop], times, start_frame, stop_frame)
        self._timeline = self._timeline.sharpened(Span(part.start, part.stop), cues)
        self.has_found = True

    def final(self, _times: Sequence[WordTime]) -> tuple[Timeline, bool]:
        """Return the timeline, and whether text was heard where it is said to be, if any was looked for."""
        return self._timeline, self.has_found or not self._parts

    def timeline(self) -> Timeline:
        """Return the words of settled parts where they were heard, the rest as the clips tell."""
        return self._timeline


def _parts(
    tokens: Sequence[Token], heard: Sequence[HeardText]
) -> Iterator[tuple[int, tuple[HeardText, int]]]:
    """Yield the parts that hold several words, by their first token, and the token after their last.

    One word alone is told by its clip. Where words of one token are in several parts, as in running Chinese,
    the clips are as fine as tokens are.
    """
    spoken = [token for token in tokens if token.words]
    numbers = [number for number, token in enumerate(tokens) if token.words]
    for part in heard:
        first = bisect_left(spoken, part.start, key=lambda token: token.words[0].start)
        stop = bisect_right(spoken, part.stop, lo=first, key=lambda token: token.words[-1].stop)
        inside = spoken[first:stop]
        is_cut = any(
            token.words[0].start < part.stop and token.words[-1].stop > part.start
            for token in (*spoken[max(first - 1, 0) : first], *spoken[stop : stop + 1])
        )
        is_long = part.stop_s - part.start_s > LONGEST_S
        if sum(len(token.words) for token in inside) > 1 and not (is_cut or is_long):
            yield numbers[first], (part, numbers[stop - 1] + 1)
