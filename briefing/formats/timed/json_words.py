"""Lines of the words and segments that JSON transcripts list.

A word without a time, as numbers are, gets what its neighbours leave.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed import spaceless
from briefing.formats.timed.json_entries import (
    Entry,
    at,
    confidence_of,
    entries_of,
    seconds_of,
    span_of,
    speaker_of,
    text_of,
)
from briefing.formats.timed_text import SPREAD, Piece, TimedLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_PAUSE_S: Final = 2.0
_MOST_KEYS: Final = 100
"""An entry of more is no segment."""
_LONGEST_LINE: Final = 40
"""Words of a bare list after which a line ends, whether a sentence does or not."""
_OWN_BLANKS: Final = 0.2
"""The share of words with blanks around them from which on the others are parts of words."""
_OWN_KEYS: Final = {"word", "start", "end", "confidence"}
_SENTENCE_ENDS = tuple('.!?…。！？؟।"”»')


def lines_of_segments(entries: Iterable[Entry], scale: float = 1.0) -> Iterator[TimedLine]:
    """Yield segments as lines; `scale` makes seconds of their numbers. Their own words' times are used."""
    for entry in entries:
        words = words_in(entry)
        start, stop = span_of(entry, scale)
        said = text_of(entry)
        if words and any(span_of(word, scale)[0] is not None for word in words):
            pieces = _pieces(words, said, scale, start, stop)
            if pieces:
                ends = [piece.stop_s for piece in pieces if piece.stop_s is not None]
                told = (speaker_of(each) for each in (entry, *words))
                speaker = next((name for name in told if name), "")
                yield TimedLine(pieces, ends[-1] if ends else stop, is_stamped=True, speaker=speaker)
                continue
        if said.strip():
            yield TimedLine(
                (Piece(said, start or 0.0, confidence_of(entry)),), stop, speaker=speaker_of(entry)
            )


def words_in(entry: Entry) -> list[Entry]:
    """Return the words of a segment: its `words`, else what it lists that has text and a time."""
    words = entries_of(entry.get("words"))
    if words or len(entry) > _MOST_KEYS:
        return words
    lists = (entries_of(value) for value in entry.values() if isinstance(value, list))
    timed = ([each for each in found if span_of(each)[0] is not None] for found in lists)
    return next((found for found in timed if found and all(text_of(each) for each in found)), [])


def with_words(entries: Sequence[Entry], words: Sequence[Entry]) -> Iterator[Entry]:
    """Yield segments, each with those words of a list beside them that its text consists of, if there are."""
    at = 0
    for entry in entries:
        said = text_of(entry)
        reached, first = 0, at
        while at < len(words):
            word = text_of(words[at]).strip()
            place = said.find(word, reached)
            if place < 0 or any(char.isalnum() for char in said[reached:place]):
                break
            reached, at = place + len(word), at + 1
        is_whole = at > first and not any(char.isalnum() for char in said[reached:])
        yield {**entry, "words": words[first:at]} if is_whole and not entry.get("words") else entry


def with_signs(items: Iterable[Entry], speakers: Mapping[float, str]) -> list[Entry]:
    """Return words with the punctuation that follows them, which is an entry of its own there."""
    words: list[Entry] = []
    before = ""
    for item in items:
        text = at(item, "alternatives", 0, "content") or item.get("value") or item.get("text")
        if not isinstance(text, str):
            continue
        start = seconds_of(item, "start_time", "ts", "start")
        is_sign = str(item.get("type")).lower() in ("punctuation", "punct")
        if is_sign or not any(char.isalnum() for char in text):
            if item.get("attaches_to") == "next" or not words:
                before += text.strip()
            else:
                words[-1]["word"] += text
            continue
        speaker = item.get("speaker_label") or at(item, "alternatives", 0, "speaker")
        word: Entry = {
            "word": before + text,
            "confidence": confidence_of(at(item, "alternatives", 0) or item),
            "speaker": speaker if speaker is not None else item.get("speaker"),
        }
        before = ""
        if start is not None:
            word["speaker"] = speakers.get(start, word["speaker"])
            word["start"], word["end"] = start, seconds_of(item, "end_time", "end_ts", "end")
        words.append(word)
    return words


