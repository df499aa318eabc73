"""A table of addresses and the real network behave alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answers import resource
from tests.contracts import FetcherContract
from tests.fakes_network import Served, TableFetcher
from tests.unit.sources.web.fetching import fetcher_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.ports.network import Fetcher
    from tests.contracts import Serve
    from tests.web import Web


class TestTableFetcher(FetcherContract):
    @pytest.fixture
    def served(self) -> Serve:
        def serve(path: str, data: bytes) -> tuple[Fetcher, str]:
            address = f"https://example.org{path}"
            there = Served(data, "text/html", charset="utf-8")
            named = address.replace("//", "//ann:pa55@")
            return TableFetcher({address: there, named: there}), address

        return serve


class TestHttpFetcher(FetcherContract):
    @pytest.fixture(params=[True, False], ids=["with copies", "without"])
    def served(self, web: Web, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Serve]:
        fetcher = fetcher_in(tmp_path if request.param else None)

        def serve(path: str, data: bytes) -> tuple[Fetcher, str]:
            web[path.partition("?")[0]] = resource(data, "Text/HTML; Charset=utf-8")
            return fetcher, web.address(path)

        yield serve
        fetcher.close()
