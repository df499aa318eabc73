"""How the processes that look into recordings are started, perhaps before there is a recording."""

from __future__ import annotations

from typing import Final

from briefing.processes import door
from briefing.processes.ready import Ready

DECODING: Final = "briefing.audio.media.decoding"
PROBING: Final = "briefing.audio.media.probing"
DECODING_LIMITS: Final = door.Limits(memory_bytes=512 << 20, open_files=32)
SURVEYING: Final = "briefing.audio.media.surveying"
SURVEYING_LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=40, open_files=32)
PROBING_LIMITS: Final = door.Limits(memory_bytes=512 << 20, cpu_s=4, open_files=32)


def decoding() -> list[str]:
    """Return the command of a process that decodes."""
    return door.command(DECODING, limits=DECODING_LIMITS)


def probing(more_s: int = 0) -> list[str]:
    """Return the command of a process that looks into a file, which may take so much longer, seconds."""
    return door.command(PROBING, limits=PROBING_LIMITS._replace(cpu_s=PROBING_LIMITS.cpu_s + more_s))


def surveying() -> list[str]:
    """Return the command of a process that looks at a book's sound files."""
    return door.command(SURVEYING, limits=SURVEYING_LIMITS)


DECODERS: Final = Ready(decoding)
PROBES: Final = Ready(probing)
