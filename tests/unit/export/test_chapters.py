"""The chapters of what goes out as sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.export.chapters import chapters_of, contents_of
from briefing.formats.publication import ChaptersBy, Publication, PublishedSound, SoundKind
from briefing.model import BlockKind, Cue, Document
from briefing.outline import Chapter
from briefing.timeline import Timeline
from tests.builders import make_document

SOUND = PublishedSound(Path("sound.mp3"), SoundKind.MP3, 60.0)


def spoken(document: Document) -> Timeline:
    """A word, the first of each block, every ten seconds from the second on."""
    cues = [Cue(block.span, 20 + 100 * i, 100 + 100 * i) for i, block in enumerate(document.blocks)]
    return Timeline(10, 600, cues)


def test_without_times_or_sound_there_are_none() -> None:
    assert chapters_of(Publication(make_document("Text."), sound=SOUND)) == []
    assert chapters_of(Publication(make_document("Text."), spoken(make_document("Text.")))) == []


def test_those_of_the_recording_go_first() -> None:
    told = (Chapter("Intro", 0.0, 0), Chapter("End", 40.0, None))
    found = chapters_of(Publication(make_document("Text."), chapters=told, sound=SOUND))
    assert found == [("Intro", 0.0, 40.0), ("End", 40.0, 60.0)]


def test_headings_are_chapters_the_first_of_which_begins_with_the_sound() -> None:
    document = make_document(
        "Text.", title="News", blocks=[(BlockKind.HEADING, "More"), (BlockKind.PARAGRAPH, "So.")]
    )
    found = chapters_of(Publication(document, spoken(document), sound=SOUND))
    assert found == [("News", 0.0, 2.0), ("News", 2.0, 22.0), ("More", 22.0, 60.0)]


def test_without_headings_paragraphs_are_named_by_their_first_words() -> None:
    long = "The bridge over the river is open again to all cars and lorries, and to trams."
    document = make_document(long, "Rain.")
    found = chapters_of(Publication(document, spoken(document), sound=SOUND))
    assert [each.title for each in found][1:] == [
        "The bridge over the river is open again to all cars and…",
        "Rain.",
    ]


@pytest.fixture
def story() -> Publication:
    document = make_document(
        "Rain.", title="News", blocks=[(BlockKind.HEADING, "More"), (BlockKind.PARAGRAPH, "So.")]
    )
    told = (Chapter("Intro", 0.0, 0), Chapter("Rain", 12.0, 6), Chapter("Music", 55.0, None))
    return Publication(document, spoken(document), chapters=told, sound=SOUND)


@pytest.mark.parametrize(
    ("by", "in_sound", "in_books"),
    [
        (None, ["Intro", "Rain", "Music"], ["News", "More"]),
        (ChaptersBy.RECORDING, ["Intro", "Rain", "Music"], ["Intro", "Rain"]),
        (ChaptersBy.HEADING, ["News", "News", "More"], ["News", "More"]),
        (ChaptersBy.PARAGRAPH, ["News", "News", "Rain.", "So."], ["News", "Rain.", "So."]),
        (ChaptersBy.NONE, [], []),
    ],
)
def test_chapters_and_contents_are_made_of_what_is_asked_for(
    by: ChaptersBy | None, in_sound: list[str], in_books: list[str], story: Publication
) -> None:
    asked = story._replace(chapters_by=by)
    assert [each.title for each in chapters_of(asked)] == in_sound
    assert [each.title for each in contents_of(asked)] == in_books
