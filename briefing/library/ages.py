"""How old an item is, in words: "3 hours ago"."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from briefing.announce_text import date_in_words

_STEPS: Final = (("minute", 60), ("hour", 3600), ("day", 86400), ("week", 7 * 86400))
_MOST_WEEKS: Final = 8
"""After which a date says more."""


def moment_of(published: str, now: datetime) -> datetime | None:
    """Return when something was published, in the zone of `now`; None where that cannot be told."""
    try:
        at = datetime.fromisoformat(published)
    except ValueError:
        return None
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(now.tzinfo)


def age_in_words(published: str, now: datetime) -> str:
    """Return how long ago something was published; empty where that cannot be told.

    Args:
        published: ISO 8601, with an offset.
        now: The time, of any zone; dates are told in this one.
    """
    at = moment_of(published, now)
    if at is None:
        return ""
    past_s = (now - at).total_seconds()
    if past_s > _MOST_WEEKS * _STEPS[-1][1]:
        return date_in_words(at)
    unit, unit_s = next(((unit, s) for unit, s in reversed(_STEPS) if past_s >= s), ("", 1))
    if not unit:
        return "just now"
    count = int(past_s // unit_s)
    return f"{count} {unit}{'s' * (count > 1)} ago"
