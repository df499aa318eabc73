"""Timed words matched with a document's."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.timed.transcript import spread_words
from briefing.formats.timed_text import TimedWord
from briefing.sources.match import match_words
from tests.builders import make_document

WORDS = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "the", "of", "and", "in"]


def timed(text: str, start_s: float = 0.0, confidence: float = 1.0) -> list[TimedWord]:
    """Return one word a second."""
    return [
        TimedWord(word, start_s + i, start_s + i + 0.9, confidence) for i, word in enumerate(text.split())
    ]


def matched(document_text: str, words: list[TimedWord]) -> list[tuple[str, int]]:
    document = make_document(document_text)
    timeline = match_words(document, words, None)
    return [(cue.span.of(document.text), cue.start_frame) for cue in timeline] if timeline else []


def test_the_same_words_differently_written() -> None:
    assert matched("“The U.S.,” he said: café!", timed("the US he said cafe")) == [
        ("The", 0),
        ("U.S.", 1000),
        ("he", 2000),
        ("said", 3000),
        ("café", 4000),
    ]


def test_words_that_the_recording_lacks_get_no_cue() -> None:
    text = "one two three (not spoken here) four five six"
    assert [word for word, _ in matched(text, timed("one two three four five six"))] == text.replace(
        "(not spoken here) ", ""
    ).split()


def test_words_that_the_text_lacks_are_passed_over() -> None:
    found = matched("one two three four", timed("welcome to the news one two well three four goodbye"))
    assert found == [("one", 4000), ("two", 5000), ("three", 7000), ("four", 8000)]


def test_other_words_in_the_same_place_are_trusted_little() -> None:
    document = make_document("it cost 25 dollars in all")
    timeline = match_words(document, timed("it cost twenty-five dollars in all"), None)
    assert timeline is not None
    assert [cue.confidence < 0.6 for cue in timeline] == [False, False, True, False, False, False]


def test_a_long_introduction_is_passed_over() -> None:
    dice = random.Random(1)
    body = " ".join(f"{dice.choice(WORDS)}{i % 97}" for i in range(800))
    intro = " ".join(f"intro{i}" for i in range(1500))
    assert len(matched(body, timed(f"{intro} {body}"))) == 800


def test_two_hours_with_common_words_are_matched() -> None:
    dice = random.Random(2)
    words = [dice.choice(WORDS) if dice.random() < 0.5 else f"w{dice.randrange(3000)}" for _ in range(20_000)]
    heard = [word for word in words if dice.random() > 0.03]
    found = matched(" ".join(words), timed(" ".join(heard)))
    assert len(found) > len(heard) * 0.97


def test_another_text_is_no_timing() -> None:
    assert (
        match_words(make_document("one two three four"), timed("fünf sechs sieben acht neun"), None) is None
    )
    assert match_words(make_document("one two"), [], None) is None


def test_a_banner_and_a_caption_are_not_looked_for() -> None:
    document = make_document("one two", kicker="one two", caption="one two")
    timeline = match_words(document, timed("one two"), 10.0)
    assert timeline is not None
    assert [cue.span.start for cue in timeline] == [document.text.rindex("one"), document.text.rindex("two")]
    assert timeline.length_frames == 10_000


def test_phrases_are_told_apart_to_words() -> None:
    assert matched("他说好", spread_words("他说好", 1.0, 4.0, 1.0)) == [
        ("他", 1000),
        ("说", 2000),
        ("好", 3000),
    ]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40),
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.floats(0, 100), st.floats(0, 200) | st.none()), max_size=40
    ),
    st.floats(0, 150) | st.none(),
)
def test_whatever_is_matched_is_a_timeline(
    words: list[str], heard: list[tuple[str, float, float | None]], length_s: float | None
) -> None:
    document = make_document(" ".join(words))
    timeline = match_words(
        document, [TimedWord(*entry, 1.0) for entry in sorted(heard, key=lambda e: e[1])], length_s
    )
    if timeline is not None:
        assert all(a.stop_frame <= b.start_frame for a, b in pairwise(timeline))
