"""Embeddings, overrides and isolates in a text of both directions: rules X1 to X8 of UAX #9."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

STRONG: Final = ("L", "R", "AL")
ISOLATES: Final = ("LRI", "RLI", "FSI")
_EMBEDDINGS: Final = ("LRE", "RLE", "LRO", "RLO")
REMOVED: Final = (*_EMBEDDINGS, "PDF", "BN")
"""What counts as nothing once embeddings are known (X9)."""
_DEEPEST: Final = 125
_CONTROL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATES_TO: Final = {"L": "\u2066", "R": "\u2067", "AL": "\u2067"}
"""What opens an isolate of the direction of its first letter."""


class _Embeddings:
    """The embeddings, overrides and isolates that are open (X1): level, override, whether an isolate's."""

    def __init__(self, base: int) -> None:
        self._open: list[tuple[int, str, bool]] = [(base, "", False)]
        self._isolates_left_out = self._left_out = 0

    @property
    def level(self) -> int:
        return self._open[-1][0]

    @property
    def override(self) -> str:
        return self._open[-1][1]

    def begin(self, kind: str, *, goes_right: bool) -> None:
        """Open what a kind opens, unless it were too deep (X2 to X5)."""
        is_isolate = kind in ISOLATES
        deeper = (self.level + 1) | 1 if goes_right else (self.level + 2) & ~1
        if deeper <= _DEEPEST and not self._isolates_left_out and not self._left_out:
            self._open.append((deeper, {"RLO": "R", "LRO": "L"}.get(kind, ""), is_isolate))
        elif is_isolate:
            self._isolates_left_out += 1
        elif not self._isolates_left_out:
            self._left_out += 1

    def end_isolate(self, *, has_begun: bool) -> None:
        """Close an isolate, and what is open in it (X6a)."""
        if self._isolates_left_out:
            self._isolates_left_out -= 1
        elif has_begun:
            self._left_out = 0
            while not self._open.pop()[2]:
                pass

    def end(self) -> None:
        """Close an embedding or override (X7)."""
        if self._isolates_left_out:
            return
        if self._left_out:
            self._left_out -= 1
        elif not self._open[-1][2] and len(self._open) > 1:
            self._open.pop()


def explicit_levels(original: list[str], base: int) -> tuple[list[str], list[int]]:
    """Return kinds and levels after embeddings, overrides and isolates (X1 to X8)."""
    kinds, found = list(original), [base] * len(original)
    ends = ends_of_isolates(original)
    closing = set(ends.values())
    state = _Embeddings(base)
    for index, kind in enumerate(original):
        if kind == "PDI":
            state.end_isolate(has_begun=index in closing)
        if kind not in {*REMOVED, "B"}:
            found[index], kinds[index] = state.level, state.override or kind
        if kind == "PDF":
            state.end()
        elif kind in _EMBEDDINGS or kind in ISOLATES:
            is_turned = kind == "FSI" and first_strong(original, index + 1, ends.get(index)) in {"R", "AL"}
            state.begin(kind, goes_right=is_turned or kind in {"RLE", "RLO", "RLI"})
    return kinds, found


def ends_of_isolates(kinds: list[str]) -> dict[int, int]:
    """Return where each isolate ends that does (BD9)."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(kinds):
        if kind in ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = index
        elif kind == "B":
            opened.clear()
    return ends


def first_strong(kinds: list[str], start: int = 0, stop: int | None = None) -> str:
    """Return the kind of the first letter, but of those in isolates (P2); empty if there is none."""
    depth = 0
    for kind in kinds[start:stop]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth -= depth > 0
        elif kind in STRONG and not depth:
            return kind
    return ""


def open_at(text: str, start: int, stop: int) -> str:
    """Return the signs that opened what is open at an offset: a line that begins there stands in all of it.

    Args:
        text: what has the paragraph.
        start: where that begins.
        stop: the offset.
    """
    if _CONTROL.search(text, start, stop) is None:  # as nearly always
        return ""
    chars = text[start:stop]
    kinds = [unicodedata.bidirectional(char) for char in chars]
    ends = ends_of_isolates(kinds)
    opened: list[tuple[str, bool]] = []
    for index, (char, kind) in enumerate(zip(chars, kinds, strict=True)):
        if kind in ISOLATES and index not in ends:
            toward = first_strong(kinds, index + 1) if kind == "FSI" else ""
            opened.append((_ISOLATES_TO.get(toward, char), True))
        elif kind in _EMBEDDINGS and not _is_in_closed_isolate(index, ends):
            opened.append((char, False))
        elif kind == "PDF" and opened and not opened[-1][1] and not _is_in_closed_isolate(index, ends):
            opened.pop()
    return "".join(char for char, _ in opened)


def _is_in_closed_isolate(index: int, ends: dict[int, int]) -> bool:
    return any(begin < index < end for begin, end in ends.items())
