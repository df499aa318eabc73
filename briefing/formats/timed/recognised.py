"""JSON transcripts: of podcasts, and of the programs and services that recognise speech.

Shapes, told by their keys: the podcast namespace's `segments` of `body`; whisper's, whisperX's and
faster-whisper's `segments` of `words`; OpenAI's `words`; whisper.cpp's `transcription`; Hugging
Face's `chunks`; Deepgram's `channels`, `utterances`; AWS Transcribe's `items`; AssemblyAI's
`words` in milliseconds; Google's `alternatives`; Azure's `recognizedPhrases`; Rev's and
Speechmatics' elements. A list of words is what `briefing align --json` prints. A word without a
time, as numbers are, gets what its neighbours leave.
"""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed.model import EXACT, SPREAD, Piece, TimedFile, TimedLine, TokenTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NAME: Final = "a JSON transcript"
SUFFIXES: Final = (".json",)
NOTHING: Final = "is no transcript"
_SCORE: Final = 0.9
_KEYS: Final = (
    '"segments"', '"word"', '"words"', '"chunks"', '"transcription"', '"utterances"', '"monologues"',
    '"results"', '"recognizedPhrases"',
)  # fmt: skip
_TICKS_A_SECOND: Final = 10_000_000
_PAUSE_S: Final = 2.0
_LONGEST_LINE: Final = 40
"""Words of a bare list after which a line ends, whether a sentence does or not."""
_SENTENCE_ENDS = tuple('.!?…。！？؟।"”»')
_NO_SPACE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")

Entry = dict[str, Any]


def score(text: str, suffix: str) -> float:
    """Return how likely the text is such JSON: by its name, or by its first keys."""
    start = text.lstrip("\ufeff \n")[:4000]
    is_json = start[:1] in ("{", "[")
    return _SCORE if suffix == ".json" or (is_json and any(key in start for key in _KEYS)) else 0.0


def read(text: str) -> TimedFile:
    """Return the segments or words of `text`."""
    return TimedFile(parse(text), language=_language(_load(text)))


def parse(text: str) -> Iterator[TimedLine]:
    """Yield the segments or words in the order of the file; nothing if it is no transcript."""
    found = _load(text)
    for find in (_listed, _segments, _service, _bare_words):
        lines = list(find(found))
        if any(line.text for line in lines):
            yield from lines
            return


def _load(text: str) -> Any:
    try:
        # A number's value is never needed past a float's range, and big integers take long to read.
        return json.loads(text.lstrip("\ufeff"), parse_int=float)
    except (ValueError, RecursionError):
        return None


def _language(found: Any) -> str | None:
    places = [found, _at(found, "result"), _at(found, "metadata"), _at(found, "results")]
    for place in places:
        for key in ("language", "language_code", "languageCode"):
            value = _at(place, key)
            if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}([-_]\w{1,8}){0,3}", value):
                return value
    return None


def _at(found: Any, *path: str | int) -> Any:
    """Return what stands at a path of keys and indices, None if there is nothing."""
    for key in path:
        if isinstance(key, str):
            found = found.get(key) if isinstance(found, dict) else None
        else:
            found = found[key] if isinstance(found, list) and -len(found) <= key < len(found) else None
    return found


def _entries(found: Any) -> list[Entry]:
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def _listed(found: Any) -> Iterator[TimedLine]:
    """Yield a plain list: of words, or of segments."""
    entries = _entries(found)
    if any("word" in entry for entry in entries):
        yield from _of_words(entries, is_told=True)
    else:
        yield from _of_segments(entries)


def _segments(found: Any) -> Iterator[TimedLine]:
    """Yield what stands under the names that programs give their segments."""
    for key in ("segments", "utterances", "transcription", "chunks", "captions", "transcript", "events"):
        entries = _entries(_at(found, key))
        if entries and any(_text(entry) for entry in entries):
            if key == "chunks" and _is_by_word(entries):
                yield from _of_words(entries)
            else:
                yield from _of_segments(entries, scale=_scale(found, entries))
            return


def _service(found: Any) -> Iterator[TimedLine]:
    """Yield what speech services answer."""
    results = _at(found, "results")
    if utterances := _entries(_at(results, "utterances")):
        yield from _of_segments(utterances)
        return
    if channels := _entries(_at(results, "channels")):
        lists = [_entries(_at(channel, "alternatives", 0, "words")) for channel in channels]
        yield from sorted(
            (line for words in lists for line in _of_words(words)), key=lambda line: line.start_s
        )
        return
    if items := _entries(_at(results, "items")):
        yield from _of_words(_joined(items, _amazon_speakers(results)))
        return
    if _entries(results):
        yield from _of_results(_entries(results))
        return
    if monologues := _entries(_at(found, "monologues")):
        for monologue in monologues:
            speaker = monologue.get("speaker_name") or monologue.get("speaker")
            named = [{**element, "speaker": speaker} for element in _entries(monologue.get("elements"))]
            yield from _of_words(_joined(named, {}))
        return
    for phrase in _entries(_at(found, "recognizedPhrases")):
        best = _at(phrase, "nBest", 0)
        text = _at(best, "display") or _at(best, "lexical")
        start, length = _ticks(phrase, "offset"), _ticks(phrase, "duration")
        if isinstance(text, str) and text.strip() and start is not None:
            stop = None if length is None else start + length
            speaker = phrase.get("speaker")
            yield TimedLine((Piece(text, start),), stop, speaker=_speaker(speaker))


