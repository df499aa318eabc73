"""Pictures that go out: looked at by a process that may die, and made what every reader shows."""

from __future__ import annotations

from struct import error as StructError  # noqa: N812  # its own name says nothing
from typing import TYPE_CHECKING, Final

from briefing.errors import BriefingError
from briefing.export.picture_process import HEAD, KEPT
from briefing.formats.publication import PublishedPicture
from briefing.processes import door

if TYPE_CHECKING:
    from pathlib import Path

FILE_LIMIT_BYTES: Final = 20_000_000
_WORKER: Final = "briefing.export.picture_process"
_LIMITS: Final = door.Limits(memory_bytes=768 << 20, cpu_s=10, open_files=32)
_LIMIT_S: Final = 15.0
_ANSWER_BYTES: Final = 24_000_000


def picture_of(source: Path | bytes) -> PublishedPicture | None:
    """Return the picture that a file or these bytes are, as it goes out; None if it is none, or damaged."""
    named, held = ([], source) if isinstance(source, bytes) else ([str(source.absolute())], b"")
    if len(held) > FILE_LIMIT_BYTES:
        return None
    try:
        worker = door.command(_WORKER, *named, limits=_LIMITS)
        answer = door.ask(worker, held, limit_s=_LIMIT_S, most_bytes=_ANSWER_BYTES)
        format_, width, height = HEAD.unpack_from(answer)
    except (BriefingError, OSError, StructError):
        return None
    return PublishedPicture(answer[HEAD.size :], KEPT[format_.rstrip(b"\0").decode()], width, height)
