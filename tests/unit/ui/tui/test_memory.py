"""What has gone is let go in a pause, and what stays is not looked through for it."""

from __future__ import annotations

import ctypes
import gc
import subprocess
import sys
import weakref
from typing import TYPE_CHECKING

import pytest

from briefing.ui.tui.memory import ScreenMemory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Ring:
    """Lives in a circle with itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_has_gone_in_circles_is_let_go_in_a_pause() -> None:
    memory = ScreenMemory(is_on=True)
    memory.keep_all()
    gone = weakref.ref(Ring())
    memory.let_go()
    assert gone() is None


def test_what_is_there_from_the_start_is_not_looked_through_again() -> None:
    before = len(gc.get_objects())
    ScreenMemory(is_on=True).keep_all()
    assert gc.get_freeze_count() >= before
    assert len(gc.get_objects()) < before / 10


def test_after_long_use_what_is_closed_is_still_let_go() -> None:
    memory = ScreenMemory(is_on=True)
    memory.keep_all()
    for _ in range(30):
        gone = weakref.ref(Ring())
        memory.let_go()
        assert gone() is None


def test_where_others_run_in_the_process_their_memory_is_theirs() -> None:
    memory, before = ScreenMemory(is_on=False), (gc.get_threshold(), gc.get_freeze_count())
    memory.keep_all()
    memory.let_go()
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


HEAPS = """
import ctypes, sys, threading
from pathlib import Path
from briefing.ui.tui.memory import ScreenMemory

libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p

def count_heaps():
    file = ctypes.c_void_p(libc.fopen(sys.argv[1].encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    return Path(sys.argv[1]).read_text().count("<heap nr=")

ScreenMemory(is_on=sys.argv[2] == "on").share_heap()
together = threading.Barrier(5)
def hold():
    held = bytes(5000)
    together.wait()
    together.wait()
for _ in range(4):
    threading.Thread(target=hold).start()
together.wait()
print(count_heaps())
together.wait()
"""


def count_heaps(folder: Path, is_on: str) -> int:
    command = [sys.executable, "-c", HEAPS, str(folder / "heaps"), is_on]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_info"), reason="glibc's own"
)
def test_threads_that_allocate_at_once_share_one_heap(tmp_path: Path) -> None:
    assert count_heaps(tmp_path, "off") > 1
    assert count_heaps(tmp_path, "on") == 1
