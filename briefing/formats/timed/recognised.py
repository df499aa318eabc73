"""JSON transcripts: of podcasts, and of the programs and services that recognise speech.

Shapes, told by their keys, whatever else they are wrapped in: the podcast namespace's `segments` of `body`;
whisper's, whisperX's and faster-whisper's `segments` of `words`; OpenAI's, with `words` beside them;
whisper.cpp's `transcription`; Hugging Face's `chunks`; AssemblyAI's `words` and `sentences` in
milliseconds; Azure's `phrases`; YouTube's `events` of `segs`; Vosk's `result`, one object after the other;
those of `services` and `json_rarer`; else whatever `json_search` finds. A list of words is what
`briefing align --json` prints.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed.json_entries import (
    Entry,
    at,
    entries_of,
    is_timed,
    scale_of,
    seconds_of,
    speakers_named,
    tells_time,
    tells_words,
    text_of,
)
from briefing.formats.timed.json_plausible import may_be_speech as may_be_speech  # noqa: PLC0414  # asked of a format
from briefing.formats.timed.json_rarer import rarer
from briefing.formats.timed.json_search import found_anywhere
from briefing.formats.timed.json_words import lines_of_segments, lines_of_words, with_words, words_in
from briefing.formats.timed.services import answers
from briefing.formats.timed.tokens import tokens_of
from briefing.formats.timed_text import TimedFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.formats.source import Head
    from briefing.formats.timed_text import Captions, TimedLine

NOTHING: Final = "is no transcript"
_SCORE: Final = 0.9
_KEY = re.compile(r'"(\w{1,40})"\s*:')
_WRAPPERS: Final = frozenset((
    "segments", "word", "words", "chunks", "transcription", "utterances", "monologues", "results", "result",
    "recognizedPhrases", "RecognizedPhrases", "phrases", "NBest", "syncedLyrics", "segs",
))  # fmt: skip
"""Keys that are those of transcripts, whatever else stands there."""
_LISTS: Final = (
    "segments", "utterances", "transcription", "chunks", "captions", "transcript", "transcripts", "events",
    "sentences", "phrases", "subtitles", "fragments", "prediction", "segment", "lines", "body", "cues",
)  # fmt: skip
"""What programs call their segments."""
_CAPITAL = re.compile(r'"[A-Z][a-z]\w{0,40}"\s*:')
"""A key as Azure's and Amazon's tools spell them."""
_DEEPEST: Final = 4
_MOST_PLACES: Final = 50
_MOST_DOCUMENTS: Final = 100_000
_ENOUGH: Final = 3
_MOST: Final = 0.9


def score(head: Head) -> float:
    """Return how likely the text is such JSON: by its name, or by its first keys."""
    start = head.text.lstrip("\ufeff \n")[:4000]
    if start[:1] not in ("{", "["):
        return _SCORE if head.suffix == ".json" and start[:1] != "<" else 0.0
    keys = set(_KEY.findall(start))
    is_timed = any(map(tells_time, keys)) or "data-timestamp" in start
    is_transcript = is_timed and any(map(tells_words, keys))
    return _SCORE if head.suffix.startswith(".json") or is_transcript or keys & _WRAPPERS else 0.0


def read(text: str) -> TimedFile:
    """Return the segments or words of `text`."""
    return TimedFile(parse(text), language=_language(_load(text)))


def is_other(data: bytes) -> bool:
    """Return whether a file of this name is sound JSON, whatever it is of."""
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the segments or words in the order of the file; nothing if it is no transcript."""
    found = _load(text)
    for place in _places(found):
        for find in (rarer, _listed, _segments, answers, _bare_words):
            lines = list(find(place))
            if any(line.text for line in lines):
                yield from _with_names(lines, found)
                return
    yield from _with_names(_anywhere(found), found)


def _with_names(lines: Iterable[TimedLine], found: Any) -> Iterator[TimedLine]:
    """Yield lines with their speakers' names where the document lists these by number or key."""
    lists = (at(place, key) for place in _places(found) for key in ("speakers", "participants"))
    names = next((names for each in lists if (names := speakers_named(each))), {})
    for line in lines:
        yield line._replace(speaker=names.get(line.speaker, line.speaker)) if names else line


def _places(found: Any) -> Iterator[Any]:
    """Yield what is found, then the objects that it is wrapped in, the outer ones first."""
    level = [found]
    for _ in range(_DEEPEST):
        yield from level
        level = [value for place in level for value in _values(place) if isinstance(value, dict)][
            :_MOST_PLACES
        ]


def _values(place: Any) -> Iterable[Any]:
    return place.values() if isinstance(place, dict) else ()


def _load(text: str) -> Any:
    """Return what the text holds; a list, where objects follow each other."""
    text = text.lstrip("\ufeff").strip()
    hook = _uncapitalised if _CAPITAL.search(text[:20_000]) else None
    # A number's value is never needed past a float's range, and big integers take long to read.
    decoder = json.JSONDecoder(parse_int=float, object_hook=hook)
    found: list[Any] = []
    reached = 0
    try:
        while reached < len(text) and len(found) < _MOST_DOCUMENTS:
            document, reached = decoder.raw_decode(text, reached)
            found.append(document)
            while reached < len(text) and text[reached] in " \t\n\r,":
                reached += 1
    except (ValueError, RecursionError):
        # A program that was stopped leaves its last object open.
        found = found if len(found) > 1 else []
    return found[0] if len(found) == 1 else found


