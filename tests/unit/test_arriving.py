"""The stand-in for a recording that arrives does as the true one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.arriving import HandArriving
from tests.contracts import ArrivingContract

if TYPE_CHECKING:
    from pathlib import Path


class TestHandArriving(ArrivingContract):
    @pytest.fixture
    def data(self) -> bytes:
        return bytes(range(256)) * 400

    @pytest.fixture
    def arriving(self, tmp_path: Path, data: bytes) -> HandArriving:
        return HandArriving(tmp_path / "talk.mp3", data, 10_000)
