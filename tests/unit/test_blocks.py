"""Blocks in columns: what goes in comes out, and many short ones take little."""

from __future__ import annotations

import sys
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.blocks import Blocks
from briefing.errors import UsageError
from briefing.formats.plain import read_text
from briefing.model import Block, BlockKind, Document, Media, Span
from briefing.text.search import find
from briefing.text.transcript import Transcript
from briefing.ui.widgets.flow import Flow, Spot
from tests.builders import make_document

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT_LINES = "A list\n\n" + "\n\n".join(f"The entry of number {n}, in short" for n in range(8000))

blocks = st.lists(
    st.builds(
        lambda kind, start, length, level, speaker, goes_on: Block(
            kind, Span(start, start + length), level, speaker, goes_on
        ),
        st.sampled_from(BlockKind),
        st.integers(0, 1 << 31),
        st.integers(0, 1 << 30),
        st.integers(0, 6),
        st.sampled_from(["", "Ann", "Ben"]),
        st.booleans(),
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


@given(blocks, st.sets(st.sampled_from(BlockKind)))
def test_what_is_told_from_columns_is_what_blocks_say(made: list[Block], kinds: set[BlockKind]) -> None:
    columns = Blocks(made)
    wanted = [index for index, block in enumerate(made) if block.kind in kinds]
    assert columns.indices(kinds) == wanted
    assert columns.first(kinds) == (wanted[0] if wanted else None)
    assert list(columns.starts_of(kinds)) == [
        made[index].span.start for index in wanted if not made[index].goes_on
    ]
    assert columns.longer_than(1 << 29) == [i for i, block in enumerate(made) if len(block.span) > 1 << 29]


def test_nothing_that_is_asked_of_a_whole_text_takes_a_call_a_paragraph() -> None:
    def calls(paragraphs: int) -> int:
        document = make_document(*["The entry of a list, in short."] * paragraphs)
        document = document._replace(blocks=Blocks(document.blocks))
        return calls_of(lambda: ask_all(document))

    def ask_all(document: Document) -> None:
        assert document.has_story
        assert document.first(BlockKind.KICKER) is None
        transcript = Transcript(document)
        _, count = transcript.body_position(0)
        assert transcript.resolve(f"p{count}.s1") == document.blocks[-1].span.start
        Flow(document, with_kicker=False, with_picture=True).rows(Spot(0, 0), 40)

    assert calls(20_000) < 2 * calls(2_000)


def test_a_search_through_many_short_paragraphs_takes_no_call_for_each() -> None:
    def calls(paragraphs: int) -> int:
        sentence = "The entry of a list, in short. "
        document = make_document(*[(sentence * (10_000 // paragraphs)).strip()] * paragraphs)
        document = document._replace(blocks=Blocks(document.blocks))
        return calls_of(lambda: find(document, "no such words", 0))

    assert calls(10_000) < 10 * calls(10)


def test_reading_a_list_takes_few_calls_for_each_of_its_lines() -> None:
    assert calls_of(lambda: read_text(SHORT_LINES)) < 25 * 8000


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions of Python are called by `work`."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


PARTED = "It rained.\n\n" + "They said so again. " * 8000 + "\n\nIt was dry."
"""Its second paragraph is of three parts."""


def test_paragraphs_are_counted_as_the_author_made_them_though_a_long_one_was_parted() -> None:
    document = read_text(PARTED).build("long.txt", "long", Media())
    transcript = Transcript(document)
    assert len(document.blocks) == 5
    assert [transcript.body_position(block.span.start) for block in document.blocks] == [
        (1, 3), (2, 3), (2, 3), (2, 3), (3, 3)
    ]  # fmt: skip
    names = [transcript.address(block.span.start) for block in document.blocks]
    assert names == ["p1.s1", "p2.s1", "p2-2.s1", "p2-3.s1", "p3.s1"]
    assert [transcript.resolve(name) for name in names] == [block.span.start for block in document.blocks]
    with pytest.raises(UsageError, match="no part 4"):
        transcript.resolve("p2-4")
    with pytest.raises(UsageError, match="no part 0"):
        transcript.resolve("p2-0")


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

    few_s, many_s = (min(cost_s(lines) for _ in range(3)) for lines in (10_000, 40_000))
    assert many_s < 10 * few_s


@pytest.mark.parametrize(
    ("above", "below", "joined"), [("a-", "b", "a-b"), ("-", "b", "- b"), ("a", "-\nb", "a - b")]
)
def test_a_hyphen_joins_where_a_word_stands_before_it(above: str, below: str, joined: str) -> None:
    assert [text for _, text in read_text(f"It is\n{above}\n{below}\nand so on.").parts()] == [
        f"It is {joined} and so on."
    ]
