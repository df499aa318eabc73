"""The media keys of a keyboard, where the terminal passes them on (kitty's keyboard protocol)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.ports.desktop import DesktopWish, WishKind
from briefing.session.desktop import grant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.session import Session

SKIP_S: Final = 30.0
"""How far the keys for winding go."""
WISHES: Final[Mapping[str, DesktopWish]] = {
    "media_play": DesktopWish(WishKind.PLAY),
    "media_pause": DesktopWish(WishKind.PAUSE),
    "media_play_pause": DesktopWish(WishKind.TOGGLE),
    "media_stop": DesktopWish(WishKind.STOP),
    "media_fast_forward": DesktopWish(WishKind.SEEK_BY, SKIP_S),
    "media_rewind": DesktopWish(WishKind.SEEK_BY, -SKIP_S),
    "media_track_next": DesktopWish(WishKind.NEXT),
    "media_track_previous": DesktopWish(WishKind.PREVIOUS),
}
COMMANDS: Final[Mapping[str, str]] = {
    "lower_volume": "quieter",
    "raise_volume": "louder",
    "mute_volume": "mute",
}


def press_media_key(session: Session, key: str) -> bool:
    """Do what a media key asks for, as the desktop's would; False if it is none."""
    if key in WISHES:
        grant(session, WISHES[key])
    elif key in COMMANDS:
        session.run(COMMANDS[key])
    else:
        return False
    return True
