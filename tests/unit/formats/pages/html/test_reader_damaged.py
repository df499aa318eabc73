"""Pages that are damaged where the process that reads them had ended."""

from __future__ import annotations

import pytest

from briefing.formats.pages.html.reader import read
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY


@pytest.mark.parametrize(
    "head",
    ["<base href='http://[x/'>", "<article><p>Short.</p></article>\x01</head><body>\x02"],
    ids=["a base that is no address", "signs that no tree may hold"],
)
def test_a_damaged_head_costs_no_story(head: str) -> None:
    found = read(f"<html><head>{head}{STORY}</html>".encode(), "https://x.example/a")
    assert SENTENCES[0] in [part.text for part in found.parts]
