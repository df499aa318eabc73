"""When each word is spoken."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cue_columns import Columns
from briefing.model import Cue, Span
from briefing.timeline import Timeline


def cue(start: int, stop: int, start_frame: int, stop_frame: int, confidence: float = 1.0) -> Cue:
    return Cue(Span(start, stop), start_frame, stop_frame, confidence)


TWO_WORDS = Timeline(1000, 5000, [cue(0, 3, 1000, 2000), cue(4, 8, 2500, 3000, 0.5)])


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Make a timeline of up to 20 words with gaps in text and time."""
    rate_hz = draw(st.sampled_from([100, 1000, 48_000]))
    offset = frame = 0
    cues = []
    for gap, length, pause, frames, confidence in draw(
        st.lists(
            st.tuples(
                st.integers(0, 3),
                st.integers(0, 5),
                st.integers(0, 50),
                st.integers(0, 50),
                st.floats(0, 1, width=32),
            ),
            max_size=20,
        )
    ):
        start, begin = offset + gap, frame + pause
        offset, frame = start + length, begin + frames
        cues.append(cue(start, offset, begin, frame, confidence))
    return Timeline(rate_hz, frame + draw(st.integers(0, 50)), cues)


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        ([cue(0, 3, 0, 10), cue(2, 5, 10, 20)], "in text"),
        ([cue(4, 5, 0, 10), cue(0, 3, 10, 20)], "in text"),
        ([cue(0, 3, 0, 10), cue(4, 5, 9, 20)], "in time"),
        ([cue(0, 3, 10, 5)], "in time"),
        ([cue(0, 3, 0, 101)], "outside"),
        ([cue(0, 3, -1, 5)], "outside"),
        ([cue(0, 3, 0, 5, 1.5)], "confidence"),
        ([cue(0, 3, 0, 5, float("nan"))], "confidence"),
    ],
)
def test_what_is_no_timeline(cues: list[Cue], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Timeline(1000, 100, cues)


@pytest.mark.parametrize(("rate_hz", "length"), [(0, 10), (-1, 10), (1000, -1)])
def test_what_is_no_clock(rate_hz: int, length: int) -> None:
    with pytest.raises(ValueError, match="not a clock"):
        Timeline(rate_hz, length)


@pytest.mark.parametrize(
    ("frame", "offset"),
    [(0, 0), (999, 0), (1000, 0), (2400, 0), (2499.9, 0), (2500, 4), (4999, 4), (9999, 4)],
)
def test_the_word_at_a_frame(frame: float, offset: int) -> None:
    assert TWO_WORDS.offset_at(frame) == offset
    heard = TWO_WORDS.index_at(frame)
    assert (heard is None) == (frame < 1000)
    assert heard is None or TWO_WORDS[heard].span.start == offset


@pytest.mark.parametrize(
    ("offset", "frame"), [(0, 1000), (2, 1000), (3, 2500), (4, 2500), (7, 2500), (8, 5000)]
)
def test_the_frame_of_an_offset(offset: int, frame: int) -> None:
    assert TWO_WORDS.frame_at(offset) == frame


def test_without_cues_there_is_only_the_clock() -> None:
    empty = Timeline(1000, 5000)
    assert (len(empty), empty.duration_s) == (0, 5.0)
    assert empty.index_at(100) is None
    assert empty.index_of(0) is None
    assert empty.offset_at(100) == 0
    assert empty.frame_at(7) == 5000


def test_sharper_timings_replace_those_of_their_span_alone() -> None:
    guesses = [cue(i * 10, i * 10 + 5, i * 100, i * 100 + 50, 0.25) for i in range(5)]
    rough = Timeline(100, 1000, guesses)
    sharp = rough.sharpened(
        Span(10, 25), [cue(10, 15, 110, 140), cue(16, 19, 150, 160), cue(20, 25, 210, 240)]
    )
    assert [c.span.start for c in sharp] == [0, 10, 16, 20, 30, 40]
    assert [c.confidence == 1.0 for c in sharp] == [False, True, True, True, False, False]
    assert list(rough) == guesses
    with pytest.raises(ValueError, match="in time"):
        rough.sharpened(Span(10, 15), [cue(10, 15, 110, 999)])


def test_marks_are_shares_of_the_whole() -> None:
    assert TWO_WORDS.marks([0, 4, 100]) == (0.2, 0.5, 1.0)


@given(timelines())
def test_cues_come_back_as_they_were(timeline: Timeline) -> None:
    again = Timeline(timeline.rate_hz, timeline.length_frames, list(timeline))
    assert again == timeline
    assert [timeline[i] for i in range(len(timeline))] == list(timeline)


@given(timelines())
def test_columns_make_the_same_timeline(timeline: Timeline) -> None:
    made = Timeline.from_columns(
        timeline.rate_hz,
        timeline.length_frames,
        timeline.columns(),
    )
    assert made == timeline


def test_columns_of_different_lengths_are_no_timeline() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Timeline.from_columns(1000, 100, Columns([0], [1], [0], [1], []))


@given(timelines(), st.integers(-5, 3000))
def test_looking_up_finds_what_a_search_would(timeline: Timeline, frame: int) -> None:
    started = [i for i, cue in enumerate(timeline) if cue.start_frame <= frame]
    assert timeline.index_at(frame) == (started[-1] if started else None)


@given(timelines(), st.integers(0, 200))
def test_an_offset_leads_to_the_next_word_spoken(timeline: Timeline, offset: int) -> None:
    ahead = [c for c in timeline if c.span.stop > offset]
    assert timeline.frame_at(offset) == (ahead[0].start_frame if ahead else timeline.length_frames)


@given(timelines(), st.sampled_from([100, 1000, 44_100, 48_000]))
def test_another_clock_tells_the_same_times(timeline: Timeline, rate_hz: int) -> None:
    other = timeline.at_rate(rate_hz)
    assert other.rate_hz == rate_hz
    for a, b in zip(timeline, other, strict=True):
        assert a.span == b.span
        assert abs(a.start_frame / timeline.rate_hz - b.start_frame / rate_hz) <= 1 / rate_hz
    cut = timeline.at_rate(rate_hz, 7)
    assert cut.length_frames == 7
    assert all(c.stop_frame <= 7 for c in cut)


@given(timelines())
def test_sharpening_with_its_own_cues_changes_nothing(timeline: Timeline) -> None:
    if not len(timeline):
        return
    whole = Span(timeline[0].span.start, timeline[len(timeline) - 1].span.stop)
    inside = [c for c in timeline if c.span.stop > whole.start and c.span.start < whole.stop]
    assert timeline.sharpened(whole, inside) == timeline


@given(timelines(), timelines(), st.integers(0, 60), st.integers(0, 60), st.integers(1, 7))
def test_a_timeline_in_chunks_is_sharpened_as_if_it_were_one(
    timeline: Timeline, other: Timeline, one: int, another: int, chunk: int
) -> None:
    span = Span(min(one, another), max(one, another))
    length = max(timeline.length_frames, other.length_frames)
    old, fresh = list(timeline), [c for c in other if c.span.start >= span.start and c.span.stop <= span.stop]
    before = [c for c in old if c.span.stop <= span.start]
    after = [c for c in old[len(before) :] if c.span.start >= span.stop]
    wanted = [*before, *fresh, *after]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefing.cue_columns.CHUNK_CUES", chunk)
        chunked = Timeline(timeline.rate_hz, length, old)
        assert list(chunked) == old
        try:
            expected = Timeline(timeline.rate_hz, length, wanted)
        except ValueError:
            with pytest.raises(ValueError, match="sorted"):
                chunked.sharpened(span, fresh)
            return
        assert list(chunked.sharpened(span, fresh)) == wanted
        assert chunked.sharpened(span, fresh) == expected
        edges = {0, *(edge + off for each in wanted for edge in each[1:3] for off in (-1, 0, 1))}
        for frame in edges & {*range(length)}:
            assert expected.index_at(frame) == next(
                (i for i in range(len(wanted) - 1, -1, -1) if wanted[i].start_frame <= frame), None
            )
        for offset in range(60):
            assert expected.index_of(offset) == next(
                (i for i, c in enumerate(wanted) if c.span.stop > offset), None
            )


def test_sharper_timelines_of_a_library_hold_its_other_cues_once() -> None:
    words = [cue(i * 6, i * 6 + 5, i * 100, i * 100 + 90, 0.4) for i in range(100_000)]
    kept = [Timeline(48_000, 10_000_000, words)]
    tracemalloc.start()
    try:
        for i in range(0, 100_000, 1000):
            word = words[i]._replace(stop_frame=i * 100 + 80, confidence=1.0)
            kept.append(kept[-1].sharpened(word.span, [word]))
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sum(c.confidence == 1.0 for c in kept[-1]) == 100
    assert most_bytes < 100 * 100_000


def test_times_past_what_four_bytes_hold_come_back() -> None:
    late = 1 << 40
    cues = [cue(0, 3, 0, 10), cue(4, 70_000, late, late + 10), cue(70_001, 1 << 31, late + 20, late + 30)]
    assert list(Timeline(48_000, late + 40, cues)) == cues
