"""Plain text that was written is read again as the same blocks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.formats import plain
from briefing.formats.publication import Publication
from briefing.model import BlockKind, Media
from tests.builders import make_document

words = st.lists(
    st.sampled_from(("rain", "5 * 3", "_x_", "“so”", "é", "日本", "Ann: no", "a - b")), min_size=1
)
kinds = st.sampled_from((BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM))


@given(blocks=st.lists(st.tuples(kinds, words.map(lambda found: " ".join(found[:8])))))
def test_its_title_its_headings_and_its_items_are_known_again(blocks: list[tuple[BlockKind, str]]) -> None:
    sentences = [
        (kind, text if kind is BlockKind.HEADING else f"It was {text}, they say.") for kind, text in blocks
    ]
    document = make_document(
        title="The bridge opens.", blocks=[*sentences, (BlockKind.PARAGRAPH, "The end.")]
    )
    read = plain.read_text(plain.write(Publication(document))).build("", "", Media())
    assert (read.title, read.text, read.blocks) == (document.title, document.text, document.blocks)


def test_who_speaks_is_named_where_that_changes() -> None:
    document = make_document("Hello.", "And more.", "Thank you.")
    speakers = ("Ann", "Ann", "Bob")
    blocks = [block._replace(speaker=name) for block, name in zip(document.blocks, speakers, strict=True)]
    written = plain.write(Publication(document._replace(blocks=blocks)))
    assert written == "Ann: Hello.\n\nAnd more.\n\nBob: Thank you.\n"
