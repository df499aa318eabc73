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


_PRECISION: Final = (
    (".json", "application/json"),
    (".vtt", "text/vtt"),
    (".ttml", "application/ttml+xml"),
    (".dfxp", ".lrc", ".ass", "application/ttaf+xml"),
    (".srt", "application/srt", "application/x-subrip", "text/srt"),
    (".sbv", ".smil", "application/smil+xml"),
    (".html", ".htm", "text/html", ""),
    (".txt", "text/plain"),
)
"""The likelier words have times of their own, the earlier."""
WITHOUT_WORDS: Final = 4
"""From this place on no format tells the times of words."""


def precision(linked: LinkedText) -> int:
    """Return a text's place among others by how finely it may tell times: the lower, the finer.

    Its declared type tells that, else the end of its address. One that the page holds itself has no times.
    """
    if linked.text:
        return len(_PRECISION)
    path = linked.address.partition("#")[0].partition("?")[0].lower()
    suffix = "." + path.rpartition("/")[2].rpartition(".")[2] if "." in path.rpartition("/")[2] else ""
    for told in filter(None, (linked.media_type, suffix)):
        found = next((place for place, names in enumerate(_PRECISION) if told in names), None)
        if found is not None:
            return found
    return len(_PRECISION) - 2