def _bare_words(found: Any) -> Iterator[TimedLine]:
    """Yield the words that stand for themselves, with or without a text beside them."""
    for key in ("words", "word_segments"):
        words = _entries(_at(found, key))
        if words:
            yield from _of_words(words, scale=_scale(found, words))
            return


def _of_results(results: Sequence[Entry]) -> Iterator[TimedLine]:
    """Yield Google's and IBM's results, a line each, and Speechmatics' and Vosk's, which are words."""
    if any("alternatives" in entry and _seconds(entry, "start_time") is not None for entry in results):
        yield from _of_words(_joined(results, {}))
        return
    for result in results:
        best = _at(result, "alternatives", 0)
        words = _entries(_at(best, "words"))
        if stamps := _at(best, "timestamps"):
            words = [
                {"word": stamp[0], "start": stamp[1], "end": stamp[2]}
                for stamp in stamps
                if isinstance(stamp, list) and len(stamp) == 3  # noqa: PLR2004 - word, start, end
            ]
        yield from _of_words(words, text=_at(best, "transcript"))


def _joined(items: Iterable[Entry], speakers: dict[float, str]) -> list[Entry]:
    """Return words with the punctuation that follows them, which is an entry of its own there."""
    words: list[Entry] = []
    for item in items:
        content = _at(item, "alternatives", 0, "content")
        text = content if isinstance(content, str) else item.get("value")
        if not isinstance(text, str) or not text.strip():
            continue
        start = _seconds(item, "start_time", "ts", "start")
        is_punctuation = item.get("type") in ("punctuation", "punct")
        if is_punctuation or (start is None and not any(char.isalnum() for char in text)):
            if words:
                words[-1]["word"] += text.strip()
            continue
        confidence = _at(item, "alternatives", 0, "confidence") or item.get("confidence", EXACT)
        speaker = item.get("speaker_label") or item.get("speaker") or _at(item, "alternatives", 0, "speaker")
        word = {"word": text, "confidence": confidence}
        word["speaker"] = speakers.get(start, speaker) if start is not None else speaker
        if start is not None:
            word["start"], word["end"] = start, _seconds(item, "end_time", "end_ts", "end")
        words.append(word)
    return words


def _amazon_speakers(results: Any) -> dict[float, str]:
    found: dict[float, str] = {}
    for segment in _entries(_at(results, "speaker_labels", "segments")):
        for item in _entries(segment.get("items")):
            start = _seconds(item, "start_time")
            if start is not None:
                found[start] = _speaker(item.get("speaker_label"))
    return found


def _of_segments(entries: Iterable[Entry], scale: float = 1.0) -> Iterator[TimedLine]:
    for entry in entries:
        words = _entries(entry.get("words"))
        start, stop = _span(entry, scale)
        said = _text(entry)
        if words and any(_span(word, scale)[0] is not None for word in words):
            pieces = _pieces(words, said, scale, start, stop)
            if pieces:
                ends = [piece.stop_s for piece in pieces if piece.stop_s is not None]
                speaker = entry.get("speaker") or next(
                    (w["speaker"] for w in words if w.get("speaker")), None
                )
                yield TimedLine(
                    pieces, ends[-1] if ends else stop, is_stamped=True, speaker=_speaker(speaker)
                )
                continue
        if said.strip():
            yield TimedLine((Piece(said, start or 0.0, _confidence(entry)),), stop, speaker=_speaker(entry))


def _of_words(
    words: Sequence[Entry], scale: float = 1.0, text: Any = None, *, is_told: bool = False
) -> Iterator[TimedLine]:
    """Yield a bare list of words as lines: by speaker, sentence or pause.

    `is_told`: a word whose start is null is one that is not spoken, as in our own lists.
    """
    group: list[Entry] = []
    speaker = ""
    reached: float | None = None
    lines: list[list[Entry]] = []
    for word in words:
        start, stop = _span(word, scale)
        said = _text(word)
        if not said.strip():
            continue
        changes = _speaker(word) != speaker
        pauses = start is not None and reached is not None and start - reached >= _PAUSE_S
        ends = bool(group) and _text(group[-1]).rstrip().endswith(_SENTENCE_ENDS)
        if group and (changes or pauses or ends or len(group) >= _LONGEST_LINE):
            lines.append(group)
            group = []
        group.append(word)
        speaker = _speaker(word)
        reached = stop if stop is not None else start if start is not None else reached
    if group:
        lines.append(group)
    whole = text if isinstance(text, str) and len(lines) == 1 else ""
    for group in lines:
        pieces = _pieces(group, whole, scale, None, None, is_told=is_told)
        if pieces:
            stop = next((piece.stop_s for piece in reversed(pieces) if piece.stop_s is not None), None)
            yield TimedLine(pieces, stop, is_stamped=True, speaker=_speaker(group[0]))


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
    said = _spaced([_text(word) for word in words], text)
    spans = [_span(word, scale) for word in words]
    found: list[Piece] = []
    for i, (word, shown, (at, end)) in enumerate(zip(words, said, spans, strict=True)):
        if at is not None:
            found.append(Piece(shown, at, _confidence(word), end))
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
        found.append(Piece(shown, before, SPREAD, ends if ends > before else None, is_timed=is_spoken))
    return tuple(found)


