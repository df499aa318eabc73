"""What is told of each sentence, and by what it is known again."""

from __future__ import annotations

from pathlib import Path

from briefing.export.study.cards import cards_of
from briefing.formats.publication import Publication
from tests.builders import make_document
from tests.unit.export.study.test_sentences import timed


def test_a_sentence_is_known_again_whatever_stands_before_it_and_whoever_reads() -> None:
    before = make_document("One two. Three four.", title="News")
    after = make_document("New here. One two.  Three four. Five six.", title="News")
    ids = {card.sentence: card.id for card in cards_of(Publication(before, timed(before)))}
    again = {card.sentence: card.id for card in cards_of(Publication(after))}
    assert all(again[sentence] == id_ for sentence, id_ in ids.items())
    other = {card.id for card in cards_of(Publication(before._replace(title="Other news")))}
    assert not other & set(ids.values())


def test_of_two_sentences_alike_each_has_its_own() -> None:
    twice = make_document("It rains. It shines. It rains.", title="News")
    assert len({card.id for card in cards_of(Publication(twice))}) == 4


def test_a_card_tells_paragraph_time_source_and_language() -> None:
    document = make_document("One two. Three\nfour. Five.", title="News")._replace(
        published="2026-11-28T10:00:00Z", language="de"
    )
    clip = Path("3.mp3")
    start = document.text.index("Three")
    card = next(
        card
        for card in cards_of(Publication(document, timed(document), clips={start: clip}))
        if card.place == "p1.s2"
    )
    assert (card.before, card.sentence, card.after) == ("One two.", "Three four.", "Five.")
    assert card.paragraph == "One two. Three four. Five."
    assert (card.source, card.language, card.time) == ("News, 2026-11-28", "de", "00:00:02")
    assert card.sound_name.endswith(".mp3")
    assert card.sound_name in f"briefing-{card.id}.mp3".replace(card.id, card.id[:20])
