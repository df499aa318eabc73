"""Whether the system gives what a command will need, looked at before anything is begun.

A want that shows itself in the middle - of memory within a library of C, say - ends a process
without a word and with the terminal as it happened to be. So what is surely needed is asked
for first, and given back. What fails raises an OSError, of which `errors.told` makes a sentence.
"""

from __future__ import annotations

import mmap
import os
import sys
from typing import Final

FILES: Final = 26
"""For a face or a voice: database and log, event loop, pipes to each process, sound, and some to spare
for late imports. Some 20 are open at most; with less, one part fails after the other."""
FACE_BYTES: Final = 400_000_000
"""Address space for a face, its threads and decoder; half of it is only reserved by the allocator."""
SOUND_BYTES: Final = 150_000_000
"""Address space for a command that works on sound."""


def need_files(count: int) -> None:
    """See to it that so many more files can be open at once.

    Raises:
        OSError: if they cannot.
    """
    files: list[int] = []
    try:
        while len(files) < count:
            files.append(os.open(os.devnull, os.O_RDONLY))
    finally:
        for file in files:
            os.close(file)


def need_memory(size_bytes: int) -> None:
    """See to it that so much more address space can be had; none of it is touched.

    Raises:
        OSError: if it cannot.
    """
    if sys.platform != "win32":
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
        mmap.mmap(-1, size_bytes, flags=flags, prot=mmap.PROT_READ).close()
