"""Who gets feeds in tests, and who reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.sources.feeds import HttpFeeds, polite_client
from tests.fakes_network import LineReader
from tests.unit.sources.web.fetching import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def reader() -> LineReader:
    return LineReader()


@pytest.fixture
def feeds(reader: LineReader) -> Iterator[HttpFeeds]:
    feeds = HttpFeeds(polite_client(patience=LONG), reader)
    yield feeds
    feeds.close()
