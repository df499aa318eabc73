"""The order in which the characters of a line stand where some are written from right to left.

The Unicode bidirectional algorithm (UAX #9), whole; the rules are named as they are there. A line is taken
for itself, behind the signs of the embeddings and isolates that it stands in (`embeddings.open_at`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from briefing.ui.glyphs.embeddings import (
    ISOLATES,
    REMOVED,
    STRONG,
    ends_of_isolates,
    explicit_levels,
    first_strong,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_PAIRS: Final = "()[]{}<>«»‹›≤≥⟨⟩⁅⁆"
_MIRRORED: Final = dict(zip(_PAIRS, (_PAIRS[at ^ 1] for at in range(len(_PAIRS))), strict=True))
_NUMBERS: Final = ("EN", "AN")
_MOST_BRACKETS: Final = 63
_CROSSED: Final = {"\u298d": "\u2990", "\u298f": "\u298e"}
"""Brackets whose pair is not the next sign that closes."""
_SIGNS: Final = (*range(0x80), *range(0xF00, 0x1700), *range(0x2000, 0x3100), *range(0xFE00, 0x10000))
"""Where in Unicode there are brackets."""


def has_right_to_left(text: str) -> bool:
    """Whether a text may have anything that is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether a paragraph is written from right to left: by its first letter (P2, P3)."""
    if not has_right_to_left(text):
        return False
    return first_strong([unicodedata.bidirectional(char) for char in text]) in {"R", "AL"}


@cache
def _pair_of() -> dict[str, str]:
    """Return what closes each bracket that opens."""
    pairs: dict[str, str] = {}
    opening = ""
    for char in map(chr, _SIGNS):
        if unicodedata.mirrored(char) and (kind := unicodedata.category(char)) in {"Ps", "Pe"}:
            if kind == "Pe" and opening:
                pairs[opening] = char
            opening = char if kind == "Ps" else ""
    return pairs | _CROSSED


def mirrored(char: str) -> str:
    """Return what a bracket looks like in a text from right to left (L4)."""
    return _MIRRORED.get(char, char)


def levels(text: str, *, right_to_left: bool) -> list[int]:
    """Return the embedding level of each character: even ones are written from left to right.

    Args:
        text: a line.
        right_to_left: how the paragraph is written.
    """
    base = int(right_to_left)
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    kinds, found = explicit_levels(original, base)
    explicit = tuple(found)
    for sequence in _sequences(original, explicit):
        kept = [text[index] for index in sequence]
        sides = _sides(sequence, original, explicit, base)
        resolved = _resolved(kept, [kinds[index] for index in sequence], explicit[sequence[0]], sides)
        for index, level in zip(sequence, resolved, strict=True):
            found[index] = level
    level = base
    for index, kind in enumerate(original):
        if kind in REMOVED:
            found[index] = level  # they are not drawn; so they part nothing
        level = found[index]
    _reset_spaces(original, found, base)
    return found


def _sequences(original: list[str], found: Sequence[int]) -> Iterator[list[int]]:
    """Give the isolating run sequences as indices (X9, X10, BD13)."""
    kept = [index for index, kind in enumerate(original) if kind not in REMOVED]
    runs = [list(run) for _, run in groupby(kept, key=found.__getitem__)]
    starts = {run[0]: run for run in runs}
    ends = ends_of_isolates(original)
    continued = {end for start, end in ends.items() if end in starts}
    for run in runs:
        if run[0] in continued:
            continue
        sequence = list(run)
        while (end := ends.get(sequence[-1])) is not None:
            sequence += starts[end]
        yield sequence


def _resolved(chars: list[str], kinds: list[str], level: int, sides: tuple[str, str]) -> list[int]:
    """Return the levels of a sequence by the kinds of its characters (W1 to W7, N0 to N2, I1, I2)."""
    own = "R" if level % 2 else "L"
    found = _weak(kinds, sides[0])
    found = _brackets(chars, kinds, found, own, sides[0])
    found = _neutral(found, own, sides)
    if level % 2:
        return [level + (kind != "R") for kind in found]
    return [level + {"L": 0, "R": 1}.get(kind, 2) for kind in found]


def _sides(sequence: list[int], original: list[str], found: Sequence[int], base: int) -> tuple[str, str]:
    """Return the directions before and behind a sequence (X10)."""

    def beside(index: int, step: int) -> int:
        index += step
        while 0 <= index < len(found) and original[index] in REMOVED:
            index += step
        return found[index] if 0 <= index < len(found) else base

    first, last = sequence[0], sequence[-1]
    behind = base if original[last] in ISOLATES else beside(last, 1)  # an isolate that does not end
    before, after = (max(found[first], level) % 2 for level in (beside(first, -1), behind))
    return "LR"[before], "LR"[after]


def _reset_spaces(original: list[str], found: list[int], base: int) -> None:
    """Let separators, and spaces before them and at the end, have the paragraph's level (L1)."""
    is_end = True
    for index in range(len(found) - 1, -1, -1):
        kind = original[index]
        if kind in {"B", "S"}:
            found[index], is_end = base, True
        elif kind in {"WS", "PDI", *ISOLATES, *REMOVED}:
            found[index] = base if is_end else found[index]
        else:
            is_end = False


