"""What holds for all tests: no deadline, names that stay, all colours, and signals end what is started."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from hypothesis import settings

import briefing  # noqa: F401  # before what it says of bytecode is undone below
from tests.again import ask_again, tell
from tests.hands import NICENESS, TESTS_OF, Hands, are_of, is_for
from tests.quick_voice import QUICK_VOICE
from tests.web import Web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.terminal import TerminalReporter

os.environ["COLORTERM"] = "truecolor"  # whatever terminal the tests are started in
os.environ.pop("NO_COLOR", None)
os.environ.update(QUICK_VOICE)

_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # pytest makes a folder of its own in it
"""Files that are never written to a disk, on Linux: thousands of databases wait for none there."""
_ENOUGH_BYTES: Final = 4 << 30
_TEMPORARY: Final = "PYTEST_DEBUG_TEMPROOT"
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH_BYTES:
    os.environ.setdefault(_TEMPORARY, str(_MEMORY))

settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

if sys.platform != "win32":
    from terminal import let_signals_through

    let_signals_through()


_WRITES_NONE: Final = sys.dont_write_bytecode
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)
"""The program turns it off on some Pythons; but pytest takes long to rewrite the tests, and keeps them so."""
_HAND: Final = os.environ.pop(TESTS_OF, None)
if _HAND in NICENESS and hasattr(os, "nice"):
    os.nice(NICENESS[_HAND])


def _has_hands(config: pytest.Config) -> bool:
    return TESTS_OF in "".join(config.getoption("tx", None) or ())


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Hands | None:
    """Part the tests by their kinds, where the processes that run them have one."""
    if not _has_hands(config):
        return None
    return Hands(config, log, cast("pytest.Session", config.pluginmanager.get_plugin("session")))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Ask tests of the whole program that failed beside others again, now that these are over."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and _HAND is None and _has_hands(session.config):
        ask_again(session, terminal)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Name the tests that passed only then."""
    tell(terminalreporter)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out the tests of other hands."""
    return True if _HAND and not is_for(_HAND, collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out the tests of other hands, and refuse names with an address in memory, which change."""
    if _HAND:
        items[:] = [item for item in items if are_of(_HAND, {mark.name for mark in item.iter_markers()})]
    changing = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if changing:
        raise pytest.UsageError(f"Give these tests ids that stay: {', '.join(changing[:5])}")


def pytest_collection_finish() -> None:
    """Keep what was collected out of every search for garbage: it stays to the end."""
    sys.dont_write_bytecode = _WRITES_NONE
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
