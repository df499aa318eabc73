"""What holds for tests of parts: processes that read files start warm, but where starts are what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.warm import warm_workers

if TYPE_CHECKING:
    from collections.abc import Iterator

ASK_OF_STARTS = ("tests.unit.processes", "tests.unit.test_")


@pytest.fixture(scope="module", autouse=True)
def _warm(request: pytest.FixtureRequest) -> Iterator[None]:
    if request.module.__name__.startswith(ASK_OF_STARTS):
        yield
        return
    with warm_workers():
        yield
