"""What is free is given back to the system, where its C library does that."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from briefing.heap import give_back

BLOCKS, BLOCK_BYTES = 40_000, 1_000


def resident_bytes() -> int:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) << 10


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="asks glibc")
def test_memory_that_was_freed_below_what_is_held_is_given_back() -> None:
    blocks = [bytearray(BLOCK_BYTES) for _ in range(BLOCKS)]
    last = blocks.pop()
    blocks.clear()
    before = resident_bytes()
    give_back()
    assert before - resident_bytes() > BLOCKS * BLOCK_BYTES / 2
    assert len(last) == BLOCK_BYTES
