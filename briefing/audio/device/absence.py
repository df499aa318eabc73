"""What is told where there is no sound device: why, and what to do about it, in one sentence."""

from __future__ import annotations

import sys
from typing import Final

SILENT_SERVER: Final = (
    "The sound server does not answer, so the text moves on in silence; there will be sound when it does."
)
_LIBRARIES: Final = ("libpulse.so.0", "libasound.so.2", "libjack.so.0")


def no_device() -> str:
    """Return that there is none, and what to do."""
    remedy = "connect a sound device, and choose it in the system's settings"
    if sys.platform.startswith("linux"):
        # Not by find_library, which asks ldconfig and a compiler.
        remedy = (
            "connect a sound device, or start PulseAudio or PipeWire"
            if any(map(_loads, _LIBRARIES))
            else "install a sound library, libpulse0 or libasound2"
        )
    return f"There is no sound device, so the text moves on in silence; to hear it, {remedy}."


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
