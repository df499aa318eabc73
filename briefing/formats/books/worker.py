"""The process that reads a book: one in a file on standard input, or one in a folder that it is told of.

What it holds is written to standard output.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> None:
    """Read one book, told what to call it; one in a folder, told that and the file in it to begin with."""
    from briefing.bundles.archive import Archive
    from briefing.bundles.on_disk import DiskFolder
    from briefing.errors import BriefingError, UnsafeError
    from briefing.formats.books.answer import BookFound, Refusal, pack
    from briefing.formats.books.reader import read

    gc.disable()  # nothing here goes in circles, and a million tuples are looked through again and again
    called, *where = sys.argv[1:]
    try:
        if where:
            folder, name = where
            found = read(DiskFolder(Path(folder)), called, name)
        else:
            found = read(Archive(sys.stdin.buffer, called), called)
    except MemoryError:
        found = BookFound(refusal=Refusal(f"{called} takes more memory to read than a book may.", "", True))
    except BriefingError as error:
        found = BookFound(refusal=Refusal(error.message, error.hint, isinstance(error, UnsafeError)))
    sys.stdout.buffer.write(pack(found))
    sys.stdout.buffer.flush()
