"""A page as it was taken out of what it came in."""

from __future__ import annotations

from typing import NamedTuple


class Packed(NamedTuple):
    """A page's source, and where it came from."""

    data: bytes = b""
    """Empty where there is no page in it."""
    address: str = ""
    """Its own, empty where it is not told."""
    charset: str = ""
    """What it is written in, where what it came in tells it."""
