"""Patterns that are compiled late do what others do."""

from __future__ import annotations

import re

import pytest

from briefing.patterns import late


def test_a_late_pattern_finds_what_a_compiled_one_does() -> None:
    pattern = late(r"(?P<word>w\w+)", re.IGNORECASE)
    found = pattern.search("Hello World")
    assert found is not None
    assert found["word"] == "World"
    assert [each.span() for each in pattern.finditer("wa WB")] == [(0, 2), (3, 5)]
    assert pattern.sub("-", "we WE me") == "- - me"
    assert pattern.pattern == r"(?P<word>w\w+)"


def test_a_late_pattern_is_not_compiled_before_it_is_asked() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.match("")