def lines_of_words(
    words: Sequence[Entry],
    scale: float = 1.0,
    text: Any = None,
    *,
    is_told: bool = False,
) -> Iterator[TimedLine]:
    """Yield a bare list of words as lines: by speaker, sentence or pause.

    `is_told`: a word whose start is null is one that is not spoken, as in our own lists.
    """
    group: list[Entry] = []
    speaker = ""
    reached: float | None = None
    lines: list[list[Entry]] = []
    for word, (start, stop) in zip(words, _spans(words, scale), strict=True):
        said = text_of(word)
        if not said.strip():
            continue
        changes = speaker_of(word) != speaker
        pauses = start is not None and reached is not None and start - reached >= _PAUSE_S
        ends = bool(group) and text_of(group[-1]).rstrip().endswith(_SENTENCE_ENDS)
        if group and (changes or pauses or ends or len(group) >= _LONGEST_LINE):
            lines.append(group)
            group = []
        group.append(word)
        speaker = speaker_of(word)
        reached = stop if stop is not None else start if start is not None else reached
    if group:
        lines.append(group)
    whole = text if isinstance(text, str) and len(lines) == 1 else ""
    after_s: float | None = None
    for group in lines:
        # What has no time at all stands where it stands in the text.
        is_timed = any(start is not None for start, _ in _spans(group, scale))
        pieces = _pieces(group, whole, scale, None if is_timed else after_s, None, is_told=is_told)
        if pieces:
            after_s = pieces[-1].start_s if pieces[-1].stop_s is None else pieces[-1].stop_s
            stop = next((piece.stop_s for piece in reversed(pieces) if piece.stop_s is not None), None)
            yield TimedLine(pieces, stop, is_stamped=True, speaker=speaker_of(group[0]))


def _spans(words: Sequence[Entry], scale: float) -> list[tuple[float | None, float | None]]:
    """Return start and end of each word; zeros after the first stand for times that nobody knows."""
    spans = [span_of(word, scale) for word in words]
    return [(None, None) if i and span == (0, 0) else span for i, span in enumerate(spans)]


def _pieces(
    words: Sequence[Entry],
    text: str,
    scale: float,
    start: float | None,
    stop: float | None,
    *,
    is_told: bool = False,
) -> tuple[Piece, ...]:
    """Return words as pieces whose texts join to the line; those without times get what is left."""
    said = _spaced([text_of(word) for word in words], text, are_tokens=is_told and _are_own(words))
    spans = _spans(words, scale)
    found: list[Piece] = []
    for i, (word, shown, (since, end)) in enumerate(zip(words, said, spans, strict=True)):
        if since is not None:
            found.append(Piece(shown, since, confidence_of(word), end))
            continue
        following = next((later for later, _ in spans[i + 1 :] if later is not None), stop)
        run = next((n for n, (later, _) in enumerate(spans[i:]) if later is not None), len(spans) - i)
        before = found[-1].stop_s if found and found[-1].stop_s is not None else None
        if before is None:
            before = found[-1].start_s if found else start
        if before is None:
            before = following or 0.0
        ends = before if following is None else before + max(0.0, following - before) / max(run, 1)
        is_spoken = not (is_told and "start" in word)
        stop_s = ends if ends > before else None
        found.append(Piece(shown, before, SPREAD, stop_s, is_timed=is_spoken, is_guessed=True))
    return tuple(found)


def _are_own(words: Sequence[Entry]) -> bool:
    """Return whether words are listed as we do it: what stands between blanks, in whatever script."""
    return all(word.keys() == _OWN_KEYS and len(text_of(word).split()) == 1 for word in words)


def _spaced(words: list[str], text: str, *, are_tokens: bool) -> list[str]:
    """Return the words as they stand in the text, else with the blanks that they lack."""
    if are_tokens:
        return [f"{word} " for word in words]
    edges = [0]
    at = 0
    for word in words:
        place = text.find(word.strip(), at) if text else -1
        if place < 0:
            break
        edges.append(place)
        at = place + len(word.strip())
    else:
        edges = [*edges[:1], *edges[2:], len(text)]
        return [text[low:high] for low, high in pairwise(edges)]
    if sum(word != word.strip() for word in words) > len(words) * _OWN_BLANKS and len(words) > 1:
        return words  # whisper's own carry their blanks
    return [word if spaceless.LETTER.search(word) else word.strip() + " " for word in words]
