"""In which order tests are run where several processes share them: what waits long comes first, everywhere.

Tests of the whole program wait for processes, sound and terminals, while those of its parts keep a processor
busy. So each process is given its share of the former to begin with, and they wait side by side; what is left
at the end, and is handed from one to the other then, is short.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Test = TypeVar("Test")

LONGEST_FIRST: Final = ("tests/end_to_end/", "tests/ui/")
"""Folders whose tests take long, those that take longest first."""

AT_ONCE: Final = 10
"""So many tests of a file are dealt out together at most: what they share is made once for them."""


def dealt(tests: Sequence[Test], path_of: Callable[[Test], str], hands: int) -> list[Test]:
    """Return tests in an order whose `hands` equal parts, one after the other, take about equally long.

    Args:
        tests: As they were collected, a file's one after the other; in pieces they stay so.
        path_of: The file that a test is in, from the top folder on.
        hands: How many processes there are; each begins with a part, the first ones being one shorter.
    """
    files = [list(each) for _, each in groupby(tests, path_of)]
    dealt_out = [
        file[start : start + AT_ONCE]
        for folder in LONGEST_FIRST
        for file in files
        if path_of(file[0]).startswith(folder)
        for start in range(0, len(file), AT_ONCE)
    ]
    parts: list[list[Test]] = [[] for _ in range(hands)]
    for number, some in enumerate(dealt_out):
        parts[number % hands] += some
    rest = [test for file in files if not path_of(file[0]).startswith(LONGEST_FIRST) for test in file]
    found: list[Test] = []
    left = len(tests)
    for number, part in enumerate(parts):
        size = left // (hands - number)
        found += part[:size] + rest[: max(0, size - len(part))]
        rest = part[size:] + rest[max(0, size - len(part)) :]
        left -= size
    return found + rest
