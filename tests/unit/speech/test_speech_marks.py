"""Which sound belongs to which word: the events that a voice tells, over its sound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.marks import place_words


def test_the_first_event_of_a_word_counts() -> None:
    # "2025" fires twice, "the" never.
    words = [(0, 2), (3, 7), (8, 11), (12, 15)]
    assert place_words(words, [(0, 0), (3, 100), (5, 150), (12, 300)], 400) == [0, 100, 211, 300]


def test_what_runs_backwards_is_dropped() -> None:
    words = [(0, 1), (2, 3), (4, 5)]
    assert place_words(words, [(0, 0), (4, 200), (2, 250)], 300) == [0, 100, 200]


def test_without_events_words_share_the_sound_by_length() -> None:
    assert place_words([(0, 1), (2, 5)], [], 600) == [0, 200]


@given(
    st.lists(st.integers(1, 9), max_size=30),
    st.lists(st.tuples(st.integers(-3, 400), st.integers(-50, 5000)), max_size=60),
    st.integers(0, 4000),
)
def test_words_never_run_backwards(
    lengths: list[int], events: list[tuple[int, int]], length_frames: int
) -> None:
    words, at = [], 0
    for length in lengths:
        words.append((at, at + length))
        at += length + 1
    frames = place_words(words, [(c, f) for c, f in events if f >= 0], length_frames)
    assert len(frames) == len(words)
    assert frames == sorted(frames)
    assert all(0 <= frame <= length_frames for frame in frames)
