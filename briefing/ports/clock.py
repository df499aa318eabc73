"""Time, and work done elsewhere, as the core asks for them."""

from __future__ import annotations

from collections.abc import Callable

Clock = Callable[[], float]
"""Monotonic seconds; `time.monotonic` unless testing."""


InBackground = Callable[[Callable[[], None]], None]
"""Does slow work elsewhere; a thread of its own unless testing."""