def _weak(kinds: list[str], before: str) -> list[str]:
    """Resolve marks, numbers and what stands between them (W1 to W7)."""
    kinds = list(kinds)
    previous = strong = before
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if previous in {"PDI", *ISOLATES} else previous  # W1
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"  # W2
        previous = kinds[index]
        strong = previous if previous in STRONG else strong
    kinds = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[index - 1 : index + 2]
        if left == right and ((left == "EN" and kind in {"ES", "CS"}) or (left == "AN" and kind == "CS")):
            kinds[index] = left
    kinds = _beside_numbers(kinds)
    strong = before
    for index, kind in enumerate(kinds):  # W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _beside_numbers(kinds: list[str]) -> list[str]:
    """Let signs such as percent belong to the number they touch (W5); others are neutral (W6)."""
    resolved: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    for at, (kind, count) in enumerate(runs):
        around = {runs[near][0] for near in (at - 1, at + 1) if 0 <= near < len(runs)}
        is_sign = kind in {"ES", "ET", "CS"}
        resolved += ["EN" if kind == "ET" and "EN" in around else "ON" if is_sign else kind] * count
    return resolved


def _brackets(chars: list[str], before_weak: list[str], kinds: list[str], own: str, before: str) -> list[str]:
    """Give brackets of a pair the direction of what is in them, or of what goes before (N0)."""
    kinds = list(kinds)
    for opening, closing in _pairs(chars, kinds):
        inside = {_side(kind) for kind in kinds[opening + 1 : closing]} & {"L", "R"}
        if own in inside:
            side = own
        elif inside:
            earlier = (_side(kind) for kind in reversed(kinds[:opening]))
            context = next((kind for kind in earlier if kind in {"L", "R"}), before)
            side = context if context in inside else own
        else:
            continue
        for at in (opening, closing):
            kinds[at] = side
            mark = at + 1
            while mark < len(kinds) and before_weak[mark] == "NSM":
                kinds[mark] = side
                mark += 1
    return kinds


def _pairs(chars: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets, by their openings (BD16)."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    pair_of = _pair_of()
    closings = set(pair_of.values())
    for index, char in enumerate(chars):
        char = unicodedata.normalize("NFC", char)  # noqa: PLW2901 - some brackets are two characters
        if kinds[index] != "ON":
            continue
        if closing := pair_of.get(char):
            if len(opened) == _MOST_BRACKETS:
                return []
            opened.append((closing, index))
        elif char in closings:
            at = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == char), None)
            if at is not None:
                found.append((opened[at][1], index))
                del opened[at:]
    return sorted(found)


def _neutral(kinds: list[str], own: str, sides: tuple[str, str]) -> list[str]:
    """Give spaces and signs the direction of what is on both sides, or their own (N1, N2)."""
    resolved: list[str] = []
    is_neutral = [kind not in {"L", "R", *_NUMBERS} for kind in kinds]
    for neutral, run in groupby(range(len(kinds)), key=is_neutral.__getitem__):
        indices = list(run)
        if not neutral:
            resolved += [kinds[index] for index in indices]
            continue
        first, last = indices[0], indices[-1]
        left = _side(kinds[first - 1]) if first else sides[0]
        right = _side(kinds[last + 1]) if last + 1 < len(kinds) else sides[1]
        resolved += [left if left == right else own] * len(indices)
    return resolved


def _side(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind


def in_view(found: list[int]) -> list[int]:
    """Return the indices of a line's characters from left to right, by their levels (L2)."""
    order = list(range(len(found)))
    odd = [level for level in found if level % 2]
    for level in range(max(found, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and found[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = max(stop, start + 1)
    return order
