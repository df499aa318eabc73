"""The order in which the characters of a line stand where some are written from right to left.

The Unicode bidirectional algorithm (UAX #9) without what texts hardly ever hold: explicit embeddings,
overrides and isolates count as nothing, and brackets are neutral like other signs (no rule N0). The rules
are named as they are there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_PAIRS: Final = "()[]{}<>«»‹›≤≥⟨⟩⁅⁆"
_MIRRORED: Final = dict(zip(_PAIRS, (_PAIRS[at ^ 1] for at in range(len(_PAIRS))), strict=True))
_STRONG: Final = ("L", "R", "AL")
_NUMBERS: Final = ("EN", "AN")


def has_right_to_left(text: str) -> bool:
    """Whether a text may have anything that is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether a paragraph is written from right to left: by its first letter (P2, P3)."""
    if not has_right_to_left(text):
        return False
    strong = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    return strong != "L"


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
    kinds = _weak([unicodedata.bidirectional(char) or "L" for char in text], "R" if base else "L")
    kinds = _neutral(kinds, "R" if base else "L")
    found = [_level(kind, base) for kind in kinds]
    for index in range(len(text) - 1, -1, -1):  # L1
        if not text[index].isspace():
            break
        found[index] = base
    return found


def _level(kind: str, base: int) -> int:
    """Return the level of a resolved kind (I1, I2)."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], before: str) -> list[str]:
    """Resolve marks, numbers and what stands between them (W1 to W7)."""
    kinds = list(kinds)
    previous = strong = before
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = previous  # W1
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"  # W2
        previous = kinds[index]
        strong = previous if previous in _STRONG else strong
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


def _neutral(kinds: list[str], base: str) -> list[str]:
    """Give spaces and signs the direction of what is on both sides, or of the paragraph (N1, N2)."""
    resolved: list[str] = []
    is_neutral = [kind not in {"L", "R", *_NUMBERS} for kind in kinds]
    for neutral, run in groupby(range(len(kinds)), key=is_neutral.__getitem__):
        indices = list(run)
        if not neutral:
            resolved += [kinds[index] for index in indices]
            continue
        first, last = indices[0], indices[-1]
        left = _side(kinds[first - 1]) if first else base
        right = _side(kinds[last + 1]) if last + 1 < len(kinds) else base
        resolved += [left if left == right else base] * len(indices)
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
