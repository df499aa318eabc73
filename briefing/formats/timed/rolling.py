"""Captions that roll: each cue repeats the last lines of the one before, as on a screen of three lines.

YouTube's own captions come so: a cue with the line before and a new one with stamps, then
one of ten milliseconds in which nothing is new. Each line counts once, where it is new.
A text that only repeats itself, as songs do, shows no such pattern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BLINK_S: Final = 0.05
"""A cue this short is there for the rolling alone."""
_JOIN_S: Final = 0.1
"""How far two cues of one roll may lie apart."""
_MOST_CUES: Final = 0.6
"""The share of cues of several lines that must begin with the line before."""
_ENOUGH: Final = 3


class _Cue(Protocol):
    @property
    def start_s(self) -> float: ...
    @property
    def stop_s(self) -> float: ...
    @property
    def payload(self) -> list[str]: ...


C = TypeVar("C", bound=_Cue)


class _Carried(NamedTuple):
    cue: int
    lines: int
    is_all: bool


def unrolled(cues: Sequence[C], plain: Callable[[str], str]) -> Iterator[C]:
    """Yield the cues without the lines that they carry on, if they roll.

    Args:
        cues: In the order of the file. Their payload is shortened in place.
        plain: What makes text of a line with tags.
    """
    said = [[shown for line in cue.payload if (shown := " ".join(plain(line).split()))] for cue in cues]
    carried = list(_carried(cues, said))
    if not _rolls(cues, said, carried):
        yield from cues
        return
    lines_of = {found.cue: found for found in carried}
    for i, cue in enumerate(cues):
        found = lines_of.get(i)
        if found and found.is_all:
            continue
        if found:
            left = found.lines
            while left:
                left -= bool(plain(cue.payload.pop(0)).strip())
        yield cue


def _carried(cues: Sequence[_Cue], said: Sequence[list[str]]) -> Iterator[_Carried]:
    """Yield how many lines each cue repeats from the end of the one before."""
    for i in range(1, len(cues)):
        before, now = said[i - 1], said[i]
        if not now or cues[i].start_s - cues[i - 1].stop_s > _JOIN_S:
            continue
        for count in range(min(len(before), len(now)), 0, -1):
            if before[-count:] == now[:count]:
                yield _Carried(i, count, count == len(now))
                break


def _rolls(cues: Sequence[_Cue], said: Sequence[list[str]], carried: Sequence[_Carried]) -> bool:
    taller = sum(len(lines) > 1 for lines in said)
    joined = sum(not found.is_all for found in carried)
    blinks = sum(
        found.is_all and cues[found.cue].stop_s - cues[found.cue].start_s <= _BLINK_S for found in carried
    )
    return joined > 0 and joined >= taller * _MOST_CUES and (blinks > 0 or joined >= _ENOUGH)
