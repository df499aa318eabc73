"""Fields of JSON transcripts, whatever each program calls them: text, speaker, start, end, confidence."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from briefing.formats.timed_text import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXTS: Final = (
    "body", "punctuated_word", "punct", "word", "text", "displayText", "content", "transcript", "caption",
    "transcription", "segment", "sentence", "utf8", "words", "lines", "line", "value",
)  # fmt: skip
_SPEAKERS: Final = (
    "speaker_name", "speakerName", "voice", "speaker", "speaker_label", "speakerTag", "speaker_id",
    "speakerId", "participant", "participantId", "user",
)  # fmt: skip
_STARTS: Final = frozenset(("start", "begin", "from", "onset"))
_STOPS: Final = frozenset(("end", "stop", "to"))
_LENGTHS: Final = frozenset(("duration", "dur", "length"))
_POINTS: Final = frozenset(("offset", "time", "ts", "timestamp"))
"""What a start is called where nothing says that it is one."""
_BESIDE: Final = _POINTS | {"data", "t", "d", "audio", "in", "at"}
"""Words of a key that change nothing of what it means."""
_UNITS: Final = {
    "ms": 1000, "millis": 1000, "milliseconds": 1000, "s": 1, "sec": 1, "secs": 1, "seconds": 1,
    "ticks": 10_000_000,
}  # fmt: skip
"""What units are called in keys -> how many make a second."""
_ENGLISH = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNHEARD: Final = frozenset(("not-found-in-audio", "not-found-in-transcript"))
_NOBODY: Final = "UU"
"""Speechmatics' word for a speaker that it cannot tell."""
_LONGEST_KEY: Final = 40
_SLOWEST_WORD_S: Final = 20
"""Nobody takes longer for a word, so that whole numbers beyond count something smaller than seconds."""
_ISO = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?")

Entry = dict[str, Any]


def at(found: Any, *path: str | int) -> Any:
    """Return what stands at a path of keys and indices, None if there is nothing."""
    for key in path:
        if isinstance(key, str):
            found = found.get(key) if isinstance(found, dict) else None
        else:
            found = found[key] if isinstance(found, list) and -len(found) <= key < len(found) else None
    return found


def entries_of(found: Any) -> list[Entry]:
    """Return the objects of a list, nothing if it is none."""
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def speakers_named(found: Any) -> dict[str, str]:
    """Return what the speakers are called whom entries name by a number or a key, by what `speaker_of` says.

    Args:
        found: What may hold them as a list of objects.
    """
    names: dict[str, str] = {}
    for entry in entries_of(found):
        key = next((entry[key] for key in ("id", "speaker_id", "speaker", "key") if key in entry), None)
        told = next(
            (entry[key] for key in ("name", "speaker_name", "display_name", "label") if key in entry), None
        )
        name = speaker_of(told)
        if key is not None and isinstance(told, str) and name:
            names[speaker_of(key)] = name
    return names


def text_of(entry: Entry) -> str:
    """Return what an entry says; empty if nothing."""
    for key in _TEXTS:
        value = entry.get(key)
        if key == "lines" and isinstance(value, list):
            value = "\n".join(line for line in value if isinstance(line, str))
        if isinstance(value, str) and value.strip():
            return value
    return ""


