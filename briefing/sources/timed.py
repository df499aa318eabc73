"""Timed texts as one shape: lines of words with their times, whatever the format.

Confidence: a word with a stamp of its own is certain; words that share a stamp or a
line are spread over it by their lengths, which is right by the sentence, not by the word.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.model import BlockKind
from briefing.sources.item import Draft, TimedWord, clamp_s
from briefing.text import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EXACT: Final = 1.0
SPREAD: Final = 0.4
_LAST_WORDS_S: Final = 5.0
"""How long the last words of a line without an end are taken to last."""
_PAUSE_S: Final = 2.0
"""A silence after which a new paragraph begins, where the text does not say it."""
_LONG_PARAGRAPH: Final = 500
_LONGEST_PARAGRAPH: Final = 5000
"""A paragraph is cut here, whether a sentence ends or not."""
LINES_LIMIT: Final = 100_000
"""More, or more words, than a day of speech: reading them would take longer than anyone waits."""
WORDS_LIMIT: Final = 200_000
_SENTENCE_ENDS = tuple('.!?…。！？؟।"”»')


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line from one stamp to the next."""

    text: str
    start_s: float
    confidence: float = EXACT
    """How sure its stamp is, 0 to 1, where the format tells."""


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A cue of a timed text: its pieces in order. `stop_s` None: until the next line starts."""

    pieces: tuple[Piece, ...]
    stop_s: float | None = None
    is_stamped: bool = False
    """Whether stamps stand within the line, so that each piece has a time of its own."""
    speaker: str = ""
    starts_paragraph: bool = False

    @property
    def start_s(self) -> float:
        """When the line starts."""
        return self.pieces[0].start_s

    @property
    def text(self) -> str:
        """The line's words."""
        return "".join(piece.text for piece in self.pieces).strip()


def read_lines(lines: Iterable[TimedLine], title: str = "", language: str | None = None) -> Draft:
    """Return a draft of the lines as paragraphs, with the times of their words.

    Raises:
        SourceError: if there are more than any recording has.
    """
    some = islice((line for line in lines if line.text), LINES_LIMIT + 1)
    ordered = sorted(some, key=lambda line: line.start_s)
    if len(ordered) > LINES_LIMIT:
        raise _too_many(LINES_LIMIT, "lines")
    draft = Draft(language=language, words=timed_words(ordered))
    draft.add(BlockKind.TITLE, title)
    for paragraph in _paragraphs(ordered):
        draft.add(BlockKind.PARAGRAPH, paragraph)
    return draft


def timed_words(lines: Sequence[TimedLine]) -> tuple[TimedWord, ...]:
    """Return the words of sorted lines with their times; those that share a piece are spread over it.

    Raises:
        SourceError: if there are more than any recording has.
    """
    found: list[TimedWord] = []
    for line, following in zip_longest(lines, lines[1:]):
        stop_s = line.stop_s
        if stop_s is None or stop_s <= line.start_s:
            stop_s = following.start_s if following else line.pieces[-1].start_s + _LAST_WORDS_S
        # Times inside a line that lie outside of it, or run backwards, are mistakes.
        starts = [line.start_s]
        for piece in line.pieces[1:]:
            starts.append(min(max(piece.start_s, starts[-1]), stop_s))
        for piece, start_s, end_s in zip(line.pieces, starts, [*starts[1:], stop_s], strict=True):
            confidence = piece.confidence if line.is_stamped else SPREAD
            found += spread_words(piece.text, clamp_s(start_s), clamp_s(end_s), confidence)
        if len(found) > WORDS_LIMIT:
            raise _too_many(WORDS_LIMIT, "words")
    return tuple(found)


def _too_many(limit: int, what: str) -> SourceError:
    return SourceError(
        f"The transcript has more than {limit:,} {what} with times.", "Split it, and open the parts."
    )


def spread_words(text: str, start_s: float, stop_s: float, confidence: float) -> list[TimedWord]:
    """Return the words of a piece, each with a share of its time by its length.

    `confidence` is a single word's; several are at most `SPREAD`.
    """
    spans = list(split_words(text, 0, len(text)))
    lengths = [stop - start + 1 for start, stop in spans]
    whole = sum(lengths)
    if len(spans) > 1:
        confidence = min(confidence, SPREAD)
    words = []
    passed = 0
    for (start, stop), length in zip(spans, lengths, strict=True):
        at = [start_s + (stop_s - start_s) * share / whole for share in (passed, passed + length)]
        words.append(TimedWord(text[start:stop], at[0], at[1], confidence))
        passed += length
    return words


def _paragraphs(lines: Sequence[TimedLine]) -> list[str]:
    """Return the lines as paragraphs: by speaker, by silence, or by length at a sentence's end."""
    found: list[list[str]] = []
    length = 0
    before: TimedLine | None = None
    for line in lines:
        text = line.text
        is_new = (
            before is None
            or line.starts_paragraph
            or line.speaker != before.speaker
            or (before.stop_s is not None and line.start_s - before.stop_s >= _PAUSE_S)
            or (length > _LONG_PARAGRAPH and found[-1][-1].endswith(_SENTENCE_ENDS))
            or length > _LONGEST_PARAGRAPH
        )
        if is_new:
            found.append([text])
            length = len(text)
        else:
            found[-1].append(text)
            length += 1 + len(text)
        before = line
    return [" ".join(texts) for texts in found]
