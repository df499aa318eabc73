"""What `briefing doctor` says of the desktop: whether its media keys reach the player, and its notices."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from briefing.cli.finding import Finding
from briefing.desktop.bus import session_bus
from briefing.desktop.link import shows_notices
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.settings import Settings

NAME: Final = "Desktop"
_SYSTEMS: Final = {"darwin": "macOS", "win32": "Windows"}


def desktop(settings: Settings, environ: Mapping[str, str], platform: str = sys.platform) -> Finding:
    """Look for the session's bus, and for who shows notices there."""
    if platform != "linux":
        system = _SYSTEMS.get(platform, "this system")
        missing = f"On {system} the desktop's media keys, panels and notices are not there for the player."
        return Finding(NAME, True, missing, "Its own keys are, and those that the terminal passes on.")
    if not (settings.desktop or settings.notify):
        hint = "Set desktop and notify to on to change that."
        return Finding(NAME, True, "Media keys, panels and notices are turned off.", hint)
    address = session_bus(environ)
    if not address:
        text = "There is no session bus, so media keys, panels and notices of a desktop are not there."
        return Finding(NAME, True, text, "Start the player from a desktop's terminal for them.")
    try:
        has_notices = shows_notices(address)
    except (BriefingError, OSError):
        text = "The session bus does not answer, so there are no media keys, panels and notices of a desktop."
        return Finding(NAME, False, text, "See whether DBUS_SESSION_BUS_ADDRESS is right.")
    seen = "Media keys and panels see the player" if settings.desktop else "Media keys are turned off"
    shown = "shown" if has_notices and settings.notify else "turned off" if has_notices else "shown by nobody"
    return Finding(NAME, True, f"{seen}; notices are {shown}.")
