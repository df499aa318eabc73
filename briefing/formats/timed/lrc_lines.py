"""LRC with a stamp for each line alone, for players that show the stamps of words as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.timed import lrc

if TYPE_CHECKING:
    from briefing.formats.timed_text import Captions


def write(captions: Captions) -> str:
    """Return LRC without the stamps of words: see `lrc.write`."""
    lines = tuple(line._replace(is_stamped=False) for line in captions.lines)
    return lrc.write(captions._replace(lines=lines))
