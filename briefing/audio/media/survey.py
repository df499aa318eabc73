"""What is there of a book's sound files, found out by a process that may hang, grow or die (`surveying`)."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final

from briefing.audio.media import starting
from briefing.audio.media.probe_answer import unpack_refusal
from briefing.errors import SourceError
from briefing.playlist import SoundFile
from briefing.ports.media import told_name
from briefing.processes import door
from briefing.processes.answers import checking
from briefing.processes.child import TooSlowError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LIMIT_S: Final = 60.0
"""By the clock: a file whose length nobody tells has to be read."""
ANSWER_BYTES: Final = 16 << 20
_HINT: Final = "Get the book again from where it was published."


def survey(path: Path, ends: Mapping[str, float | None]) -> dict[str, SoundFile]:
    """Return what there is of sound files; what is not there is left out.

    Args:
        path: the zip that they are in, or the folder.
        ends: their names, and where the last clip in each ends; None for the file's own end.

    Raises:
        SourceError: if none can be looked at.
        UnsafeError: if they are in a zip that could harm.
    """
    called = told_name(path)
    request = json.dumps([str(path.absolute()), dict(ends)]).encode()
    try:
        answer = door.ask(starting.surveying(), request, limit_s=LIMIT_S, most_bytes=ANSWER_BYTES)
        return _unpacked(answer)
    except TooSlowError:
        raise SourceError(f"The sound of {called} takes too long to look through.", _HINT) from None
    except OSError as error:
        raise SourceError(
            f"The sound of {called} cannot be looked at: no process could be started."
        ) from error
    except (door.DiedError, ValueError):
        raise SourceError(f"The sound of {called} is damaged: what looks at it failed.", _HINT) from None


def _unpacked(answer: bytes) -> dict[str, SoundFile]:
    """Return what was found; it is trusted no more than the files.

    Raises:
        SourceError, UnsafeError: if nothing was; it says why.
        ValueError: if it is no answer.
    """
    with checking():
        values = json.loads(answer)
        if values.keys() != {"error", "hint", "is_unsafe"}:
            return {str(name): _file(*file) for name, file in values.items()}
        refusal = unpack_refusal(values)
    raise refusal


def _file(size_bytes: Any, mark: Any, length_s: Any) -> SoundFile:
    length = None if length_s is None else float(length_s)
    if length is not None and not (math.isfinite(length) and length > 0):
        raise ValueError("No sound is so long.")
    return SoundFile(int(size_bytes), str(mark), length)
