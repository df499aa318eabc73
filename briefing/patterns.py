"""Regular expressions of which a start may have no need: compiled when one is first asked.

A long one takes Python up to two milliseconds, and a start is done in sixty.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, without the wait."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # only what is not there yet: a method of a compiled pattern
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found
