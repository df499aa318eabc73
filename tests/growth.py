"""How much longer something takes for four times as much, by the processor's time in one run."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def growth(work: Callable[[T], object], make: Callable[[int], T], size: int) -> float:
    """Return by what factor the time grows from `size` to four times that: 4 if it is linear, 16 if a square.

    Args:
        work: What is done.
        make: Makes what it is done with, of a size.
        size: The smaller one: enough that a thousandth of a second is nothing.
    """
    small, large = make(size), make(4 * size)
    return min(_took_s(work, large) for _ in range(2)) / min(_took_s(work, small) for _ in range(3))


def _took_s(work: Callable[[T], object], given: T) -> float:
    began_s = process_time()
    work(given)
    return process_time() - began_s
