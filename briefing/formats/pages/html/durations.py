"""How long a recording is, as pages write it: ISO 8601, a clock, a number of seconds, or words."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 64
"""Characters."""
_ISO: Final = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+(?:[.,]\d+)?)D)?"
    r"(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?",
    re.IGNORECASE,
)
_ISO_SECONDS: Final = (0.0, 0.0, 604_800.0, 86_400.0, 3600.0, 60.0, 1.0)
"""A year and a month have no length, and no recording takes one."""
_CLOCK: Final = re.compile(r"-?(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d+)?")
_NUMBER: Final = re.compile(
    r"(\d{1,9}(?:\.\d+)?)\s*(ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)?", re.IGNORECASE
)
_WORDS: Final = re.compile(
    r"(?:(\d{1,3})\s*(?:h|hrs?|hours?|std|stunden?)\.?\s*)?(?:(\d{1,3})\s*(?:m|mins?|minutes?|minuten?)\.?\s*)?"
    r"(?:(\d{1,3})\s*(?:s|secs?|seconds?|sek|sekunden?)\.?)?",
    re.IGNORECASE,
)
_SHOWN: Final = re.compile(
    r"(?:[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?\s?[:：]?\s*)?[(（]?"
    r"((?:\d{1,2}:)?\d{1,3}:\d\d|\d{1,3}\s*min[a-z]{0,6}\.?\s*\d{1,2}\s*s[a-z]{0,8})"
    r"[)）]?\s*(?:min[a-z]{0,6}|мин|分)?\.?",
    re.IGNORECASE,
)
"""A length with its label before it, and its unit behind."""
_NOTED: Final = re.compile(r"[(（\[|·•–—,]\s?((?:\d{1,2}:)?\d{1,3}:\d\d)\s?(?=[)）\]|·•,]|$)")
"""A length set apart within a line: "Download the audio (3:48, 2 MB)"; an hour of the day is not."""
_LONGEST_NOTE: Final = 300
"""Characters."""
_LONGEST_S: Final = 36_000
"""Ten hours: a larger bare number counts thousandths of a second."""


def read_duration(said: str) -> float | None:
    """Return a length in seconds, above 0; None if it is none: "PT3M48S", "3:48", "228", "3 min 48 s"."""
    said = said.strip()
    if not said or len(said) > _LONGEST:
        return None
    seconds = 0.0
    if found := _ISO.fullmatch(said):
        parts = [float((part or "0").replace(",", ".")) for part in found.groups()]
        seconds = sum(part * length for part, length in zip(parts, _ISO_SECONDS, strict=True))
    elif found := _CLOCK.fullmatch(said):
        hours, minutes, rest = (int(part or 0) for part in found.groups())
        seconds = float(hours * 3600 + minutes * 60 + rest)
    elif found := _NUMBER.fullmatch(said):
        unit = (found[2] or "").lower()
        seconds = float(found[1]) * _unit_s(unit, float(found[1]))
    elif found := _WORDS.fullmatch(said):
        hours, minutes, rest = (int(part or 0) for part in found.groups())
        seconds = float(hours * 3600 + minutes * 60 + rest)
    return seconds if seconds > 0 else None


def shown_duration(line: str) -> float | None:
    """Return the length in seconds that a line shows, and little else: "Length: 3:48 min"; None if none."""
    found = _SHOWN.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    return read_duration(found[1]) if found else None


def noted_duration(line: str) -> float | None:
    """Return the length in seconds that a line notes, set apart by brackets or bars; None if it does not."""
    found = _NOTED.findall(line.strip()) if len(line) <= _LONGEST_NOTE else []
    return read_duration(found[0]) if len(found) == 1 else None


def _unit_s(unit: str, number: float) -> float:
    if unit == "ms" or (not unit and number >= _LONGEST_S):
        return 0.001
    return {"m": 60.0, "h": 3600.0}.get(unit[:1], 1.0)
