"""Fields of JSON transcripts, whatever each program calls them: text, speaker, start, end, confidence."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from briefing.formats.timed.model import EXACT

_UNITS: Final = {"InTicks": 10_000_000, "Milliseconds": 1000}
"""What Azure's numbers of whole units are called -> how many make a second."""
_NOBODY: Final = "UU"
"""Speechmatics' word for a speaker that it cannot tell."""
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


def text_of(entry: Entry) -> str:
    """Return what an entry says; empty if nothing."""
    for key in ("body", "punctuated_word", "word", "text", "displayText", "content", "transcript", "caption"):
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def speaker_of(found: Any) -> str:
    """Return the name of an entry's speaker, or of what stands there for one; empty if nobody knows."""
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
    return " ".join(value.split())[:80] if isinstance(value, str) and value != _NOBODY else ""


def span_of(entry: Entry, scale: float = 1.0) -> tuple[float | None, float | None]:
    """Return an entry's start and end in seconds, None where it has none."""
    offsets = entry.get("offsets")
    if isinstance(offsets, dict):
        start, stop = seconds_of(offsets, "from"), seconds_of(offsets, "to")
        return None if start is None else start / 1000, None if stop is None else stop / 1000
    for unit, a_second in _UNITS.items():
        start, length = seconds_of(entry, f"offset{unit}"), seconds_of(entry, f"duration{unit}")
        if start is not None:
            return start / a_second, None if length is None else (start + length) / a_second
    stamp = entry.get("timestamp")
    if isinstance(stamp, list) and stamp:
        pair = {"start": stamp[0], "end": stamp[1] if len(stamp) > 1 else None}
        return seconds_of(pair, "start"), seconds_of(pair, "end")
    start = seconds_of(
        entry, "start", "startTime", "start_time", "ts", "startOffset", "begin", "from", "offset"
    )
    stop = seconds_of(entry, "end", "endTime", "end_time", "end_ts", "endOffset", "to")
    length = seconds_of(entry, "duration", "dur")
    if stop is None and start is not None and length is not None:
        stop = start + length
    return None if start is None else start * scale, None if stop is None else stop * scale


def confidence_of(entry: Entry) -> float:
    """Return how sure an entry is of its words, 0 to 1; certain if it does not say."""
    value = entry.get("confidence", entry.get("conf", EXACT))
    if isinstance(value, str):
        value = seconds_of(entry, "confidence")
    return min(max(value, 0.0), 1.0) if isinstance(value, float) and math.isfinite(value) else EXACT


def seconds_of(entry: Entry, *keys: str) -> float | None:
    """Return the time under the first of the keys that holds anything, None if it is no time."""
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
