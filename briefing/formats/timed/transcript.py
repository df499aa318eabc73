"""The lines of any timed format as a document: they become paragraphs and timed words."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from briefing.errors import SourceError
from briefing.formats.draft import Draft, clamp_s
from briefing.formats.timed.turns import turns
from briefing.formats.timed_text import LAST_WORDS_S, SPREAD, TimedLine, TimedWord
from briefing.model import BlockKind
from briefing.safe import safe_text
from briefing.text.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_PAUSE_S: Final = 2.0
"""A silence after which a new paragraph begins, where the text does not say it."""
_LONG_PARAGRAPH: Final = 500
_LONGEST_PARAGRAPH: Final = 5000
"""A paragraph is cut here, whether a sentence ends or not."""
LINES_LIMIT: Final = 100_000
"""More, or more words, than a day of speech: reading them would take longer than anyone waits."""
WORDS_LIMIT: Final = 200_000
_SENTENCE_ENDS = tuple('.!?…。！？؟।"”»')


def read_lines(
    lines: Iterable[TimedLine], title: str = "", language: str | None = None, preface: Sequence[str] = ()
) -> Draft:
    """Return a draft of the lines as paragraphs, with the times of their words.

    Args:
        lines: In any order.
        title: Of the whole.
        language: What the file says of it.
        preface: Paragraphs before the first line.

    Raises:
        SourceError: if there are more than any recording has.
    """
    some = islice((safe for line in lines if (safe := _safe(line)).text), LINES_LIMIT + 1)
    ordered = sorted(some, key=lambda line: line.start_s)
    if len(ordered) > LINES_LIMIT:
        raise _too_many(LINES_LIMIT, "lines")
    ordered = _ended(ordered)
    draft = Draft(language=language, words=timed_words(ordered), lines=tuple(ordered))
    draft.add(BlockKind.TITLE, title)
    for paragraph in preface:
        draft.add(BlockKind.PARAGRAPH, paragraph)
    told = 0 if preface else _saying(ordered, safe_text(title).split())
    for speaker, paragraph in _paragraphs(ordered[told:]):
        draft.add(BlockKind.PARAGRAPH, paragraph, speaker=speaker)
    return draft


def _saying(lines: Sequence[TimedLine], words: Sequence[str]) -> int:
    """Return how many of the first lines say these words, as where a title is spoken; 0 if none do."""
    said: list[str] = []
    for count, line in enumerate(lines, 1):
        said += line.text.split()
        if line.speaker or said != words[: len(said)]:
            break
        if len(said) == len(words):
            return count
    return 0


def _safe(line: TimedLine) -> TimedLine:
    pieces = tuple(
        piece._replace(text=text, start_s=clamp_s(piece.start_s))
        for piece, text in zip(line.pieces, _safe_texts([piece.text for piece in line.pieces]), strict=True)
    )
    stop_s = None if line.stop_s is None else clamp_s(line.stop_s)
    return line._replace(pieces=pieces, stop_s=stop_s)


def _safe_texts(texts: list[str]) -> list[str]:
    """Return the texts of a line's pieces, made safe: what one of them opens another may close."""
    found = list(map(safe_text, texts))
    if len(texts) == 1 or all(text.isascii() for text in texts):
        return found
    whole = "".join(texts)
    if safe_text(whole) == "".join(found):
        return found
    edges: list[int] = [0]
    at = 0
    for text in texts[:-1]:
        at += len(text)
        edges.append(safe_text(f"{whole[:at]}x").rindex("x"))
    safe = safe_text(whole)
    return [safe[low:high] for low, high in pairwise([*edges, len(safe)])]


def _ended(lines: Sequence[TimedLine]) -> list[TimedLine]:
    """Return sorted lines, each with an end: its own, else where a later one starts."""
    found: list[TimedLine] = []
    following: float | None = None
    at: float | None = None
    for line in reversed(lines):
        if at is not None and line.start_s < at:
            following = at
        at = line.start_s
        if line.stop_s is None or line.stop_s <= line.start_s:
            last_s = max(piece.start_s for piece in line.pieces)
            stop_s = following if following is not None else clamp_s(last_s + LAST_WORDS_S)
            found.append(line._replace(stop_s=stop_s))
        else:
            found.append(line)
    return found[::-1]


def timed_words(lines: Sequence[TimedLine]) -> tuple[TimedWord, ...]:
    """Return the words of sorted lines with their times; those that share a piece are spread over it.

    Words are lit one after the other, so a line that another overlaps has the time until then,
    and lines that start together share theirs: nothing that follows is delayed.

    Raises:
        SourceError: if there are more than any recording has.
    """
    found: list[TimedWord] = []
    lines = [line for line in lines if any(piece.is_timed for piece in line.pieces)]
    at = 0
    while at < len(lines):
        start_s = lines[at].start_s
        together = at
        while together < len(lines) and lines[together].start_s == start_s:
            together += 1
        following = lines[together].start_s if together < len(lines) else None
        group = lines[at:together]
        lengths = [len(line.text) + 1 for line in group]
        for line, share in zip(group, _shares(lengths), strict=True):
            stop_s = _stop_s(line)
            if following is not None:
                stop_s = min(stop_s, following)
            length = stop_s - start_s
            found += _words_of(line, start_s + length * share[0], start_s + length * share[1])
        if len(found) > WORDS_LIMIT:
            raise _too_many(WORDS_LIMIT, "words")
        at = together
    return tuple(found)


