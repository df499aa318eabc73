"""Which bus the desktop's session has, if any."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def session_bus(environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return the address of the session's bus; empty where there is none, and on other systems than Linux."""
    if platform != "linux":
        return ""
    named = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        return "" if named == "disabled:" or named.startswith("autolaunch:") else named
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    if not runtime:
        return ""
    try:
        return f"unix:path={runtime}/bus" if (Path(runtime) / "bus").is_socket() else ""
    except (OSError, ValueError):
        return ""
