"""A comment that says what the next block of Markdown is, written and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.block_marks import BlockMark, read_mark
from briefing.model import BlockKind


@given(
    kind=st.sampled_from(BlockKind),
    level=st.integers(0, 6),
    speaker=st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))),
)
def test_a_mark_comes_back_as_it_was(kind: BlockKind, level: int, speaker: str) -> None:
    mark = BlockMark(kind, level, speaker)
    assert read_mark(f"{mark.write()}\n") == mark


def test_a_name_never_ends_the_comment() -> None:
    assert BlockMark(BlockKind.QUOTE, speaker="A --> B").write().count("-->") == 1


@pytest.mark.parametrize(
    "html", ["<b>", "<!-- credit -->", "<!-- briefing: no kind -->", "<!-- briefing: credit 9 -->"]
)
def test_other_html_is_no_mark(html: str) -> None:
    assert read_mark(html) is None
