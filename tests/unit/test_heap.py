"""What is free is given back to the system, where its C library does that."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.heap import give_back

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="asks glibc")

TOP = Path(__file__).resolve().parents[2]
BLOCKS, BLOCK_BYTES = 40_000, 1_000
EIGHT_THREADS = """
import ctypes, sys
from threading import Barrier, Thread
from briefing import heap
if sys.argv[2] == "shared":
    heap.share()
together = Barrier(8)
def work():
    together.wait()
    blocks = [bytearray(1_000) for _ in range(2_000)]
    together.wait()
threads = [Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
told = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
libc.malloc_info(0, told)
libc.fclose(told)
"""
"""Work in threads that are there at the same time, and then what the C library tells of its heaps."""


def resident_bytes() -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) << 10


def heaps(folder: Path, how: str) -> int:
    told = folder / "heaps.xml"
    subprocess.run([sys.executable, "-c", EIGHT_THREADS, str(told), how], cwd=TOP, check=True, timeout=60)
    return told.read_text(encoding="utf-8").count("<heap nr=")


def test_threads_share_two_heaps_when_they_are_to(tmp_path: Path) -> None:
    assert heaps(tmp_path, "shared") <= 2 < heaps(tmp_path, "apart")


def test_memory_that_was_freed_below_what_is_held_is_given_back() -> None:
    blocks = [bytearray(BLOCK_BYTES) for _ in range(BLOCKS)]
    last = blocks.pop()
    blocks.clear()
    before = resident_bytes()
    give_back()
    assert before - resident_bytes() > BLOCKS * BLOCK_BYTES / 2
    assert len(last) == BLOCK_BYTES
