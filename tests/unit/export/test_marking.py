"""What is lit when: names of sentences and words, and times without a gap."""

from __future__ import annotations

from briefing.export.marking import LONGEST_PAUSE_S, marked_sentences
from briefing.model import Cue, Span
from briefing.timeline import Timeline
from tests.builders import make_document

TEXT = "Rain fell. Snow came."


def timeline(*cues: tuple[int, int, int, int], confidence: float = 1.0) -> Timeline:
    return Timeline(10, 1000, [Cue(Span(a, b), start, stop, confidence) for a, b, start, stop in cues])


def test_every_sentence_has_a_name_whether_it_is_heard_or_not() -> None:
    found = list(marked_sentences(make_document(TEXT, "Sun."), None))
    assert [each.name for each in found] == ["b1s1", "b1s2", "b2s1"]
    assert all(each.start_s is None and not each.words for each in found)


def test_a_sentence_is_lit_until_the_next_one_begins() -> None:
    words = timeline((0, 4, 10, 12), (5, 9, 12, 20), (11, 15, 25, 30))
    first, second = marked_sentences(make_document(TEXT), words)
    assert (first.start_s, first.stop_s) == (1.0, 2.5)
    assert (second.start_s, second.stop_s) == (2.5, 3.0)
    assert [(each.name, each.start_s, each.stop_s) for each in first.words] == [
        ("b1s1w1", 1.0, 1.2),
        ("b1s1w2", 1.2, 2.5),
    ]


def test_over_a_long_pause_nothing_is_lit() -> None:
    far = 20 + round(LONGEST_PAUSE_S * 10) + 1
    first, _ = marked_sentences(make_document(TEXT), timeline((0, 4, 10, 20), (11, 15, far, far + 5)))
    assert first.stop_s == 2.0


def test_guesses_are_no_words() -> None:
    (first, _) = marked_sentences(make_document(TEXT), timeline((0, 4, 10, 12), confidence=0.4))
    assert (first.start_s, first.words) == (1.0, ())


def test_a_sentence_that_is_not_heard_between_two_that_are() -> None:
    document = make_document("One. Two. Three.")
    found = list(marked_sentences(document, timeline((0, 3, 0, 5), (10, 15, 6, 9))))
    assert [each.start_s for each in found] == [0.0, None, 0.6]
