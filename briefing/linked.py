"""What a text names that goes with its recording: transcripts, subtitles, chapters, each at an address."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

MOST_LINKED: Final = 60
"""Subtitles of a film are in forty languages; more is no list of texts any more."""


class LinkedKind(StrEnum):
    """What a text is to a recording."""

    CAPTIONS = "captions"
    """What is said, and what else is heard."""
    SUBTITLES = "subtitles"
    """What is said, perhaps in another language."""
    TRANSCRIPT = "transcript"
    """What is said, perhaps without times."""
    CHAPTERS = "chapters"


class LinkedText(NamedTuple):
    """A text that goes with a recording; nothing here has been through `safe_text`."""

    kind: LinkedKind
    address: str = ""
    """Where it is; empty where `text` holds it."""
    language: str = ""
    """As it is declared; empty where it is not."""
    media_type: str = ""
    """As it is declared, in lower case: "text/vtt"; empty where it is not."""
    text: str = ""
    """All of it, where it is not elsewhere."""
