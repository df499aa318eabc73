"""A document as a reader moves through it."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model import BlockKind, Document, Span
from briefing.text.transcript import Transcript
from tests.builders import make_document

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
paragraphs = st.lists(
    st.text(st.sampled_from("aéßİ漢か.!?’“” 1-\u0301U"), min_size=1).filter(str.strip), min_size=1, max_size=5
).map(lambda texts: make_document(*(" ".join(text.split()) for text in texts)))


def words_of(text: str) -> list[str]:
    document = make_document(text)
    return [w.of(document.text) for w in Transcript(document).words(Span(0, len(document.text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Russia’s arms,” he said.", ["Russia’s", "arms", "he", "said"]),
        ("$4.2 billion, up 50%.", ["$4.2", "billion", "up", "50%"]),
        ("the U.S., the U.N.", ["the", "U.S.", "the", "U.N."]),
        ("arms – and tanks — go", ["arms", "and", "tanks", "go"]),
        ("(see no. 5)", ["see", "no", "5"]),
        ("-5 degrees, −3, well-known", ["-5", "degrees", "−3", "well-known"]),
        ("R&D & C++ #1 @home", ["R&D", "&", "C++", "#1", "@home"]),
        ("cafe\u0301! não", ["cafe\u0301", "não"]),
        ("朝鲜提供武器。", ["朝", "鲜", "提", "供", "武", "器"]),
        ("カメラを見た", ["カメラを", "見", "た"]),
        ("북한이 무기를", ["북한이", "무기를"]),
        ("می\u200cخواهم رفت", ["می\u200cخواهم", "رفت"]),
        ("हिंदी में।", ["हिंदी", "में"]),
        ("… — “”", []),
    ],
)
def test_what_a_word_is(text: str, words: list[str]) -> None:
    assert words_of(text) == words


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
        ("moon", "“moon” is no place. A place is written like p3.s2: paragraph 3, sentence 2."),
    ],
)
def test_addresses_of_nothing(address: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        Transcript(STORY).resolve(address)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Der Straße entlang", "STRASSE", "Straße"),
        ("Der Straße entlang", "sse", "ße"),
        ("un café noir", "cafe", "café"),
        ("un cafe\u0301 noir", "café", "cafe\u0301"),
        ("Putin’s war", "putin's", "Putin’s"),
        ("an all-out war", "all–out", "all-out"),
        ("two\nlines", "two  lines", "two\nlines"),
        ("Ёлка стоит", "елка", "Ёлка"),
        ("soft\u00adhyphen", "softhyphen", "soft\u00adhyphen"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("ﬁnal oﬀer", "offer", "oﬀer"),
        ("각하 가", "가", "가"),
    ],
)
def test_search_folds_and_keeps_offsets_true(text: str, needle: str, found: str) -> None:
    match = Transcript(make_document(text)).find(needle, 0)
    assert match is not None
    assert match[0].of(text) == found


def test_search_both_ways_and_around() -> None:
    document = make_document("one two one", "two one")
    transcript = Transcript(document)

    def starts(offset: int, *, backwards: bool) -> list[tuple[int, bool]]:
        found = []
        for _ in range(4):
            match = transcript.find("one", offset, backwards=backwards)
            assert match is not None
            found.append((match[0].start, match[1]))
            offset = match[0].start + (not backwards)
        return found

    assert starts(0, backwards=False) == [(0, False), (8, False), (17, False), (0, True)]
    assert starts(8, backwards=True) == [(0, False), (17, True), (8, False), (0, False)]
    assert transcript.find("three", 0) is None
    assert transcript.find("two one two", 0) is None
    assert transcript.find(" ", 0) is None


@given(paragraphs, st.data())
def test_a_word_of_the_text_is_found_there(document: Document, data: st.DataObject) -> None:
    transcript = Transcript(document)
    block = data.draw(st.sampled_from(document.blocks))
    words = transcript.words(block.span)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    if unicodedata.category(word.of(document.text)[0])[0] == "M":
        return  # a mark alone folds to nothing
    match = transcript.find(word.of(document.text), word.start)
    assert match is not None
    assert match[0].start == word.start
    assert not match[1]


def test_an_empty_document_has_empty_answers() -> None:
    transcript = Transcript(make_document())
    assert transcript.sentence_at(0) == transcript.word_at(5) == Span(0, 0)
    assert transcript.sentence_after(0) is transcript.sentence_before(0) is None
    assert transcript.word_after(0) is transcript.word_before(0) is None
    assert transcript.find("x", 0) is None
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
