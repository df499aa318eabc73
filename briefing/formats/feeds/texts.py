"""The texts that go with an item's recording: transcripts in the order in which they are wanted, chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.feeds.recordings import bare_type, suffix_of
from briefing.formats.precision import precision
from briefing.linked import MOST_LINKED, LinkedKind, LinkedText
from briefing.text.language import language_tag, same_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.formats.feeds.recordings import NamedFile

_KINDS: Final = {
    "text/vtt": LinkedKind.TRANSCRIPT,
    "application/srt": LinkedKind.TRANSCRIPT,
    "application/x-subrip": LinkedKind.TRANSCRIPT,
    "text/srt": LinkedKind.TRANSCRIPT,
    "application/json+chapters": LinkedKind.CHAPTERS,
}
_SAYS_LITTLE: Final = ("text/plain", "application/octet-stream", "text/xml", "application/xml")
_TELLING: Final = {
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".json": "application/json",
    ".ttml": "application/ttml+xml",
    ".html": "text/html",
    ".htm": "text/html",
}
"""Ends of addresses that are believed where the type says little."""


def ordered(linked: Iterable[LinkedText], language: str) -> tuple[LinkedText, ...]:
    """Return what goes with a recording: first in the language of its item, then the finest first.

    Args:
        linked: What the item names, addresses empty where they are none, types as they are declared.
        language: Of the item, or its feed; empty if unknown.
    """
    spoken = language_tag(language) or ""

    def place(each: LinkedText) -> tuple[bool, bool, int]:
        tag = language_tag(each.language) or ""
        is_other = bool(spoken and tag) and not same_language(spoken, tag)
        return each.kind is LinkedKind.CHAPTERS, is_other, precision(each)

    named = (each._replace(media_type=_type_of(each)) for each in linked if each.address or each.text)
    return tuple(dict.fromkeys(sorted(named, key=place)))[:MOST_LINKED]


def texts_among(files: Iterable[NamedFile]) -> Iterator[LinkedText]:
    """Yield the texts among the files that an item names as if they were recordings."""
    for file in files:
        kind = _KINDS.get(bare_type(file.media_type))
        if kind is not None:
            yield LinkedText(kind, file.address, file.language, file.media_type)


def _type_of(linked: LinkedText) -> str:
    declared = bare_type(linked.media_type)
    told = _TELLING.get(suffix_of(linked.address), "")
    return told if told and declared in _SAYS_LITTLE else declared
