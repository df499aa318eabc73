"""A page as it was taken out of what it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Packed(NamedTuple):
    """A page's source, and where it came from."""

    data: bytes = b""
    """Empty where there is no page in it."""
    address: str = ""
    """Its own, empty where it is not told."""
    charset: str = ""
    """What it is written in, where what it came in tells it."""
    pictures: Mapping[str, bytes] = {}
    """Those that came with it, by address or `cid:`, as their files hold them."""