def _shares(lengths: Sequence[int]) -> Iterator[tuple[float, float]]:
    passed, whole = 0, sum(lengths)
    for length in lengths:
        yield passed / whole, (passed + length) / whole
        passed += length


def _stop_s(line: TimedLine) -> float:
    if line.stop_s is None:
        return max(piece.start_s for piece in line.pieces) + LAST_WORDS_S
    return max(line.stop_s, line.start_s)


def _words_of(line: TimedLine, start_s: float, stop_s: float) -> Iterator[TimedWord]:
    # Times inside a line that lie outside of it, or run backwards, are mistakes.
    starts = [start_s]
    for piece in line.pieces[1:]:
        starts.append(min(max(piece.start_s, starts[-1]), stop_s))
    word: TimedWord | None = None
    for part, is_more in _parts(line, starts, stop_s):
        if word is not None and is_more:
            word = word._replace(stop_s=part.stop_s)  # a syllable
            continue
        if word is not None:
            yield word
        word = part
    if word is not None:
        yield word


def _parts(line: TimedLine, starts: Sequence[float], stop_s: float) -> Iterator[tuple[TimedWord, bool]]:
    """Yield the line's words with the times of their parts in a piece, and whether they began before it."""
    text = "".join(piece.text for piece in line.pieces)
    spans = list(split_words(text, 0, len(text)))
    at = high = 0
    for piece, at_s, following_s in zip(line.pieces, starts, [*starts[1:], stop_s], strict=True):
        low, high = high, high + len(piece.text)
        parts = []
        while at < len(spans) and spans[at][0] < high:
            parts.append(spans[at])
            if spans[at][1] > high:
                break  # the rest of it is in the next piece
            at += 1
        if not piece.is_timed:
            continue
        end_s = following_s if piece.stop_s is None else min(max(piece.stop_s, at_s), following_s)
        confidence = piece.confidence if line.is_stamped else min(SPREAD, piece.confidence)
        if len(parts) == 1:  # as where each word has a time of its own
            ((start, stop),) = parts
            yield TimedWord(text[start:stop], clamp_s(at_s), clamp_s(end_s), confidence), start < low
            continue
        confidence = min(confidence, SPREAD)
        lengths = [min(stop, high) - max(start, low) + 1 for start, stop in parts]
        for (start, stop), share in zip(parts, _shares(lengths), strict=True):
            from_s, to_s = (clamp_s(at_s + (end_s - at_s) * edge) for edge in share)
            yield TimedWord(text[start:stop], from_s, to_s, confidence), start < low


def _too_many(limit: int, what: str) -> SourceError:
    return SourceError(
        f"The transcript has more than {limit:,} {what} with times.", "Split it, and open the parts."
    )


def spread_words(text: str, start_s: float, stop_s: float, confidence: float) -> list[TimedWord]:
    """Return the words of a piece, each with a share of its time by its length.

    `confidence` is a single word's; several are at most `SPREAD`.
    """
    spans = list(split_words(text, 0, len(text)))
    if len(spans) > 1:
        confidence = min(confidence, SPREAD)
    length_s = stop_s - start_s
    return [
        TimedWord(text[start:stop], start_s + length_s * share[0], start_s + length_s * share[1], confidence)
        for (start, stop), share in zip(spans, _shares([b - a + 1 for a, b in spans]), strict=True)
    ]


def _paragraphs(lines: Sequence[TimedLine]) -> list[tuple[str, str]]:
    """Return speaker and text of paragraphs: by speaker, by silence, or by length at a sentence's end."""
    found: list[tuple[str, list[str]]] = []
    length = 0
    before: TimedLine | None = None
    for line, turn in turns(lines, _PAUSE_S):
        is_new = (
            before is None
            or (line.starts_paragraph and line is not before)
            or turn.is_new
            or turn.speaker != found[-1][0]
            or (line is not before and before.stop_s is not None and line.start_s - before.stop_s >= _PAUSE_S)
            or (length > _LONG_PARAGRAPH and found[-1][1][-1].endswith(_SENTENCE_ENDS))
            or length > _LONGEST_PARAGRAPH
        )
        if is_new:
            found.append((turn.speaker, [turn.text]))
            length = len(turn.text)
        else:
            found[-1][1].append(_gap(before, line) + turn.text)
            length += 1 + len(turn.text)
        before = line
    return [(speaker, "".join(texts)) for speaker, texts in found]


def _gap(before: TimedLine | None, after: TimedLine) -> str:
    """Return what parts two lines: nothing where they are words of a script that has no blanks."""
    if before is None or not all(line.is_stamped and len(line.pieces) == 1 for line in (before, after)):
        return " "
    from briefing.formats.timed import spaceless  # few texts are words with a line each

    left, right = before.pieces[0].text, after.pieces[0].text
    is_parted = left[-1:].isspace() or right[:1].isspace()
    return "" if not is_parted and spaceless.ends(left) and spaceless.begins(right) else " "
