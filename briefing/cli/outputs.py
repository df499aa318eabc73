"""Standard output and error as they may be: closed, full, or read by somebody who has left.

Rules:
1. What is said on standard error goes through `tell`, and never fails: the exit code says it, too.
2. What cannot be written is let go of before Python ends, which would complain in its own words
   and end with a code of its own.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from briefing import leaving
from briefing.safe import safe_line

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.formats.about import Written

MESSAGE_LIMIT: Final = 500
_UNWRITABLE: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
"""What comes of writing to an output that cannot take it."""


def open_closed() -> None:
    """Put a file that holds nothing where standard input, output or error was closed before we came.

    Otherwise the next file that is opened has its number, and what a library prints lands in it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere: IO[str] = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115  # for good
            setattr(sys, name, nowhere)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # where the locale has no such letter


def put(written: Written) -> None:
    """Put on standard output what a format's writer gave: text in the locale's letters, bytes as they are."""
    if isinstance(written, str):
        sys.stdout.write(written)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(written)


def put_into(output: Path | None, written: Written) -> None:
    """Write what a format's writer gave into a file, else put it on standard output."""
    if output is None:
        put(written)
        return
    from briefing.export.files import write_whole

    write_whole(output, written)


def tell(message: str) -> None:
    """Say something on standard error: one line, and nothing in it that a terminal would obey.

    While the program leaves, only what undoes says something: what it has ended itself is no news.
    """
    if leaving.is_ending_elsewhere():
        return
    try:
        print(safe_line(message, MESSAGE_LIMIT), file=sys.stderr, flush=True)  # noqa: T201
    except (OSError, ValueError):
        _let_go(sys.stderr)


def complain(message: str) -> None:
    """Say on standard error what went wrong, and who says so."""
    tell(f"briefing: {message}")


def is_unwritable(error: OSError) -> bool:
    """Return whether an error comes of an output that cannot be written, and of no file that has a name."""
    return error.filename is None and is_full(error)


def is_full(error: OSError) -> bool:
    """Return whether an error says that there is no room, or that nothing can be written."""
    return error.errno in _UNWRITABLE


def settle() -> None:
    """Write what is still in the buffers, or let go of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _let_go(stream)


def _let_go(stream: IO[str]) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
