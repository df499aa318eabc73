"""Rarer shapes of JSON with times, each told by keys of its own.

Times a letter (ElevenLabs), marks of speech (Amazon Polly), tiers (Montreal Forced Aligner), songs (LRCLIB
and others that hold LRC; Musixmatch's lines of parts), Speechmatics' first version, and oTranscribe's HTML.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed import lrc
from briefing.formats.timed.json_entries import (
    Entry,
    at,
    entries_of,
    seconds_of,
    speaker_of,
)
from briefing.formats.timed.json_words import lines_of_segments, lines_of_words, with_signs
from briefing.formats.timed_text import Piece, TimedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARACTERS: Final = (
    ("characters", "character_start_times_seconds", "character_end_times_seconds", 1.0),
    ("chars", "charStartTimesMs", "charDurationsMs", 0.001),
)
"""Keys of the letters, of their starts and of their ends, and the seconds that one counts."""
_LYRICS: Final = ("syncedLyrics", "synced_lyrics", "lyric", "lrc", "lyrics")
_STAMP: Final = re.compile(r'<span[^<>]*\bdata-timestamp="(\d{1,7}(?:\.\d{1,9})?)"[^>]*>[^<]*</span>')
_BREAK: Final = re.compile(r"<(?:br|/p|/div)\b[^<>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^<>]*>")
_WORDS_TIER: Final = re.compile(r"(?:(.*\S)\s*-\s*)?words?", re.IGNORECASE)
_SPAN: Final = 3


def rarer(found: Any) -> Iterator[TimedLine]:
    """Yield the lines of one of the shapes; nothing if it is none of them."""
    for shape in (_letters, _marks, _tiers, _lyrics, _parts, _named, _stamped_html):
        lines = list(shape(found))
        if lines:
            yield from lines
            return


def _letters(found: Any) -> Iterator[TimedLine]:
    """Yield words of letters that have a time each."""
    for letters_key, starts_key, ends_key, scale in _CHARACTERS:
        for place in (found, at(found, "alignment"), at(found, "normalized_alignment")):
            letters, starts, ends = (at(place, key) for key in (letters_key, starts_key, ends_key))
            if not all(isinstance(each, list) for each in (letters, starts, ends)):
                continue
            words: list[Entry] = []
            is_within = False
            for letter, start, end in zip(letters, starts, ends, strict=False):
                if not isinstance(letter, str) or not isinstance(start, float) or not isinstance(end, float):
                    continue
                stop = start + end if ends_key.startswith("charDurations") else end
                if is_within and letter.strip():
                    words[-1] = {**words[-1], "word": words[-1]["word"] + letter, "end": stop * scale}
                elif letter.strip():
                    words.append({"word": letter, "start": start * scale, "end": stop * scale})
                is_within = bool(letter.strip())
            if words:
                yield from lines_of_words(words)
                return


def _marks(found: Any) -> Iterator[TimedLine]:
    """Yield the sentences of Polly's marks, whose `start` and `end` are places in the text."""
    marks = [mark for mark in entries_of(found) if isinstance(mark.get("value"), str)]
    segments: list[Entry] = []
    for mark in marks:
        start = seconds_of(mark, "time")
        if start is None:
            continue
        if mark.get("type") == "sentence":
            segments.append({"text": mark["value"], "startMs": start, "words": []})
        elif mark.get("type") == "word":
            if not segments:
                segments.append({"text": "", "startMs": start, "words": []})
            segments[-1]["words"].append({"word": mark["value"], "startMs": start})
    yield from lines_of_segments(segments)


def _tiers(found: Any) -> Iterator[TimedLine]:
    """Yield the words of each speaker's tier, sorted by their times."""
    tiers = at(found, "tiers")
    named = (
        tiers.items() if isinstance(tiers, dict) else ((tier.get("name"), tier) for tier in entries_of(tiers))
    )
    lines: list[TimedLine] = []
    for name, tier in named:
        match = _WORDS_TIER.fullmatch(name) if isinstance(name, str) else None
        if match:
            words = [
                {"word": entry[2], "start": entry[0], "end": entry[1], "speaker": match[1]}
                for entry in at(tier, "entries") or ()
                if isinstance(entry, list) and len(entry) == _SPAN and isinstance(entry[2], str)
            ]
            lines += lines_of_words(words)
    yield from sorted(lines, key=lambda line: line.start_s)


def _lyrics(found: Any) -> Iterator[TimedLine]:
    """Yield the lines of LRC that stands in a string; of several songs those of the first."""
    for place in entries_of(found) or entries_of([found]):
        said = next((place[key] for key in _LYRICS if isinstance(place.get(key), str)), "")
        if lrc.is_lrc(said):
            yield from lrc.read(said).lines
            return


def _parts(found: Any) -> Iterator[TimedLine]:
    """Yield Musixmatch's lines: `l` lists parts, `c`, and how long after the start each comes, `o`."""
    for line in entries_of(found):
        start = seconds_of(line, "ts")
        parts = entries_of(line.get("l"))
        if start is None or not isinstance(line.get("x"), str) or not parts:
            continue
        pieces: list[Piece] = []
        for part in parts:
            text, offset = part.get("c"), seconds_of(part, "o")
            if not isinstance(text, str) or offset is None:
                continue
            if pieces and not text.strip():
                pieces[-1] = Piece(pieces[-1].text + text, pieces[-1].start_s, stop_s=start + offset)
            elif text.strip():
                pieces.append(Piece(text, start + offset))
        if pieces:
            yield TimedLine(tuple(pieces), seconds_of(line, "te"), is_stamped=True)


def _named(found: Any) -> Iterator[TimedLine]:
    """Yield the words of Speechmatics' first version, which are called `name`; speakers are told apart."""
    words = [
        {**word, "text": word["name"], "start": start, "end": start + (seconds_of(word, "duration") or 0.0)}
        for word in entries_of(at(found, "words"))
        if isinstance(word.get("name"), str) and (start := seconds_of(word, "time")) is not None
    ]
    turns = [
        (start, speaker_of(turn.get("name")))
        for turn in entries_of(at(found, "speakers"))
        if (start := seconds_of(turn, "time")) is not None
    ]
    for word in words:
        word["speaker"] = next((name for start, name in reversed(turns) if start <= word["start"]), None)
    yield from lines_of_words(with_signs(words, {}))


def _stamped_html(found: Any) -> Iterator[TimedLine]:
    """Yield the paragraphs of oTranscribe, which keeps HTML with times between the words."""
    said = at(found, "text")
    parts = _STAMP.split(said) if isinstance(said, str) else []
    for stamp, part in zip(parts[1::2], parts[2::2], strict=True):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", part)))
        paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        if paragraphs:
            yield TimedLine((Piece("\n".join(paragraphs), float(stamp)),), starts_paragraph=True)
