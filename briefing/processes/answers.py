"""Checking what a process answers.

It is trusted no more than what the process read, which may have taken it over and can write anything.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def checking() -> Iterator[None]:
    """Have all that can be wrong with an answer, taken apart in here, be one error.

    Raises:
        ValueError: if it is no answer.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise ValueError("This is no answer.") from error


def text_in(value: object) -> str:
    """Return a value that is a text.

    Raises:
        TypeError: if it is none.
    """
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} is no text.")
    return value
