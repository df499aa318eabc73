"""What a page's player declares: that there is a recording, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.formats.pages.furniture import CLOCK, CLOCK_TIME, Furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.formats.pages.lines import PageLine


def find_player(lines: Sequence[PageLine]) -> tuple[bool, float | None]:
    """Return whether a player declares a recording, and its length in seconds, None where it shows none."""
    places = [i for i, line in enumerate(lines) if line.kind is Furniture.PLAYER]
    seconds = 0
    for i in places:
        for line in lines[max(0, i - 2) : i + 3]:
            if CLOCK.fullmatch(line.text):
                seconds = max([seconds, *map(_seconds, CLOCK_TIME.findall(line.text))])
    declares = any("media source" in lines[i].folded for i in places) or seconds > 0
    return declares, float(seconds) or None


def _seconds(shown: str) -> int:
    parts = [int(part) for part in shown.lstrip("-").split(":")]
    return sum(part * 60**power for power, part in enumerate(reversed(parts)))