def _uncapitalised(found: Entry) -> Entry:
    return {key[:1].lower() + key[1:]: value for key, value in found.items()}


def _language(found: Any) -> str | None:
    for place in (*_places(found), at(found, "results", 0)):
        for key in ("language", "language_code", "languageCode"):
            value = at(place, key)
            if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{1,8}){0,3}", value):
                return value
    return None


def _listed(found: Any) -> Iterator[TimedLine]:
    """Yield a plain list: of words, of segments, or of Vosk's results."""
    entries = entries_of(found)
    heard = entries_of([found]) if at(found, "result") else entries
    if any(entries_of(entry.get("result")) for entry in heard):
        for entry in heard:
            yield from lines_of_words(entries_of(entry.get("result")), text=entry.get("text"))
    elif any("word" in entry for entry in entries):
        yield from lines_of_words(entries, is_told=True)
    elif _is_by_word(entries):
        yield from lines_of_words(entries, _scale(found, entries))
    elif _has_times(entries):
        yield from lines_of_segments(entries, scale=_scale(found, entries))


def _segments(found: Any) -> Iterator[TimedLine]:
    """Yield what stands under the names that programs give their segments."""
    for key in _LISTS:
        entries = _joined(entries_of(at(found, key)))
        if _has_times(entries):
            scale = _scale(found, entries)
            if _is_by_word(entries):
                yield from lines_of_words(entries, scale)
            else:
                yield from lines_of_segments(with_words(entries, _words(found)), scale)
            return


def _joined(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return entries, YouTube's events with their parts as words, whose offsets become times.

    An event is on the screen longer than it is said: it ends where the next begins.
    """
    if not any("segs" in entry for entry in entries):
        return entries
    found: list[Entry] = []
    for entry in entries:
        parts, start = entries_of(entry.get("segs")), seconds_of(entry, "tStartMs")
        text = "".join(text_of(part) for part in parts)
        if start is None or not text.strip():
            continue
        length = seconds_of(entry, "dDurationMs")
        if found and (before := found[-1]).get("dDurationMs") is not None:
            before["dDurationMs"] = max(0.0, min(before["dDurationMs"], start - before["tStartMs"]))
        words = [{**part, "startMs": start + (seconds_of(part, "tOffsetMs") or 0.0)} for part in parts]
        event = {"tStartMs": start, "dDurationMs": length, "text": text}
        found.append({**event, "words": words if len(words) > 1 else None})
    return found


def _bare_words(found: Any) -> Iterator[TimedLine]:
    """Yield the words that stand for themselves, with or without a text beside them."""
    words = _words(found)
    if _has_times(words):
        yield from lines_of_words(words, scale=_scale(found, words))


def _words(found: Any) -> list[Entry]:
    lists = (entries_of(at(found, key)) for key in ("words", "word_segments", "tokens", "word"))
    return next((words for words in lists if words), [])


def _has_times(entries: Sequence[Entry]) -> bool:
    """Return whether there is an entry with text, and a time, its own or of its words."""
    spoken = (entry for entry in entries if text_of(entry).strip() or entry.get("words"))
    return any(is_timed(each) for entry in spoken for each in (entry, *entries_of(entry.get("words"))))


def _is_by_word(entries: Sequence[Entry]) -> bool:
    """Return whether the segments are nothing but words, which carry their blanks, as whisper's are."""
    said = [text_of(entry) for entry in entries]
    single = sum(len(text.split()) <= 1 for text in said)
    begun = sum(text[:1] == " " for text in said)
    return len(said) >= _ENOUGH and single > len(said) * _MOST and begun * 2 >= len(said)


def _scale(found: Any, entries: Sequence[Entry]) -> float:
    """Return what makes seconds of a file's numbers, by its words' where its segments list some."""
    words = [word for entry in entries[:50] for word in words_in(entry)]
    keys = found if isinstance(found, dict) else ()
    is_assembly = any(key in keys for key in ("audio_url", "acoustic_model", "audio_duration"))
    return scale_of(words or entries, is_assembly=is_assembly)


def _anywhere(found: Any) -> list[TimedLine]:
    """Return the lines of what has text and times in a document of no known shape."""
    entries = found_anywhere(found)
    scale = _scale(found, entries)
    is_words = _is_by_word(entries) or _is_list_of_words(entries)
    return list((lines_of_words if is_words else lines_of_segments)(entries, scale))


def _is_list_of_words(entries: Sequence[Entry]) -> bool:
    """Return whether nearly all entries are single words."""
    single = sum(len(text_of(entry).split()) <= 1 and not words_in(entry) for entry in entries)
    return len(entries) >= _ENOUGH and single > len(entries) * _MOST


def write(captions: Captions) -> str:
    """Return a JSON list of tokens, a line each; seconds to the millisecond, null where not spoken."""
    tokens = tokens_of(captions.lines) if captions.tokens is None else captions.tokens
    lines = (
        json.dumps(
            {
                "word": token.word,
                "start": None if token.start_s is None else round(token.start_s, 3),
                "end": None if token.end_s is None else round(token.end_s, 3),
                "confidence": round(token.confidence, 3),
            },
            ensure_ascii=False,
        )
        for token in tokens
    )
    body = ",\n".join(lines)
    return f"[\n{body}\n]\n" if body else "[]\n"
