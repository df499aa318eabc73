"""Text folded for comparing: without case, accents, or kinds of quotes and dashes.

Folding can change the length of a text ("ß" becomes "ss", an accent of its own goes), so
a `Folded` can say where each of its characters came from. Compatibility decomposition and
case folding are Unicode's (UAX #15 NFKD, and the standard's section 3.13).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN: Final = (
    dict.fromkeys("‘’‚‛′´`ʼ＇", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"ё": "е", "Ё": "е"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069", "")
)


class Folded:
    """A folded text, which knows where its characters came from."""

    def __init__(self, text: str, source: str, lengths: Mapping[str, int] | None = None) -> None:
        """Take a folded text.

        Args:
            text: It.
            source: What was folded.
            lengths: How many characters each of the source's has become; None where it is one for each.
        """
        self.text = text
        self._source = source
        self._lengths = lengths

    @cached_property
    def starts(self) -> tuple[int, ...] | None:
        """Where each character came from; None where nothing moved. Found when something is looked up."""
        if self._lengths is None:
            return None
        return tuple(i for i, char in enumerate(self._source) for _ in range(self._lengths.get(char, 1)))

    def index(self, offset: int) -> int:
        """Return the first folded character that came from `offset` or later."""
        return offset if self.starts is None else bisect_left(self.starts, offset)

    def source_range(self, start: int, stop: int) -> tuple[int, int]:
        """Return the half-open range of the source that folded characters `start` to `stop` came from."""
        if self.starts is None:
            return start, stop
        last = self.starts[stop - 1]
        following = bisect_left(self.starts, last + 1)
        end = self.starts[following] if following < len(self.starts) else len(self._source)
        return self.starts[start], end


def fold(text: str) -> Folded:
    """Return `text` folded, each white space a plain space."""
    if text.isascii():
        return Folded(text.lower().replace("\n", " ").replace("`", "'"), text)
    table = {char: _fold_char(char) for char in set(text)}
    folded = text.translate({ord(char): to for char, to in table.items()})
    lengths = {char: len(to) for char, to in table.items() if len(to) != 1}
    return Folded(folded, text, lengths or None)


@lru_cache(4096)
def _fold_char(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return " "
    if "\uac00" <= char <= "\ud7a3":
        return char  # a Hangul syllable is a letter to its readers
    once = _bare(char).casefold()
    return _bare(once)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Me"})
