"""What a file does not hold of a briefing is told, a sentence for each way in which it holds less."""

from __future__ import annotations

from briefing.cli.export_losses import losses
from briefing.export.registry import BY_NAME
from briefing.formats.publication import Publication, PublishedPicture
from briefing.model import Cue, Figure, Span
from briefing.timeline import Timeline
from tests.builders import make_document

DOCUMENT = make_document("It rained. It snows.", "It thaws.", title="News", language=None)


def timed(*words: str) -> Publication:
    spans = [DOCUMENT.text.index(word) for word in words]
    cues = [
        Cue(Span(start, start + len(word)), at, at + 1)
        for at, (start, word) in enumerate(zip(spans, words, strict=True))
    ]
    return Publication(DOCUMENT, Timeline(1000, 1000, cues))


def test_sentences_without_times_that_captions_leave_out_are_counted_but_the_title_is_not() -> None:
    assert list(losses("o.vtt", BY_NAME["vtt"], timed("rained"))) == [
        "o.vtt leaves out 2 sentences that have no times."
    ]
    assert list(losses("o.vtt", BY_NAME["vtt"], timed("rained", "snows"))) == [
        "o.vtt leaves out 1 sentence that has no time."
    ]
    assert list(losses("o.vtt", BY_NAME["vtt"], timed("rained", "snows", "thaws"))) == []


def test_what_holds_every_word_leaves_none_out() -> None:
    for name in ("json", "epub"):
        assert not [told for told in losses("o", BY_NAME[name], timed("rained")) if "leaves out" in told]


def test_pictures_that_cannot_be_had_are_counted() -> None:
    pictured = DOCUMENT._replace(figures=(Figure("One", "", "one.png"), Figure("Two", "", "two.png")))
    picture = PublishedPicture(b"\x89PNG", "image/png", 1, 1)
    for found, told in (
        ({}, ["o.epub is without 2 pictures that cannot be had."]),
        ({1: picture}, ["o.epub is without 1 picture that cannot be had."]),
        ({0: picture, 1: picture}, []),
    ):
        assert list(losses("o.epub", BY_NAME["epub"], Publication(pictured, pictures=found))) == told
    cover = ["o.mp3 is without 1 picture that cannot be had."]
    assert list(losses("o.mp3", BY_NAME["mp3"], Publication(pictured))) == cover
    assert list(losses("o.mp3", BY_NAME["mp3"], Publication(pictured, pictures={1: picture}))) == []
