"""A document as a reader moves through it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model import BlockKind, ContentsEntry, Document, Span
from briefing.text.transcript import Transcript
from tests.builders import make_document
from tests.unit.text.made_up_paragraphs import paragraphs

STORY = make_document(
    "The U.S. met Japan. They “agreed.”",
    "On Oct. 25 it was – at last – signed. It cost $4.2 billion, up 50%.",
    title="Arms Transfers Condemned",
    kicker="Breaking News",
    summary="Three nations spoke. They condemned.",
    blocks=[
        (BlockKind.HEADING, "What next"),
        (BlockKind.QUOTE, "“We stand together.”"),
        (BlockKind.CREDIT, "By nobody"),
    ],
)


def test_offsets_in_gaps_and_on_punctuation() -> None:
    text = STORY.text
    transcript = Transcript(STORY)
    quote = text.index("“agreed")
    assert transcript.word_at(quote).of(text) == "“agreed"[1:]
    assert transcript.word_at(text.index(".”")).of(text) == "agreed"
    assert transcript.word_at(text.index("– at last")).of(text) == "at"
    assert transcript.word_at(len(text)).of(text) == "nobody"
    between = text.index("\n\nOn Oct.")
    assert transcript.sentence_at(between).of(text) == "They “agreed.”"
    assert transcript.word_at(between).of(text) == "On"
    assert transcript.paragraph_at(between).span.of(text).startswith("The U.S.")


def test_steps_reach_everything_in_order_and_back() -> None:
    transcript = Transcript(STORY)
    assert [s.of(STORY.text) for s in walk_sentences(STORY)] == [
        "Breaking News",
        "Arms Transfers Condemned",
        "Three nations spoke.",
        "They condemned.",
        "The U.S. met Japan.",
        "They “agreed.”",
        "On Oct. 25 it was – at last – signed.",
        "It cost $4.2 billion, up 50%.",
        "What next",
        "“We stand together.”",
        "By nobody",
    ]
    blocks = [STORY.blocks[0]]
    while block := transcript.paragraph_after(blocks[-1].span.start):
        assert transcript.paragraph_before(block.span.start) == blocks[-1]
        blocks.append(block)
    assert tuple(blocks) == STORY.blocks
    assert transcript.paragraph_before(0) is None


def walk_sentences(document: Document) -> list[Span]:
    transcript = Transcript(document)
    found = [transcript.sentence_at(0)]
    while sentence := transcript.sentence_after(found[-1].start):
        found.append(sentence)
    return found


@given(paragraphs)
def test_sentences_reassemble_the_text(document: Document) -> None:
    at = 0
    for span in walk_sentences(document):
        assert span.start >= at
        assert not document.text[at : span.start].strip()
        at = span.stop
    assert not document.text[at:].strip()


@given(paragraphs)
def test_stepping_back_undoes_stepping_on(document: Document) -> None:
    transcript = Transcript(document)
    sentences = walk_sentences(document)
    for before, after in pairwise(sentences):
        assert transcript.sentence_before(after.start) == before
    assert transcript.sentence_before(sentences[0].start) is None
    words = [word for sentence in sentences for word in transcript.words(sentence)]
    for before, after in pairwise(words):
        assert transcript.word_after(before.start) == after
        assert transcript.word_before(after.start) == before
    if words:
        assert transcript.word_after(words[-1].start) is None
        assert transcript.word_before(words[0].start) is None


@given(paragraphs, st.data())
def test_every_offset_has_a_sentence_and_a_place(document: Document, data: st.DataObject) -> None:
    transcript = Transcript(document)
    offset = data.draw(st.integers(0, len(document.text)))
    sentence = transcript.sentence_at(offset)
    assert transcript.resolve(transcript.address(offset)) == sentence.start
    n, of = transcript.body_position(offset)
    assert 1 <= n <= of == len(document.blocks)
    for word in transcript.words(sentence):
        assert transcript.word_at(word.start) == word
        assert transcript.word_at(word.stop - 1) == word


def test_addresses() -> None:
    transcript = Transcript(STORY)
    text = STORY.text
    assert transcript.address(text.index("It cost")) == "p2.s2"
    assert transcript.address(text.index("Three")) == "summary.s1"
    assert transcript.address(text.index("What next")) == "heading.s1"
    assert transcript.resolve("P3") == text.index("“We stand")
    assert transcript.resolve("title") == text.index("Arms")
    assert transcript.body_position(text.index("Three")) == (0, 3)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("p9", "There is no paragraph 9. This briefing has 3 paragraphs."),
        ("p0", "There is no paragraph 0. This briefing has 3 paragraphs."),
        ("p1.s3", "There is no sentence 3 there. That paragraph has 2 sentences."),
        ("kicker2", "There is no kicker 2. This briefing has 1 kicker."),
        ("1:12", "“1:12” is no place. A place is written like p3.s2: paragraph 3, sentence 2."),
        ("page 2", "This briefing has no numbered pages. Give a time, or a place such as p3.s2."),
        ("moon", "“moon” is no place. A place is written like p3.s2: paragraph 3, sentence 2."),
    ],
)
def test_addresses_of_nothing(address: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        Transcript(STORY).resolve(address)
    assert str(caught.value) == told


def test_a_page_of_a_book_is_a_place_by_whatever_it_is_called() -> None:
    pages = (ContentsEntry("xii", 0, 4), ContentsEntry("1", 0, 9))
    transcript = Transcript(STORY._replace(pages=pages))
    assert [transcript.resolve(name) for name in ("page XII", "Page 1")] == [4, 9]
    with pytest.raises(UsageError, match=r"There is no page 7\. They go from xii to 1\."):
        transcript.resolve("page 7")


def test_an_empty_document_has_empty_answers() -> None:
    transcript = Transcript(make_document())
    assert transcript.sentence_at(0) == transcript.word_at(5) == Span(0, 0)
    assert transcript.sentence_after(0) is transcript.sentence_before(0) is None
    assert transcript.word_after(0) is transcript.word_before(0) is None
    assert transcript.body_position(0) == (0, 0)


def test_only_what_is_looked_at_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[str] = []
    document = make_document(*(f"Paragraph {n}. It is here." for n in range(1000)))
    transcript = Transcript(document)

    def split(text: str, _language: str | None) -> list[tuple[int, int]]:
        touched.append(text)
        return [(0, len(text))]

    monkeypatch.setattr("briefing.text.transcript.split_sentences", split)
    transcript.word_at(document.blocks[500].span.start)
    assert touched == ["Paragraph 500. It is here."]
