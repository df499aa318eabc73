"""Blocks in columns: what goes in comes out, and many short ones take little."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.blocks import Blocks
from briefing.model import Block, BlockKind, Document, Media, Span
from briefing.sources.plain import read_text
from briefing.text import Transcript
from briefing.ui.widgets.flow import Flow, Spot
from tests.builders import make_document

SHORT_LINES = "A list\n\n" + "\n\n".join(f"The entry of number {n}, in short" for n in range(8000))

blocks = st.lists(
    st.builds(
        lambda kind, start, length, level, speaker: Block(kind, Span(start, start + length), level, speaker),
        st.sampled_from(BlockKind),
        st.integers(0, 1 << 31),
        st.integers(0, 1 << 30),
        st.integers(0, 6),
        st.sampled_from(["", "Ann", "Ben"]),
    ),
    max_size=20,
)


@given(blocks)
def test_blocks_come_back_as_they_were(made: list[Block]) -> None:
    columns = Blocks(made)
    assert list(columns) == made
    assert columns == tuple(made)
    assert columns == Blocks(made)
    assert (columns != made[:-1]) == bool(made)
    assert columns[1:] == tuple(made[1:])
    assert hash(columns) == hash(Blocks(made))


def test_a_document_of_columns_is_that_of_a_tuple() -> None:
    document = make_document("One.", "Two.", title="A title")
    assert Document("A title", document.text, Blocks(document.blocks), language="en") == document


def most_bytes_of(text: str) -> int:
    tracemalloc.start()
    try:
        document = read_text(text).build("list.txt", "list", Media())
        flow = Flow(document)
        flow.rows(Spot(0, 0), 40)
        assert Transcript(document).body_position(len(document.text)) == (8000, 8000)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_text_of_many_short_paragraphs_takes_less_than_six_times_its_length() -> None:
    assert most_bytes_of(SHORT_LINES) < 6 * len(SHORT_LINES)


def test_wrapped_lines_without_a_blank_one_are_joined_in_time_that_grows_with_their_number() -> None:
    def cost_s(lines: int) -> float:
        text = "\n".join(
            f"{n} words that were wrapped by a hand at seventy columns or so, and" for n in range(lines)
        )
        began_s = time.process_time()
        read_text(text)
        return time.process_time() - began_s

    assert cost_s(40_000) < 8 * min(cost_s(10_000) for _ in range(2))


@pytest.mark.parametrize(
    ("above", "below", "joined"), [("a-", "b", "a-b"), ("-", "b", "- b"), ("a", "-\nb", "a - b")]
)
def test_a_hyphen_joins_where_a_word_stands_before_it(above: str, below: str, joined: str) -> None:
    assert [text for _, text in read_text(f"It is\n{above}\n{below}\nand so on.").parts()] == [
        f"It is {joined} and so on."
    ]
