"""What the player and the process on the bus say to each other: messages whose payload is JSON."""

from __future__ import annotations

import json
from enum import IntEnum
from typing import Final

from briefing.ports.desktop import DesktopWish, PlayerStanding, Playing, WishKind

HAS_NOTICES: Final = b"notices"
NO_NOTICES: Final = b"none"


class DesktopMessage(IntEnum):
    """The kinds of messages."""

    STANDING = 1
    WISH = 2
    READY = 3
    """The desktop sees the player now."""


def packed_standing(standing: PlayerStanding) -> bytes:
    """Return the payload of a standing."""
    return json.dumps(standing._asdict()).encode()


def standing_of(payload: bytes) -> PlayerStanding:
    """Return the standing that a payload holds.

    Raises:
        ValueError, TypeError, KeyError: if it holds none.
    """
    fields = json.loads(payload)
    fields["state"] = Playing(fields["state"])
    fields["artists"] = tuple(fields["artists"])
    return PlayerStanding(**fields)


def packed_wish(wish: DesktopWish) -> bytes:
    """Return the payload of a wish."""
    return json.dumps(wish).encode()


def wish_of(payload: bytes) -> DesktopWish:
    """Return the wish that a payload holds.

    Raises:
        ValueError, TypeError: if it holds none.
    """
    asked, number, text = json.loads(payload)
    return DesktopWish(WishKind(asked), float(number), str(text))
