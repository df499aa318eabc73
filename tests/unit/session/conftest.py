"""What the tests of a session's parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import memory_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = memory_store()
    yield store
    store.close()
