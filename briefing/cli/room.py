"""Whether the system gives what a command will need, looked at before anything is begun.

A want that shows itself in the middle - of memory within a library of C, say - ends a process
without a word and with the terminal as it happened to be. So what is surely needed is asked
for first, and given back. What fails raises what the system raised, of which `errors.told` makes a sentence.
"""

from __future__ import annotations

import _thread
import mmap
import os
import sys
from typing import Final

FILES: Final = 26
"""For a face or a voice: database and log, event loop, pipes to each process, sound, and some to spare
for late imports. Some 20 are open at most; with less, one part fails after the other."""
THREADS: Final = 24
"""Threads and processes at once, for a face or a voice; the system counts both as the same."""
_FEW_THREADS: Final = 4096
"""Where a user may have more, as on any system that nobody limits, they are not what is scarce."""
FACE_BYTES: Final = 1_000_000_000
"""Address space for a face and its threads; most of it is only reserved, for each thread's stack and heap."""
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


def need_threads(count: int) -> None:
    """See to it that so many more threads or processes can run, where the system allows a user only a few.

    Raises:
        RuntimeError: if they cannot.
    """
    if not _has_few_threads():
        return  # each thread that is tried makes the allocator reserve address space
    gate = _thread.allocate_lock()

    def wait() -> None:
        with gate:
            pass

    with gate:
        for _ in range(count):
            _thread.start_new_thread(wait, ())


def _has_few_threads() -> bool:
    try:
        import resource
    except ImportError:  # not on Windows
        return False
    most = resource.getrlimit(resource.RLIMIT_NPROC)[0]
    return 0 <= most <= _FEW_THREADS


def need_memory(size_bytes: int) -> None:
    """See to it that so much more address space can be had; none of it is touched.

    Raises:
        OSError: if it cannot.
    """
    if sys.platform != "win32":
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
        mmap.mmap(-1, size_bytes, flags=flags, prot=mmap.PROT_READ).close()
