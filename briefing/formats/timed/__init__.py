"""Timed texts: one module a format, which reads it, and writes it where it can be written.

A format is a module with `NAME`, `SUFFIXES`, `NOTHING` (what to say of one without a line),
`score(text, suffix)` (how sure it is that the start of a text is its own, 0 to 1) and `read(text)`; one
that can be written has `write(captions)`. A new one is that module and its row here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.formats.timed import (
    labels,
    lrc,
    recognised,
    sbv,
    smil,
    srt,
    stamped,
    substation,
    textgrid,
    ttml,
    vtt,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.formats.timed.model import Captions, TimedFile
    from briefing.formats.timed.smil import Load

_FORMATS: Final = (substation, textgrid, smil, ttml, vtt, sbv, labels, recognised, lrc, srt, stamped)
"""Of two that are as sure, the first reads."""
SUFFIXES: Final = tuple(suffix for format_ in _FORMATS for suffix in format_.SUFFIXES)
"""What the formats are called; some of them are other texts' names, too."""
WRITERS: Final[dict[str, Callable[[Captions], str]]] = {
    ".vtt": vtt.write,
    ".srt": srt.write,
    ".lrc": lrc.write,
    ".ttml": ttml.write,
    ".sbv": sbv.write,
    ".txt": labels.write,
    ".textgrid": textgrid.write,
}
"""Suffix -> what writes the format, JSON apart, which holds the words of a text and not its lines."""


def likelihood(text: str, suffix: str) -> float:
    """Return how likely the start of a text is in one of the formats, 0 to 1."""
    found: float = max(format_.score(text, suffix) for format_ in _FORMATS)
    return found


def read(text: str, suffix: str, load: Load) -> tuple[TimedFile, str]:
    """Return what a text holds, read by the format that is surest, and what to say if there is no line in it.

    Args:
        text: All of it.
        suffix: Of its name, in lower case, with the dot.
        load: What gives the files that it names.
    """
    head = text[:65_536]
    _, best = max(
        ((format_.score(head, suffix), format_) for format_ in _FORMATS), key=lambda found: found[0]
    )
    return (smil.read(text, load) if best is smil else best.read(text)), str(best.NOTHING)