def speaker_of(found: Any) -> str:
    """Return the name of an entry's speaker, or of what stands there for one; empty if nobody knows."""
    value = found
    if isinstance(found, dict):
        value = next((found[key] for key in _SPEAKERS if found.get(key) is not None), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("id") or ""
    if isinstance(value, float):
        return f"Speaker {value:g}"
    return " ".join(value.split())[:80] if isinstance(value, str) and value != _NOBODY else ""


def span_of(entry: Entry, scale: float = 1.0) -> tuple[float | None, float | None]:
    """Return an entry's start and end in seconds, None where it has none.

    Args:
        entry: Whose keys may say what their numbers count: "startMs", "offsetInTicks".
        scale: Seconds of what is counted where they do not.
    """
    if entry.get("case") in _UNHEARD:
        return None, None  # what Gentle calls offsets of these are places in the text
    if isinstance(entry.get("offsets"), dict):
        start, stop = (seconds_of(entry["offsets"], key) for key in ("from", "to"))
        return None if start is None else start / 1000, None if stop is None else stop / 1000
    pair = entry.get("timestamp")
    if isinstance(pair, list) and pair:
        entry = {"start": pair[0], "end": pair[1] if len(pair) > 1 else None}
    found: dict[str, float] = {}
    # What names its unit first, then "start" before "start_offset", which may count frames.
    for key in sorted(entry, key=lambda key: (not _meaning(key)[1], len(key))):
        role, unit = _meaning(key)
        if role and role not in found and (value := seconds_of(entry, key)) is not None:
            found[role] = value / unit if unit else value * scale
    start = found.get("start", found.get("point"))
    stop = found.get("stop")
    if stop is None and start is not None and "length" in found:
        stop = start + found["length"]
    return start, stop


def is_timed(entry: Entry) -> bool:
    """Return whether an entry has a time, or what stands for one that is not known."""
    return any(value is not None and (key == "offsets" or _meaning(key)[0]) for key, value in entry.items())


def tells_time(key: str) -> bool:
    """Return whether a key is that of a time."""
    return bool(_meaning(key)[0])


def tells_words(key: str) -> bool:
    """Return whether a key is that of what is said."""
    return key in _TEXTS or key[:1].lower() + key[1:] in _TEXTS


@lru_cache(4096)
def _meaning(key: str) -> tuple[str, int]:
    """Return which time a key tells (start, stop, length, point), and how many of its unit make a second.

    Empty where it tells none; 0 where it names no unit.
    """
    words = [word.lower() for word in _ENGLISH.findall(key)] if len(key) <= _LONGEST_KEY else []
    unit = next((_UNITS[word] for word in words if word in _UNITS), 0)
    roles = [
        role
        for role, names in (("start", _STARTS), ("stop", _STOPS), ("length", _LENGTHS))
        if any(word in names for word in words)
    ]
    known = _STARTS | _STOPS | _LENGTHS | _BESIDE
    if not words or any(word not in known and word not in _UNITS for word in words) or len(roles) > 1:
        return "", 0
    if roles:
        return roles[0], unit
    return ("point", unit) if any(word in _POINTS for word in words) else ("", 0)


def confidence_of(entry: Entry) -> float:
    """Return how sure an entry is of its words, 0 to 1; certain if it does not say."""
    value = entry.get("confidence", entry.get("conf", EXACT))
    if isinstance(value, str):
        value = seconds_of(entry, "confidence")
    return min(max(value, 0.0), 1.0) if isinstance(value, float) and math.isfinite(value) else EXACT


def scale_of(entries: Sequence[Entry], *, is_assembly: bool = False) -> float:
    """Return what makes seconds of entries' numbers: seconds, milliseconds or ticks, which nobody names.

    Args:
        entries: Words or segments, in the order of their times.
        is_assembly: Whether the file is AssemblyAI's, which counts milliseconds.
    """
    some = entries[:50]
    stamps = [stamp for entry in some for stamp in span_of(entry) if stamp is not None]
    is_clock = any(
        isinstance(value, str) and ":" in value and tells_time(key)
        for entry in some
        for key, value in entry.items()
    )
    if is_clock or not stamps or any(stamp != int(stamp) for stamp in stamps):
        return 1.0
    words = sum(len(text_of(entry).split()) for entry in some)
    a_word = (stamps[-1] - stamps[0]) / max(words, 1)
    if a_word > _SLOWEST_WORD_S * 1000:
        return 1 / _UNITS["ticks"]
    return 0.001 if is_assembly or a_word > _SLOWEST_WORD_S else 1.0


def seconds_of(entry: Entry, *keys: str) -> float | None:
    """Return the time under the first of the keys that holds anything, None if it is no time."""
    value = next((entry[key] for key in keys if entry.get(key) is not None), None)
    if isinstance(value, dict) and "relative" in value:
        return seconds_of(value, "relative")
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
    """Return the seconds of "1.5", "1.500s", "00:00:01,500" or "PT1M2.5S"."""
    if iso := _ISO.fullmatch(value):
        hours, minutes, rest = (float(part or 0) for part in iso.groups())
        return hours * 3600 + minutes * 60 + rest
    seconds = 0.0
    try:
        for part in value.removesuffix("s").replace(",", ".").split(":"):
            seconds = seconds * 60 + float(part)
    except ValueError:
        return None
    return seconds
