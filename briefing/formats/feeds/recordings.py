"""Which of the files that an item names is its recording.

Rules:
1. Only sound and films, told by their type, or by the end of their address where the type says nothing.
2. Sound before films, the whole before a sample, the item's language before another.
3. What the item gives as its enclosure before what it gives besides; what is marked as the usual one first.
4. Of several qualities the nearest to `USUAL_KBPS`; where none is told, the first.
"""

from __future__ import annotations

import math
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from briefing.formats.suffixes import AUDIO_SUFFIXES
from briefing.text.language import language_tag, same_language

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL_KBPS: Final = 128.0
"""What talk is good at, and does not take longer to come than it need."""
_FILMS: Final = (".mp4", ".m4v", ".mov", ".mkv", ".webm", ".3gp", ".3g2", ".avi", ".ogv")
_SOUND_TYPES: Final = (
    "application/ogg",
    "application/x-ogg",
    "application/mp3",
    "audio",
    "mp3",
    "mpeg",
    "sound",
)
_STREAMS: Final = ("mpegurl", "dash+xml", "x-scpls")
"""Lists of pieces, and stations: no files."""
_SAYS_NOTHING: Final = (
    "", "application/octet-stream", "binary/octet-stream", "application/x-download",
    "application/force-download", "text/html", "text/plain", "audio/unknown", "unknown", "none",
)  # fmt: skip


class NamedFile(NamedTuple):
    """A file that an item names; its address is whole."""

    address: str
    media_type: str = ""
    """As it is declared, in any case, with or without parameters."""
    is_enclosure: bool = True
    """Whether it is what the item gives first of all: an alternative is not."""
    is_usual: bool = False
    """Whether it is marked as the default."""
    is_sample: bool = False
    kbps: float = 0.0
    """0 where it is not told."""
    language: str = ""
    length_s: float | None = None


def bare_type(media_type: str) -> str:
    """Return a type in lower case without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def suffix_of(address: str) -> str:
    """Return how the file of an address ends, in lower case: ".mp3"; empty where its name does not tell."""
    try:
        return PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
    except ValueError:
        return ""


def recording_among(
    files: Sequence[NamedFile], language: str, *, has_length: bool = False
) -> NamedFile | None:
    """Return the file that would be played; None if there is none.

    Args:
        files: What an item names, in its order, addresses empty where they are none.
        language: That of the item, empty if unknown.
        has_length: Whether the item says how long it is, so that a file of which nothing is told is heard.
    """
    heard = [file for file in files if file.address and (_is_heard(file) or (has_length and _is_bare(file)))]
    return min(heard, key=lambda file: _place(file, language), default=None)


def _place(file: NamedFile, language: str) -> tuple[bool, bool, bool, bool, bool, float]:
    tag = language_tag(file.language) or ""
    return (
        _is_film(file),
        file.is_sample,
        bool(tag and language) and not same_language(tag, language_tag(language) or ""),
        not file.is_enclosure,
        not file.is_usual,
        abs(math.log(file.kbps / USUAL_KBPS)) if file.kbps > 0 else 0.0,
    )


def _is_heard(file: NamedFile) -> bool:
    kind, suffix = bare_type(file.media_type), suffix_of(file.address)
    if any(stream in kind for stream in _STREAMS) or suffix in (".m3u8", ".mpd", ".m3u", ".pls"):
        return False
    if kind in _SAYS_NOTHING:
        return suffix in AUDIO_SUFFIXES or suffix in _FILMS
    return kind.startswith(("audio/", "video/")) or kind in _SOUND_TYPES


def _is_bare(file: NamedFile) -> bool:
    return file.is_enclosure and not suffix_of(file.address) and bare_type(file.media_type) in _SAYS_NOTHING


def _is_film(file: NamedFile) -> bool:
    kind = bare_type(file.media_type)
    if kind in _SAYS_NOTHING:
        return suffix_of(file.address) in _FILMS
    return kind.startswith("video/")
