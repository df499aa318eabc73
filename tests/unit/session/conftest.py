"""What the tests of a session's parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store.in_memory()
    yield store
    store.close()
