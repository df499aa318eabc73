"""What holds for all tests: no deadline, names that stay, all colours, and signals end what is started."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.web import Web

if TYPE_CHECKING:
    from collections.abc import Iterator

os.environ["COLORTERM"] = "truecolor"  # whatever terminal the tests are started in
os.environ.pop("NO_COLOR", None)

settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

if sys.platform != "win32":
    from terminal import let_signals_through

    let_signals_through()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse names with an address in memory: each processor would know the tests by others."""
    changing = [item.nodeid for item in items if " at 0x" in item.nodeid]
    if changing:
        raise pytest.UsageError(f"Give these tests ids that stay: {', '.join(changing[:5])}")


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
