"""Tables of words that are searched where they lie, in a file or in memory, and never read as a whole.

Theory of operation: a table is lines of a key, a tab and a value in JSON, sorted by the bytes of the keys;
one is found by bisection, in some 20 steps. So a hundred thousand words take no time to load, and no memory
but that of the pages that were looked at.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from mmap import mmap


class WordTable(Protocol):
    """What is asked for the value of a word: a dictionary, too."""

    def get(self, key: str, /) -> Any: ...  # noqa: D102


class SortedTable:
    """Values by their keys, as a dictionary has them; see the theory above."""

    def __init__(self, lines: bytes | mmap) -> None:
        self._lines = lines
        self._found: dict[str, Any] = {}

    def get(self, key: str, /) -> Any:
        """Return the value of a key, None if there is none."""
        if key not in self._found:
            self._found[key] = self._find(key.encode("utf-8", "replace"))
        return self._found[key]

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def _find(self, key: bytes) -> Any:
        lines = self._lines
        low, high = 0, len(lines)
        while low < high:
            begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", begin, high)
            end = high if end < 0 else end
            tab = lines.find(b"\t", begin, end)
            here = lines[begin:tab]
            if here == key:
                return json.loads(lines[tab + 1 : end])
            if here < key:
                low = end + 1
            else:
                high = begin
        return None


class LateTable:
    """A table that is read when it is first asked: most texts need no rare words."""

    def __init__(self, read: Callable[[], WordTable]) -> None:
        self._read = read
        self._table: WordTable | None = None

    def get(self, key: str, /) -> Any:
        """Return the value of a key, None if there is none."""
        if self._table is None:
            self._table = self._read()
        return self._table.get(key)


def sorted_lines(entries: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return a table as it is searched, of keys and values in JSON."""
    return b"\n".join(key + b"\t" + value for key, value in sorted(entries))


def lines_of(table: dict[str, Any]) -> bytes:
    """Return a dictionary as it is searched."""
    return sorted_lines(
        (key.encode(), json.dumps(value, ensure_ascii=False).encode()) for key, value in table.items()
    )


def lines_of_objects(text: bytes) -> bytes:
    """Return the table that an object of JSON is, whose values are objects of numbers without spaces.

    Its values stay as they are written, which takes half as long as reading them.
    """
    entries = (entry.split(b'":', 1) for entry in text.strip()[2:-2].split(b'},"'))
    return sorted_lines((_unescaped(key), value + b"}") for key, value in entries)


def _unescaped(key: bytes) -> bytes:
    return str(json.loads(b'"' + key + b'"')).encode() if b"\\" in key else key
