"""What a recording's file is called in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ports.media import told_name


@pytest.mark.parametrize(
    "path",
    [f"/cache/web/{'0f' * 32}.part", f"/cache/web/{'0f' * 32}.data", "/proc/17/fd/9", "/var/b/passing.part"],
)
def test_a_copy_is_not_called_by_its_hash(path: str) -> None:
    """A voice read out 64 digits and letters."""
    assert told_name(Path(path)) == "The recording"


@pytest.mark.parametrize("path", ["/home/ann/talk.mp3", "talk.mp3", "/home/ann/2024", "/home/ann/1.data"])
def test_a_file_of_the_users_is_called_by_its_name(path: str) -> None:
    assert told_name(Path(path)) == Path(path).name
