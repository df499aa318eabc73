"""Markdown that was written opens again as the same briefing, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.formats import markdown
from briefing.formats.draft import Draft
from briefing.formats.publication import Publication
from briefing.model import BlockKind, Document, Figure, LanguagePart, LinkPart, Media, Span

ATTACKS = (
    "# x", "x #", "> x", "- x", "+ x", "* x", "---", "===", "1. x", "123456789) x", "[a]: b", "[a](b)",
    "![a](b)", "*x*", "_x_", "**", "__x", "`x`", "~~x~~", "<b>", "<!-- x -->", "<!-- briefing: credit -->",
    "</x", "<http://x>", "&amp;", "&#65;", "AT&T", "\\", "\\*", "a\\", "| a | b |", "|---|", "```", "~~~",
    '"', "'", "--- x", "...", "]]", "a  b", "x\ty", "\u200bx", "é", "日本", "☃\ufe0f", "\u2067x\u2069",
    "\x1b[1m", "\xa0", "(c)", ":", "=", "#", "1.", "-",
)  # fmt: skip
texts = st.lists(
    st.sampled_from(ATTACKS) | st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=4
).map(" ".join)
names = st.sampled_from(("", "", "Ann Lee", "A --> B", "a & <b>", "é"))
addresses = st.sampled_from(
    (None, "map.png", "my map.png", "a&amp;b(c).png", "https://x.org/ü?a=1&b=2", "<x>\\y")
)


@st.composite
def language_parts(draw: st.DrawFn, length: int) -> list[LanguagePart]:
    """Make parts of a text in languages of their own."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=4)))
    spans = map(Span, edges[::2], edges[1::2])
    return [LanguagePart(span, draw(st.sampled_from(("fr", "pt-BR", "ar")))) for span in spans]


targets = st.sampled_from(
    (
        "https://x.org/ü?a=1&b=2",
        "#part",
        "",
        "a&amp;b(c).html",
        "<x>\\y",
        "a`b",
        "[a](b)",
        "x y",
        "mailto:a@x.org",
    )
)


@st.composite
def link_parts(draw: st.DrawFn, length: int) -> list[LinkPart]:
    """Make links, which may begin and end within a part in another language."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
    return [LinkPart(span, draw(targets)) for span in map(Span, edges[::2], edges[1::2])]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Make a document of any blocks in any order, as a format would."""
    draft = Draft(language=draw(st.sampled_from((None, "en-GB", "ja"))), published=draw(st.none() | texts))
    draft.authors = tuple(draw(st.lists(texts, max_size=3)))
    for kind in draw(st.lists(st.none() | st.sampled_from(BlockKind), max_size=8)):
        if kind is None:
            alt, text = draw(texts | st.just("")), draw(texts | st.just(""))
            parts, links = draw(language_parts(len(text))), draw(link_parts(len(text)))
            draft.add_figure(alt, text, draw(addresses), parts, links=links)
        else:
            level = draw(st.integers(1, 6)) if kind is BlockKind.HEADING else 0
            text = draw(texts)
            parts, links = draw(language_parts(len(text))), draw(link_parts(len(text)))
            draft.add(kind, text, level, draw(names), parts, links=links)
    media = Media(draw(st.none() | st.just("talk.mp3")), draw(st.none() | st.just(228.125)))
    return draft.build("story.html", "a story", media)


def with_links(text: str, *links: tuple[int, int, str]) -> Document:
    draft = Draft(language="en")
    draft.add(BlockKind.PARAGRAPH, text, links=[LinkPart(Span(start, stop), to) for start, stop, to in links])
    return draft.build("t", "t", Media())


def again(document: Document) -> Document:
    draft = markdown.read_text(markdown.write(Publication(document)))
    return draft.build(document.source, "another name", Media(draft.audio, draft.duration_s))


def like_news(caption: str = "Rain, as seen. From here", src: str | None = "rain.png") -> Document:
    draft = Draft(language="en", published="2023-10-30")
    draft.authors = ("Ann Lee", "Bob Ray")
    draft.add(BlockKind.KICKER, "Breaking News")
    draft.add(BlockKind.TITLE, 'A "quoted" title: 5 * 3')
    draft.add_figure("A wet street.", caption, src)
    draft.add(BlockKind.SUMMARY, "In short.")
    draft.add(BlockKind.PARAGRAPH, "It rained.")
    draft.add(BlockKind.LIST_ITEM, "one")
    draft.add(BlockKind.LIST_ITEM, "two")
    draft.add(BlockKind.CREDIT, "Photo: Ann")
    return draft.build("news", "news", Media("rain.mp3", 60.0))


