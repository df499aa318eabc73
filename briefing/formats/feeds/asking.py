"""What the processes that read feeds are asked, and what they answer: the kinds of messages."""

from __future__ import annotations

from enum import IntEnum


class ReadingRequest(IntEnum):
    """What is wanted of some bytes."""

    FEED = 1
    SUBSCRIPTIONS = 2


class ReadingAnswer(IntEnum):
    """What came of it."""

    FOUND = 1
    NONE = 2
    """They are nothing of the kind."""
