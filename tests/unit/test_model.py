"""The values that every part shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import BLOCK_GAP, BlockKind, Document, Span
from tests.builders import make_document

STORY = make_document("First.", "Second.", title="T", kicker="K")


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2)])
def test_a_span_runs_forwards(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, stop)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(-5, 60))
def test_a_span_is_half_open(start: int, length: int, offset: int) -> None:
    span = Span(start, start + length)
    assert len(span) == length
    assert (offset in span) == (offset in range(start, start + length))


def test_values_cannot_change() -> None:
    with pytest.raises(AttributeError):
        STORY.title = "other"  # type: ignore[misc]


def test_an_id_is_of_the_text_alone() -> None:
    assert STORY._replace(source="elsewhere", title="Other").id == STORY.id
    assert make_document("Other.").id != STORY.id
    assert len(STORY.id) == 32
    assert Document(title="", text="\ud800", blocks=()).id


def test_blocks_by_offset() -> None:
    starts = [block.span.start for block in STORY.blocks]
    assert [STORY.block_index_at(start) for start in starts] == [0, 1, 2, 3]
    for i, block in enumerate(STORY.blocks):
        assert STORY.block_index_at(block.span.stop + len(BLOCK_GAP) - 1) == i
    assert STORY.block_index_at(10_000) == 3
    assert make_document().block_index_at(5) == 0


def test_the_first_of_a_kind() -> None:
    assert STORY.first(BlockKind.PARAGRAPH) == "First."
    assert STORY.first(BlockKind.CAPTION) is None


def test_what_is_read_aloud_and_what_is_counted() -> None:
    silent = {BlockKind.KICKER, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.NOTE}
    assert {kind for kind in BlockKind if not kind.is_narrated} == silent
    counted = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}
    assert {kind for kind in BlockKind if kind.is_body} == counted