def in_an_isolate() -> Document:
    """A part in a language of its own that ends within what is to be read from right to left."""
    draft = Draft()
    draft.add(BlockKind.PARAGRAPH, "\u2067x\u2069", 0, "", [LanguagePart(Span(0, 1), "fr")])
    return draft.build("news", "news", Media(None, None))


@given(document=documents())
@example(document=like_news())
@example(document=in_an_isolate())
@example(document=with_links("Look!here] [a](b) c", (5, 12, "https://x.org/a>b"), (12, 17, "#x")))
def test_it_opens_again_as_the_same_briefing(document: Document) -> None:
    assert again(document) == document


def test_a_news_item_is_written_as_a_person_would() -> None:
    assert markdown.write(Publication(like_news())).splitlines() == [
        "---",
        'kicker: "Breaking News"',
        'title: "A \\"quoted\\" title: 5 * 3"',
        'image: "rain.png"',
        'alt: "A wet street."',
        'caption: "Rain, as seen. From here"',
        'summary: "In short."',
        'authors: ["Ann Lee", "Bob Ray"]',
        'published: "2023-10-30"',
        'language: "en"',
        'audio: "rain.mp3"',
        'duration: "60.000"',
        "---",
        "",
        "It rained.",
        "",
        "- one",
        "- two",
        "",
        "<!-- briefing: credit -->",
        "Photo: Ann",
    ]


def test_a_picture_keeps_the_name_of_its_file() -> None:
    draft = markdown.read_text("# Title\n\nText.\n\n![A *wet* street](<my map.png>)\n")
    figures = draft.build("t", "t", Media()).figures
    assert figures == (Figure("A wet street", None, "my map.png", start=7),)


@pytest.mark.parametrize(
    "comment", ["<!-- credit -->", "<!-- briefing: nonsense -->", "<!-- briefing: x 9 -->"]
)
def test_any_other_comment_says_nothing_of_the_next_block(comment: str) -> None:
    document = markdown.read_text(f"{comment}\n\nIt rained.\n").build("t", "t", Media())
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


def test_words_in_another_language_say_so_as_a_page_does() -> None:
    draft = Draft(language="en")
    draft.add(BlockKind.PARAGRAPH, "He said c'est la vie.", language_parts=[LanguagePart(Span(8, 20), "fr")])
    document = draft.build("t", "t", Media())
    assert markdown.write(Publication(document)).endswith('He said <span lang="fr">c\'est la vie</span>.\n')


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A <span class='x' lang=fr>mot</span>.", [("mot", "fr")]),
        ("A <SPAN LANG='pt-br'>x</SPAN> <span lang='de'>Wort <span lang='fr'>mot</span></span>.",
         [("x", "pt-BR"), ("Wort mot", "de")]),
        ("A <span data-lang='fr'>mot</span> <em lang='fr'>mot</em> <span lang='fr'>mot.", []),
        ("A <span lang='fr'></span>x</span>.", []),
    ],
)  # fmt: skip
def test_spans_of_others_tell_languages_too(text: str, found: list[tuple[str, str]]) -> None:
    document = markdown.read_text(text).build("t", "t", Media())
    assert [(span.of(document.text), tag) for span, tag in document.language_parts] == found


def test_a_link_is_written_as_a_person_would() -> None:
    document = with_links("Read the report!", (9, 15, "https://x.org/a_b"))
    assert markdown.write(Publication(document)).endswith("\nRead the [report](<https://x.org/a_b>)!\n")


def test_a_caption_with_a_link_stands_behind_its_picture() -> None:
    draft = Draft(language="en")
    draft.add_figure("A street.", "By Ann Lee", "rain.png", links=[LinkPart(Span(3, 10), "https://x.org/")])
    draft.add(BlockKind.PARAGRAPH, "It rained.")
    document = draft.build("t", "t", Media())
    assert markdown.write(Publication(document)).splitlines()[-4:] == [
        "<!-- briefing: caption -->",
        "![A street.](<rain.png>) By [Ann Lee](<https://x.org/>)",
        "",
        "It rained.",
    ]


def test_of_a_link_that_no_reader_of_markdown_takes_the_text_is_kept() -> None:
    found = again(with_links("Read it.", (0, 4, "javascript:x")))
    assert (found.text, found.links) == ("Read it.", ())


def test_of_one_structure_in_another_only_the_text_is_kept() -> None:
    draft = markdown.read_text("- one\n  - two\n- three\n\nText.\n\n| a | b |\n|---|---|\n| c | d |\n")
    document = draft.build("t", "t", Media())
    assert [each.kind.value for each in document.structures] == ["list", "list", "table"]
    written = again(document)
    assert written.text == document.text
    assert [(kind.value, span.of(written.text)) for kind, span in written.structures] == [
        ("list", "one\n\ntwo\n\nthree")
    ]
