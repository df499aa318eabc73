"""What holds for all tests: no deadline, names that stay, all colours, and signals end what is started."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

from tests.dealing import dealt
from tests.web import Web

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["COLORTERM"] = "truecolor"  # whatever terminal the tests are started in
os.environ.pop("NO_COLOR", None)

_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # pytest makes a folder of its own in it
"""Files that are never written to a disk, on Linux: thousands of databases wait for none there."""
_ENOUGH_BYTES: Final = 4 << 30
_MOST_PROCESSES: Final = 8
_TEMPORARY: Final = "PYTEST_DEBUG_TEMPROOT"
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH_BYTES:
    os.environ.setdefault(_TEMPORARY, str(_MEMORY))

settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

if sys.platform != "win32":
    from terminal import let_signals_through

    let_signals_through()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Have a process a processor: with more, sound in real time is late, and what is heard in it."""
    return min(os.cpu_count() or 1, _MOST_PROCESSES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal the tests among the processes, and refuse names with an address in memory, which change."""
    hands = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if hands > 1:
        items[:] = dealt(items, lambda item: item.nodeid.partition("::")[0], hands)
    changing = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if changing:
        raise pytest.UsageError(f"Give these tests ids that stay: {', '.join(changing[:5])}")


def pytest_collection_finish() -> None:
    """Keep what was collected out of every search for garbage: it stays to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def web() -> Iterator[Web]:
    """A web server on the loopback."""
    web = Web()
    yield web
    web.down()


@pytest.fixture
def secure_web() -> Iterator[Web]:
    """A web server with a certificate that nobody trusts unless told to."""
    web = Web(is_secure=True)
    yield web
    web.down()
