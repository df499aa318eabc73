"""Which of the texts that go with a recording tells times the most finely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.linked import LinkedText

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
