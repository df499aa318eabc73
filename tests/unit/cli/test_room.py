"""What a command will need is asked of the system before anything is begun, and given back."""

from __future__ import annotations

import os
import resource
import sys

import pytest

from briefing.cli.room import need_files, need_memory, need_threads

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts what /proc lists")


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_files_that_can_be_had_are_given_back() -> None:
    before = open_files()
    need_files(20)
    assert open_files() == before


def test_files_that_cannot_be_had_are_told_and_none_stays_open() -> None:
    before = open_files()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before + 10, hard))
    try:
        with pytest.raises(OSError, match="Too many open files"):
            need_files(20)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert open_files() == before


def test_threads_that_can_be_had_end_again() -> None:
    need_threads(5)


def test_memory_is_reserved_and_given_back() -> None:
    need_memory(100_000_000)
    with pytest.raises(OSError, match="memory"):
        need_memory(1 << 60)
