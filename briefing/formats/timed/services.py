"""What speech services answer, in JSON.

Shapes after their references: Deepgram (`channels`, `utterances`), Amazon Transcribe (`items`),
Google and IBM (`results` of `alternatives`), Speechmatics (`results`, a word each), Rev (`monologues`),
Azure (`recognizedPhrases`, and the `nBest` of a single phrase).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.formats.timed.json_entries import (
    Entry,
    at,
    entries_of,
    scale_of,
    seconds_of,
    span_of,
    speaker_of,
)
from briefing.formats.timed.json_words import lines_of_segments, lines_of_words, with_signs
from briefing.formats.timed_text import Piece, TimedLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def answers(found: Any) -> Iterator[TimedLine]:
    """Yield the lines of a service's answer; nothing if it is none of theirs."""
    for shape in (_results, _monologues, _phrases):
        lines = list(shape(found))
        if lines:
            yield from lines
            return


def _results(found: Any) -> Iterator[TimedLine]:
    results = at(found, "results")
    if utterances := entries_of(at(results, "utterances")):
        yield from lines_of_segments(utterances)
    elif channels := entries_of(at(results, "channels")):
        lists = [entries_of(at(channel, "alternatives", 0, "words")) for channel in channels]
        yield from sorted(
            (line for words in lists for line in lines_of_words(words)), key=lambda line: line.start_s
        )
    elif items := entries_of(at(results, "items")):
        yield from lines_of_words(with_signs(items, _amazon_speakers(results)))
    else:
        yield from _of_results(entries_of(results))


def _of_results(results: Sequence[Entry]) -> Iterator[TimedLine]:
    """Yield Google's and IBM's results, a line each, and Speechmatics', which are words."""
    if any("alternatives" in entry and seconds_of(entry, "start_time") is not None for entry in results):
        yield from lines_of_words(with_signs(results, {}))
        return
    reached = 0.0
    for result in _once(results):
        best = at(result, "alternatives", 0)
        said = at(best, "transcript")
        words = _words(best)
        ends = seconds_of(result, "resultEndTime", "resultEndOffset", "result_end_time")
        if words:
            yield from lines_of_words(words, scale_of(words), said)
        elif isinstance(said, str) and said.strip():
            # Without times of its words a result still reaches to its end.
            yield TimedLine((Piece(said.strip(), reached),), ends)
        reached = ends if ends is not None else reached


def _words(best: Any) -> list[Entry]:
    if stamps := at(best, "timestamps"):
        return [
            {"word": stamp[0], "start": stamp[1], "end": stamp[2]}
            for stamp in stamps
            if isinstance(stamp, list) and len(stamp) == 3  # noqa: PLR2004 - word, start, end
        ]
    words = entries_of(at(best, "words"))
    # Google leaves out what is zero: a first word that starts with the sound has only an end.
    return [
        {**word, "start": 0.0}
        if i == 0 and span_of(word)[0] is None and span_of(word)[1] is not None
        else word
        for i, word in enumerate(words)
    ]


def _once(results: Sequence[Entry]) -> Sequence[Entry]:
    """Return the results without those that the last one repeats with speakers, as Google's does."""
    counts = [len(entries_of(at(result, "alternatives", 0, "words"))) for result in results]
    last = at(results[-1], "alternatives", 0) if results else None
    is_told = any(speaker_of(word) for word in entries_of(at(last, "words")))
    return results[-1:] if is_told and len(results) > 1 and counts[-1] >= sum(counts[:-1]) > 0 else results


def _monologues(found: Any) -> Iterator[TimedLine]:
    for monologue in entries_of(at(found, "monologues")):
        speaker = monologue.get("speaker_name") or monologue.get("speaker")
        elements = monologue.get("elements") or monologue.get("terms")
        yield from lines_of_words(
            with_signs([{**element, "speaker": speaker} for element in entries_of(elements)], {})
        )


def _phrases(found: Any) -> Iterator[TimedLine]:
    phrases = entries_of(at(found, "recognizedPhrases")) or entries_of(found)
    if at(found, "nBest"):
        phrases = [found]
    for phrase in phrases:
        best = at(phrase, "nBest", 0)
        said = at(best, "display") or at(best, "lexical") or at(phrase, "displayText")
        if not isinstance(said, str) or not said.strip():
            continue
        words = entries_of(at(best, "displayWords")) or _displayed(entries_of(at(best, "words")), said)
        speaker = phrase.get("speaker", at(best, "speaker"))
        yield from lines_of_segments(
            [
                {
                    **_in_ticks(phrase),
                    "text": said,
                    "words": [_in_ticks(word) for word in words],
                    "speaker": speaker,
                }
            ]
        )


def _displayed(words: Sequence[Entry], said: str) -> list[Entry]:
    """Return words as they are to be shown: Azure times those that were heard, without signs and capitals.

    Where they are not as many, as "twenty one" is shown as "21", nobody knows which is which.
    """
    shown = said.split()
    if len(shown) != len(words):
        return []
    return [{**word, "word": text} for word, text in zip(words, shown, strict=True)]


def _in_ticks(entry: Entry) -> Entry:
    """Return an entry whose bare numbers, as the speech SDK gives them, are named as ticks."""
    if not isinstance(entry.get("offset"), float) or "offsetInTicks" in entry:
        return entry
    return {**entry, "offsetInTicks": entry["offset"], "durationInTicks": entry.get("duration")}


def _amazon_speakers(results: Any) -> dict[float, str]:
    found: dict[float, str] = {}
    for segment in entries_of(at(results, "speaker_labels", "segments")):
        for item in entries_of(segment.get("items")):
            start = seconds_of(item, "start_time")
            if start is not None:
                found[start] = speaker_of(item.get("speaker_label"))
    return found