def _spaced(words: list[str], text: str) -> list[str]:
    """Return the words as they stand in the text, else with the blanks that they lack."""
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
    if sum(word != word.strip() for word in words) * 2 >= len(words) > 1:
        return words  # whisper's own carry their blanks
    return [word if _NO_SPACE.search(word) else word.strip() + " " for word in words]


def _is_by_word(entries: Sequence[Entry]) -> bool:
    return sum(len(_text(entry).split()) <= 1 for entry in entries) > len(entries) * 0.9 and len(entries) > 2  # noqa: PLR2004 - chance


def _scale(found: Any, entries: Sequence[Entry]) -> float:
    """Return what makes seconds of a file's numbers: AssemblyAI counts milliseconds."""
    stamps = [at for entry in entries[:50] for at in _span(entry) if at is not None]
    is_whole = all(at == int(at) for at in stamps)
    is_assembly = isinstance(found, dict) and (
        "audio_url" in found or "acoustic_model" in found or "audio_duration" in found
    )
    words = [word for entry in entries[:50] for word in _text(entry).split()]
    # Nobody takes ten seconds for a word.
    is_slow = bool(stamps) and stamps[-1] - stamps[0] > 20 * max(len(words), 1)
    return 0.001 if is_whole and stamps and (is_assembly or is_slow) else 1.0


def _text(entry: Entry) -> str:
    for key in ("body", "punctuated_word", "word", "text", "content", "transcript", "caption"):
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _speaker(found: Any) -> str:
    value = found
    if isinstance(found, dict):
        value = next(
            (
                found[key]
                for key in ("speaker", "speaker_label", "speakerTag", "speaker_name")
                if found.get(key) is not None
            ),
            "",
        )
    if isinstance(value, dict):
        value = value.get("name") or value.get("id") or ""
    if isinstance(value, float):
        return f"Speaker {value:g}"
    return " ".join(value.split())[:80] if isinstance(value, str) else ""


def _span(entry: Entry, scale: float = 1.0) -> tuple[float | None, float | None]:
    """Return an entry's start and end in seconds, None where it has none."""
    offsets = entry.get("offsets")
    if isinstance(offsets, dict):
        start, stop = _seconds(offsets, "from"), _seconds(offsets, "to")
        return None if start is None else start / 1000, None if stop is None else stop / 1000
    stamp = entry.get("timestamp")
    if isinstance(stamp, list) and stamp:
        pair = {"start": stamp[0], "end": stamp[1] if len(stamp) > 1 else None}
        return _seconds(pair, "start"), _seconds(pair, "end")
    start = _seconds(entry, "start", "startTime", "start_time", "ts", "startOffset", "begin", "from")
    stop = _seconds(entry, "end", "endTime", "end_time", "end_ts", "endOffset", "to")
    length = _seconds(entry, "duration", "dur")
    if stop is None and start is not None and length is not None:
        stop = start + length
    return None if start is None else start * scale, None if stop is None else stop * scale


def _confidence(entry: Entry) -> float:
    value = entry.get("confidence", EXACT)
    if isinstance(value, str):
        value = _seconds(entry, "confidence")
    return min(max(value, 0.0), 1.0) if isinstance(value, float) and math.isfinite(value) else EXACT


def _ticks(entry: Entry, name: str) -> float | None:
    """Return Azure's times: ticks of 100 nanoseconds."""
    value = _seconds(entry, f"{name}InTicks")
    return None if value is None else value / _TICKS_A_SECOND


def _seconds(entry: Entry, *keys: str) -> float | None:
    value = next((entry[key] for key in keys if entry.get(key) is not None), None)
    if isinstance(value, dict):  # Google's durations
        whole, parts = value.get("seconds", 0.0), value.get("nanos", 0.0)
        value = (
            float(whole or 0) + float(parts or 0) / 1e9 if _is_number(whole) and _is_number(parts) else None
        )
    if isinstance(value, str):
        value = _of_words_s(value[:40].strip())
    if isinstance(value, float) and math.isfinite(value):
        return value if value >= 0 else None
    return None


def _is_number(value: Any) -> bool:
    try:
        return math.isfinite(float(value or 0))
    except (TypeError, ValueError):
        return False


def _of_words_s(value: str) -> float | None:
    """Return the seconds of "1.5", "1.500s" or "00:00:01,500"."""
    seconds = 0.0
    try:
        for part in value.removesuffix("s").replace(",", ".").split(":"):
            seconds = seconds * 60 + float(part)
    except ValueError:
        return None
    return seconds


def tokens_to_json(tokens: Iterable[TokenTime]) -> str:
    """Return a JSON list of tokens, a line each; seconds to the millisecond, null where not spoken."""
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
