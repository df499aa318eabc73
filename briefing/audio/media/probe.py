"""What a sound file says of itself, found out by a process that may hang, grow or die (`probing`).

A file that passed is one that the player may open.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from briefing.audio.media import starting
from briefing.audio.media.probe_answer import unpack
from briefing.errors import SourceError
from briefing.ports.media import told_name
from briefing.processes import door
from briefing.processes.child import TooSlowError

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.ports.media import MediaInfo

LIMIT_S: Final = 8
"""On a busy machine the processor time that a file may take lasts longer."""
BYTES_S: Final = 10 << 20
MOST_MORE_S: Final = 30
"""For so many bytes there is a second more: the packets of a day at the lowest rate are a million."""
ANSWER_BYTES: Final = 64 << 20
"""A cover of 40 MB is longer when it is written in letters."""

_HINT: Final = "Check that it is a sound file and that it is complete."


class Probe:
    """The `MediaReader` that asks a worker for each file."""

    def probe(self, path: Path) -> MediaInfo:
        """Return the file's measured duration and its tags.

        Raises:
            SourceError: if the file is no sound that can be decoded, or looking at it took too
                much time or memory.
            UnsafeError: if it claims more sound than it can hold.
        """
        return self._asked(path)

    def tags(self, path: Path) -> MediaInfo:
        """Return the file's tags alone, of which perhaps only the beginning is there.

        Raises:
            SourceError: if it cannot be looked at.
        """
        return self._asked(path, "tags")

    def _asked(self, path: Path, *what: str) -> MediaInfo:
        more_s = min(_size_bytes(path) // BYTES_S, MOST_MORE_S)
        request = json.dumps([str(path.absolute()), *what]).encode()
        try:
            process = door.start(starting.probing(more_s)) if more_s else starting.PROBES.take()
            told = door.answer_of(process, request, limit_s=LIMIT_S + 2 * more_s, most_bytes=ANSWER_BYTES)
            return unpack(told)
        except TooSlowError:
            raise SourceError(
                f"{told_name(path)} takes too long to look through, and was left alone.", _HINT
            ) from None
        except OSError as error:
            raise SourceError(
                f"{told_name(path)} cannot be looked at: no process could be started."
            ) from error
        except (door.DiedError, ValueError):
            raise SourceError(f"{told_name(path)} is damaged: what reads it failed.", _HINT) from None


def _size_bytes(path: Path) -> int:
    """Return how long a file is; 0 where that cannot be told, which the worker will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
