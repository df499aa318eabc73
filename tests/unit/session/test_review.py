"""Reading without a sound: what is said at each step, where the point stands, and that the place stays."""

from __future__ import annotations

import pytest

from briefing.events import Announced, PointMoved
from briefing.model import (
    BlockKind,
    ContentsEntry,
    Document,
    Figure,
    LanguagePart,
    Span,
    TransportState,
)
from tests.builders import make_document
from tests.stage import Stage

PLAIN = make_document(
    "The Bridge opened. It cost $5.",
    "Second café — 한국 👩🏽\u200d💻.",
    title="News",
    blocks=[(BlockKind.HEADING, "More"), (BlockKind.QUOTE, "Voilà, said Ann.")],
)


def at(text: str) -> int:
    return PLAIN.text.index(text)


STORY = PLAIN._replace(
    figures=(Figure(None, None, "x.png", at("Second")),),
    pages=(ContentsEntry("12", 0, at("Second")),),
    language_parts=(LanguagePart(Span(at("Voilà"), at("Voilà") + 5), "fr"),),
)


def stage(document: Document = STORY) -> Stage:
    return Stage(document).open()


def said(*commands: str, on: Stage | None = None) -> list[str]:
    heard = on or stage()
    before = len(heard.said)
    return heard.press(*commands).said[before:]


def test_what_stands_here_is_read_then_spelled_then_spelled_by_words_and_read_again() -> None:
    assert said(*["read-here"] * 4) == [
        "News",
        "capital N, e, w, s.",
        "capital november, echo, whiskey, sierra.",
        "News",
    ]
    assert said(*["read-character"] * 3) == [
        "capital N",
        "capital november.",
        "U+004E, Latin capital letter n.",
    ]


def test_after_anything_else_was_said_it_is_read_whole_first() -> None:
    assert said("read-here", "where", "read-here")[-1] == "News"
    assert said("read-here", "read-sentence", "read-sentence")[-2:] == ["News", "capital N, e, w, s."]
    assert said("read-next", "read-here")[-1] == "The"
    assert said("read-here phonetic") == ["capital november, echo, whiskey, sierra."]
    assert said("read-here backwards")[-1].startswith("It is read whole, spelled or phonetic.")


def test_each_step_reads_one_unit_and_says_where_it_leads_into_a_paragraph() -> None:
    assert said("read-next", "read-next", "read-back", "read-back") == [
        "The. Paragraph 1 of 3.",
        "Bridge",
        "The",
        "News. Title.",
    ]
    assert said("read-character-next 4", "read-character-next") == ["capital T. Paragraph 1 of 3.", "h"]
    assert said("read-sentence-next", "read-sentence-next") == ["The Bridge opened.", "It cost $5."]


def test_signs_and_emoji_that_stand_alone_are_named() -> None:
    heard = stage()
    assert said("read-word-next 9", "read-word-next", "read-word-next", on=heard) == [
        "em dash. Paragraph 2 of 3.",
        "한국",
        "woman technologist, medium skin tone, period",
    ]


def test_the_unit_is_chosen_both_ways_and_by_name() -> None:
    assert said("read-unit", "read-unit", "read-unit-back", "read-unit character") == [
        "Sentence: News",
        "Paragraph: Title: News",
        "Sentence: News",
        "Character: capital N",
    ]
    assert said("read-unit letter") == [
        "The reading unit is character, word, sentence, paragraph or heading."
    ]
    heard = stage()
    heard.press("read-unit paragraph")
    assert said("read-next", on=heard) == ["Paragraph 1 of 3: The Bridge opened. It cost $5."]


def test_edges_are_said_with_what_stands_there() -> None:
    assert said("read-word-back") == ["Top. News"]
    assert said("read-sentence-next 90") == ["End of the text. Voilà, said Ann."]
    heard = stage()
    heard.press("read-paragraph-next 3")
    assert said("read-heading-next", on=heard) == ["No heading after this."]
    assert said("read-heading", "read-heading-back", "read-heading-back", on=heard) == [
        "Heading: More",
        "Title: News",
        "No heading before this.",
    ]
    without = stage(make_document("Text."))
    assert said("read-heading", on=without) == ["This briefing has no headings."]
    assert said("read-next", on=stage(make_document())) == ["There is no text."]


