"""How far something from the network has come."""

from __future__ import annotations

import pytest

from briefing.errors import SourceError
from briefing.loading import Loading


def test_what_is_told_is_seen() -> None:
    loading = Loading("example.org")
    loading.tell(300, 1000)
    assert (loading.host, loading.done_bytes, loading.whole_bytes) == ("example.org", 300, 1000)


def test_whoever_fetches_what_nobody_waits_for_lets_go_of_it() -> None:
    loading = Loading("example.org")
    loading.leave()
    with pytest.raises(SourceError):
        loading.tell(300, None)
