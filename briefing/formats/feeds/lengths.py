"""How long a recording is, and where its chapters begin, as feeds write it."""

from __future__ import annotations

import re
from typing import Final

from briefing.formats.draft import LONGEST_S
from briefing.formats.pages.html.durations import read_duration

_CLOCK: Final = re.compile(r"(?:(\d{1,4}):)?(\d{1,5}):(\d{1,2}(?:[.,]\d{1,9})?)")
_SECONDS: Final = re.compile(r"\d{1,12}(?:\.\d{1,9})?")
_DAY_S: Final = 24 * 3600
"""A larger number counts thousandths of a second: no episode takes a day."""


def read_length(said: str) -> float | None:
    """Return a length in seconds, above 0; None if it is none: "3:48", "00:03:48", "228", "PT3M48S"."""
    said = said.strip()
    seconds = time_in(said)
    if seconds is None:
        seconds = None if said.startswith("-") else read_duration(said)
    elif ":" not in said and seconds > _DAY_S:
        seconds /= 1000
    return seconds if seconds is not None and 0 < seconds <= LONGEST_S else None


def time_in(said: str) -> float | None:
    """Return a time in a recording in seconds: "1:03.5", "00:02:00.250" or "63.5"; None if it is none.

    That is Normal Play Time (RFC 2326, 3.6), as Podlove Simple Chapters have it.
    """
    said = said.strip()
    if found := _CLOCK.fullmatch(said):
        hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds
    return float(said) if _SECONDS.fullmatch(said) else None