def test_nothing_of_it_moves_the_place_or_the_sound() -> None:
    heard = stage().press("play").play(1.2)
    place = heard.session.place
    heard.press("read-next 3", "read-sentence-next", "read-here", "attributes", "read-unit")
    assert heard.session.place == place
    assert heard.session.state is TransportState.PLAYING
    heard.play(1.0)
    assert heard.session.place > place
    assert heard.session.point.span is not None


def test_a_move_by_hand_forgets_the_point() -> None:
    heard = stage().press("read-paragraph-next 3", "sentence-forward")
    assert heard.session.point.span is None
    assert said("read-here", on=heard) == ["The"]


def test_playing_from_here_begins_at_the_point_and_undo_comes_back() -> None:
    heard = stage().press("read-word-next 2", "play-here").play(0.4)
    assert heard.words[-1] == "Bridge"
    assert heard.press("undo").session.place == 0


def test_the_point_can_become_the_place_without_a_sound() -> None:
    heard = stage()
    assert said("read-sentence-next 2", "place-here", on=heard)[-1] == (
        "Paragraph 1 of 3, sentence 2 is the place."
    )
    assert heard.session.place == at("It cost")
    assert heard.session.state is TransportState.PAUSED
    assert said("place-here", on=heard)[0].startswith("The reading point is at the place.")


def test_every_move_of_the_point_is_told() -> None:
    heard = stage().press("read-word-next 2")
    moved = [event for event in heard.events if isinstance(event, PointMoved)]
    assert moved == [PointMoved(Span(at("Bridge"), at("Bridge") + len("Bridge")))]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), "Title. English, en."),
        (("read-paragraph-next",), "Paragraph 1 of 3. Under the heading News. English, en."),
        (
            ("read-paragraph-next 2",),
            "Paragraph 2 of 3. Under the heading News. Picture without a description. Page 12. English, en.",
        ),
        (("read-paragraph-next 3",), "Heading, level 2. Page 12. English, en."),
        (("read-paragraph-next 4",), "Paragraph 3 of 3. Quote. Under the heading More. Page 12. French, fr."),
        (
            ("read-paragraph-next 4", "read-word-next"),
            "Paragraph 3 of 3. Quote. Under the heading More. Page 12. English, en.",
        ),
    ],
    ids=["title", "paragraph", "picture and page", "heading", "quote in French", "quote"],
)
def test_what_a_place_is_can_be_asked(steps: tuple[str, ...], told: str) -> None:
    assert said(*steps, "attributes")[-1] == told


def test_pictures_are_said_where_they_stand() -> None:
    assert said("read-paragraph-next 2")[-1].startswith(
        "Picture without a description. Paragraph 2 of 3: Second café"
    )
    heard = stage().press("go p2")
    assert heard.said[-1].startswith("Picture without a description. Paragraph 2 of 3: Second café")


def test_what_is_spelled_in_german_is_told_to_be_german_and_has_german_names() -> None:
    stage = Stage(make_document("Größe? Ja.", title="Frage", language="de")).open()
    told: list[Announced] = []
    stage.session.subscribe(lambda each: told.append(each) if isinstance(each, Announced) else None)
    stage.press("read-word", "read-word", "read-word", "read-sentence")
    assert [(each.text, each.language) for each in told] == [
        ("Frage", "de"),
        ("großes F, r, a, g, e.", "de"),
        ("großes Frankfurt, Rostock, Aachen, Goslar, Essen.", "de"),
        ("Frage", ""),
    ]
    told.clear()
    stage.press("read-word-next", "read-character-back", "read-character", "read-character phonetic")
    assert [(each.text, each.language) for each in told] == [
        ("Größe? Paragraph 1 of 1.", "de"),
        ("e. Title.", "de"),
        ("e", "de"),
        ("U+0065, Latin small letter e.", ""),
    ]
