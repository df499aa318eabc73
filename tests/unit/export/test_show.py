"""A document on standard output."""

import json
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.show import as_json, as_plain
from briefing.model import BlockKind, Document, Figure, Media
from briefing.outline import Chapter, Outline, outline_of
from briefing.structures import StructureKind, TextStructure
from tests.builders import make_document

STORY = make_document(
    "One two three four five six seven.",
    title="A Title",
    kicker="Breaking News",
    summary="In short.",
    caption="Flags in the wind.",
    blocks=[
        (BlockKind.HEADING, "What next"),
        (BlockKind.QUOTE, "A long quote, of which there is a lot."),
        (BlockKind.LIST_ITEM, "An item"),
        (BlockKind.CREDIT, "By Ann"),
    ],
)._replace(
    figures=(Figure("Two flags", "Flags in the wind.", "a.png"), Figure("A map", None, None)),
    media=Media("/x/a.mp3", 228.0, available=True),
)


def as_data(document: Document, languages: Sequence[tuple[str, str, Path]] = ()) -> Iterator[str]:
    return as_json(document, outline_of(document), languages)


def test_json_tells_what_can_be_left_where_there_is_something() -> None:
    span = next(block.span for block in STORY.blocks if block.kind is BlockKind.LIST_ITEM)
    listed = STORY._replace(structures=(TextStructure(StructureKind.LIST, span),))
    shown = json.loads("".join(as_data(listed)))
    assert shown["structures"] == [{"kind": "list", "start": span.start, "stop": span.stop}]
    assert "structures" not in json.loads("".join(as_data(STORY)))


def test_json_has_every_field_and_true_offsets() -> None:
    shown = json.loads("".join(as_data(STORY)))
    assert list(shown) == [
        "title",
        "kicker",
        "language",
        "published",
        "authors",
        "summary",
        "figures",
        "media",
        "chapters",
        "outline",
        "blocks",
        "text",
    ]
    assert (shown["title"], shown["kicker"], shown["summary"]) == ("A Title", "Breaking News", "In short.")
    assert shown["figures"][0] == {"alt": "Two flags", "caption": "Flags in the wind.", "src": "a.png"}
    assert shown["media"] == {"src": "/x/a.mp3", "duration_s": 228.0, "available": True}
    for block in shown["blocks"]:
        assert shown["text"][block["start"] : block["stop"]] == block["text"]
    assert [block["kind"] for block in shown["blocks"]][:5] == [
        "kicker",
        "title",
        "summary",
        "caption",
        "paragraph",
    ]


def test_json_tells_title_and_headings_by_level_and_chapters_by_time_and_place() -> None:
    chapters = (Chapter("Rain", 0.5, 20), Chapter("Music", 9.0, None))
    outline = outline_of(STORY)._replace(chapters=chapters)
    shown = json.loads("".join(as_json(STORY, outline)))
    assert [(each["level"], each["title"]) for each in shown["outline"]] == [(1, "A Title"), (2, "What next")]
    for each in shown["outline"]:
        assert shown["text"].startswith(each["title"], each["start"])
    assert shown["chapters"] == [
        {"title": "Rain", "start_s": 0.5, "start": 20},
        {"title": "Music", "start_s": 9.0, "start": None},
    ]
    assert json.loads("".join(as_json(STORY, Outline(()))))["outline"] == []


def test_texts_in_other_languages_are_named_where_there_are_some() -> None:
    shown = json.loads("".join(as_data(STORY, [("de", "German", Path("/x/a.de.srt"))])))
    assert shown["languages"] == [{"language": "de", "name": "German", "src": "/x/a.de.srt"}]
    assert "languages" not in json.loads("".join(as_data(STORY)))


def test_what_is_not_there_is_null() -> None:
    shown = json.loads("".join(as_data(make_document("Text.", language=None))))
    assert [shown[key] for key in ("kicker", "language", "published", "summary")] == [None] * 4
    assert shown["figures"] == []
    assert shown["media"] == {"src": None, "duration_s": None, "available": False}


def test_plain_text_labels_what_is_not_the_story() -> None:
    assert as_plain(STORY).split("\n\n") == [
        "Banner: Breaking News",
        "Title: A Title",
        "Summary: In short.",
        "Picture: Two flags",
        "Caption: Flags in the wind.",
        "One two three four five six seven.",
        "## What next",
        "> A long quote, of which there is a lot.",
        "- An item",
        "Credit: By Ann",
        "Picture: A map",
    ]


def test_wrapped_lines_are_no_wider_and_lose_nothing() -> None:
    plain = as_plain(STORY, 24)
    assert max(map(len, plain.split("\n"))) <= 24
    assert plain.split() == as_plain(STORY).split()
    assert "> A long quote, of which\n  there" in plain


def test_an_isolate_is_closed_on_each_wrapped_line() -> None:
    document = make_document("before \u2067one two three four five six seven eight\u2069 after")
    shown = as_plain(document, 20).split("\n")
    assert [line.count("\u2067") for line in shown] == [1, 0, 0]
    assert [line.count("\u2069") for line in shown] == [1, 0, 0]


@given(text=st.text(st.characters(codec="utf-8")))
@pytest.mark.parametrize("width", [0, 40])
def test_nothing_from_a_text_reaches_a_terminal(width: int, text: str) -> None:
    if not text.strip():
        return
    assert "\x1b" not in as_plain(make_document(text.strip()), width)


def test_the_data_of_a_long_text_stands_in_memory_only_in_parts() -> None:
    paragraph = "The river rose, and “nobody” knew why. " * 10
    document = make_document(*[paragraph.strip()] * 2000)
    most = sum(map(len, as_data(document))) * 2  # bytes: of a text with curly quotes
    tracemalloc.start()
    try:
        for _ in as_data(document):
            pass
        assert tracemalloc.get_traced_memory()[1] < most / 5
    finally:
        tracemalloc.stop()


def test_data_in_parts_is_what_an_encoder_makes_of_the_whole() -> None:
    shown = "".join(as_data(STORY, [("de", "German", Path("/x/a.de.srt"))]))
    assert shown == json.dumps(json.loads(shown), ensure_ascii=False, indent=2)
    nothing = "".join(as_data(make_document()))
    assert nothing == json.dumps(json.loads(nothing), ensure_ascii=False, indent=2)
