"""Arabic letters as they join: the form of each beside its neighbours, from Unicode's own table.

Unicode has a code point for each form of a letter (presentation forms), and says of each which letter it
is a form of: `unicodedata.decomposition` gives "<medial> 0628". A letter joins what follows if it has an
initial form, and what goes before if it has a final one; so the table needs no data of our own.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORMS: Final = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))
"""The blocks of presentation forms."""
_LAM: Final = "\u0644"
_EXTENSION: Final = "\u0640"
"""A stroke (tatweel) that joins on both sides and has one form."""
_JOINER, _NON_JOINER = "\u200d", "\u200c"


class Shape(NamedTuple):
    """A letter with its marks as it is drawn: offsets in the text, and the form followed by the marks."""

    start: int
    stop: int
    drawn: str


@cache
def _table() -> dict[tuple[str, str], str]:
    """Return the form of each letter, or of a lam with the alef that follows it: (letters, kind) to form."""
    forms: dict[tuple[str, str], str] = {}
    for code in _FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split()[:3] or ("",)
        text = "".join(chr(int(letter, 16)) for letter in letters if not letter.startswith("<"))
        is_letter = len(text) == 1 and text != " "
        if kind.startswith("<") and (is_letter or (text[:1] == _LAM and _is_alef(text[1:]))):
            forms.setdefault((text, kind.strip("<>")), chr(code))
    return forms


def _is_alef(char: str) -> bool:
    return char in {"\u0622", "\u0623", "\u0625", "\u0627"}


def _reaches_next(cluster: str) -> bool:
    """Whether a letter joins what follows it."""
    if _NON_JOINER in cluster:
        return False
    return cluster[0] == _EXTENSION or _JOINER in cluster or (cluster[0], "initial") in _table()


def _reaches_back(cluster: str) -> bool:
    """Whether a letter joins what goes before it."""
    return cluster[0] == _EXTENSION or (cluster[0], "final") in _table()


def shaped(clusters: Sequence[tuple[int, int, str]]) -> Iterable[Shape]:
    """Give the characters of a text as they are drawn, in the order of the text.

    Args:
        clusters: start, stop and text of each character with its marks, one beside the other.
    """
    joins = [_reaches_next(left[2]) and _reaches_back(right[2]) for left, right in pairwise(clusters)]
    joins_back, joins_next = [False, *joins], [*joins, False]
    skips = False
    for index, (start, stop, cluster) in enumerate(clusters):
        if skips:
            skips = False
            continue
        letters, marks, after = cluster[0], cluster[1:], joins_next[index]
        if letters == _LAM and after and _is_alef(clusters[index + 1][2][0]):
            _, stop, alef = clusters[index + 1]  # noqa: PLW2901 - both are one
            letters, marks, after, skips = letters + alef[0], marks + alef[1:], False, True
        yield Shape(start, stop, _form(letters, back=joins_back[index], after=after) + marks)


def _form(letters: str, *, back: bool, after: bool) -> str:
    kind = {(False, False): "isolated", (True, False): "final", (False, True): "initial"}.get(
        (back, after), "medial"
    )
    return _table().get((letters, kind), letters)
