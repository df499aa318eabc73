"""Several briefings as one: their texts, marks and times, each where its item is."""

from __future__ import annotations

from briefing.blocks import Blocks
from briefing.export.joined import RATE_HZ, JoinedItem, joined
from briefing.formats.publication import Publication, PublishedPicture
from briefing.formats.timed_text import Piece, TimedLine
from briefing.model import BlockKind, Cue, Document, Figure, LanguagePart, LinkPart, Span
from briefing.structures import StructureKind, TextStructure
from briefing.timeline import Timeline
from tests.builders import make_document

NEWS = make_document("It rained.", title="Rain", kicker="Breaking", blocks=[(BlockKind.HEADING, "More")])
GERMAN = make_document("Es regnete.", title="Regen", language="de")
THIRD = make_document("Nothing else.", title="Nothing")
PICTURE = PublishedPicture(b"x", "image/png", 1, 1)


def spoken(document: Document, rate_hz: int = 10) -> Timeline:
    """Each block two seconds, the first from half a second on."""
    half = rate_hz // 2
    cues = [
        Cue(block.span, half + at * 2 * rate_hz, half + (at + 1) * 2 * rate_hz)
        for at, block in enumerate(document.blocks)
    ]
    return Timeline(rate_hz, half + 2 * rate_hz * len(cues), cues)


def parts_of(publication: Publication) -> list[tuple[BlockKind, int, str]]:
    document = publication.document
    return [(each.kind, each.level, each.span.of(document.text)) for each in document.blocks]


def items(*documents: Document) -> list[JoinedItem]:
    return [JoinedItem(Publication(each), "Daily, 2023-10-30") for each in documents]


def test_each_item_is_a_heading_with_whose_it_is_and_its_own_headings_below_it() -> None:
    whole = joined(items(NEWS, GERMAN), "Today")
    assert parts_of(whole) == [
        (BlockKind.TITLE, 0, "Today"),
        (BlockKind.HEADING, 2, "Rain"),
        (BlockKind.PARAGRAPH, 0, "Daily, 2023-10-30. Breaking"),
        (BlockKind.PARAGRAPH, 0, "It rained."),
        (BlockKind.HEADING, 3, "More"),
        (BlockKind.HEADING, 2, "Regen"),
        (BlockKind.PARAGRAPH, 0, "Daily, 2023-10-30"),
        (BlockKind.PARAGRAPH, 0, "Es regnete."),
    ]
    assert whole.document.text == "\n\n".join(text for _, _, text in parts_of(whole))


def test_what_is_in_another_language_than_most_says_so_and_keeps_what_it_said() -> None:
    start = GERMAN.text.index("Es")
    german = GERMAN._replace(language_parts=(LanguagePart(Span(start, start + 2), "fr"),))
    document = joined(items(NEWS, german, THIRD), "Today").document
    assert document.language == "en"
    told = [(part.span.of(document.text), part.language) for part in document.language_parts]
    assert told == [("Regen", "de"), ("Daily, 2023-10-30", "de"), ("Es", "fr"), (" regnete.", "de")]


def test_links_structures_and_pictures_are_where_their_items_are() -> None:
    at = THIRD.text.index("Nothing else")
    third = THIRD._replace(
        links=(LinkPart(Span(at, at + 7), "https://example.org/"),),
        structures=(TextStructure(StructureKind.QUOTATION, Span(at, len(THIRD.text))),),
        figures=(Figure("Sky", None, "sky.png", at),),
    )
    first = NEWS._replace(figures=(Figure("Cloud", None, "cloud.png"),))
    whole = joined(
        [JoinedItem(Publication(first)), JoinedItem(Publication(third, pictures={0: PICTURE}))], "Today"
    )
    document = whole.document
    assert [each.span.of(document.text) for each in document.links] == ["Nothing"]
    assert [each.span.of(document.text) for each in document.structures] == ["Nothing else."]
    assert [each.start for each in document.figures] == [None, document.text.index("Nothing else")]
    assert list(whole.pictures) == [1]


def test_times_begin_where_the_item_does_to_the_frame_whatever_their_rate() -> None:
    whole = joined(
        [
            JoinedItem(Publication(NEWS, spoken(NEWS)), "", 0, 480_001),
            JoinedItem(Publication(GERMAN, spoken(GERMAN, 44_100)), "", 480_001, 4 * RATE_HZ),
        ],
        "Today",
    )
    words = whole.words
    assert words is not None
    assert (words.rate_hz, words.length_frames) == (RATE_HZ, 480_001 + 4 * RATE_HZ)
    starts = {cue.span.of(whole.document.text): cue.start_frame for cue in words}
    assert starts["Rain"] == 2.5 * RATE_HZ
    assert starts["Regen"] == 480_001 + RATE_HZ // 2
    assert "Breaking" not in starts
    assert words[len(words) - 1].stop_frame == words.length_frames
    assert [(each.title, each.start_s) for each in whole.chapters] == [
        ("Rain", 0.0),
        ("Regen", 480_001 / RATE_HZ),
    ]


def test_a_timed_text_keeps_its_lines_and_who_speaks_them() -> None:
    line = TimedLine((Piece("Es regnete.", 1.0),), 2.0, speaker="Ann")
    whole = joined(
        [
            JoinedItem(Publication(NEWS, spoken(NEWS)), "", 0, 10 * RATE_HZ),
            JoinedItem(Publication(GERMAN, spoken(GERMAN), (line,)), "", 10 * RATE_HZ, 5 * RATE_HZ),
        ],
        "Today",
    )
    assert [(each.start_s, each.text, each.speaker) for each in whole.lines][-1] == (
        11.0,
        "Es regnete.",
        "Ann",
    )
    assert whole.lines[0].start_s == 0.5


def test_items_without_a_title_in_their_text_are_named_and_without_language_stay_so() -> None:
    document = make_document("Text.", language=None)._replace(title="Called")
    whole = joined(items(document), "Today")
    assert (BlockKind.HEADING, 2, "Called") in parts_of(whole)
    assert whole.document.language is None
    assert whole.words is None
    assert isinstance(whole.document.blocks, Blocks)
