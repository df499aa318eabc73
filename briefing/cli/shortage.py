"""What the system did not give: memory, files, processes, time. One sentence each, with what to do.

A limit (`ulimit`, a container, a full table) is no fault of ours nor of the source, so none of
these is reported as one.
"""

from __future__ import annotations

import errno
from typing import Final

_MEMORY: Final = (
    "There is not enough memory. Close other programs, or raise the limit (`ulimit -v unlimited`)."
)
_FILES: Final = "Too few files may be open at once. Raise the limit (`ulimit -n 256`)."
_PROCESSES: Final = (
    "No further process or thread may be started. End others, or raise the limit (`ulimit -u`)."
)
_ERRNOS: Final = {
    errno.ENOMEM: _MEMORY,
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
    errno.EAGAIN: _PROCESSES,
}


def shortage_of(error: BaseException | None) -> str:
    """Return a sentence if an error, or what it came of, is a want of something; else nothing."""
    seen = 0
    while error is not None and seen < 10:  # noqa: PLR2004 - a chain may go round
        if sentence := _sentence_of(error):
            return sentence
        error = error.__cause__ or error.__context__
        seen += 1
    return ""


def _sentence_of(error: BaseException) -> str:
    if isinstance(error, MemoryError):
        return _MEMORY
    if isinstance(error, OSError):
        return _ERRNOS.get(error.errno or 0, "")
    said = str(error)
    if isinstance(error, RuntimeError) and "start new thread" in said:
        return _PROCESSES
    if isinstance(error, ImportError) and ("cannot allocate memory" in said or "failed to map" in said):
        return _MEMORY
    if isinstance(error, ImportError) and "Too many open files" in said:  # a library, not a module
        return _FILES
    return ""
