"""The clips of a book laid end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.clips import Clip
from briefing.playlist import LONGEST_S, HeardText, SoundFile, SoundRun, ends, laid_out, needs_measuring

BOOK = Path("book.epub")
FILES = {"a.mp3": SoundFile(100_000, "a"), "b.mp3": SoundFile(200_000, "b")}


def test_clips_that_touch_are_one_segment_and_keep_their_times() -> None:
    clips = [Clip("a.mp3", 0.2, 1.5, 0, 4), Clip("a.mp3", 1.5, 2.0, 6, 9), Clip("b.mp3", 0.0, 3.0, 11, 20)]
    playlist, missing = laid_out(BOOK, clips, FILES)
    assert playlist.segments == (SoundRun(0, 0.2, 2.0), SoundRun(1, 0.0, 3.0))
    assert [(each.start, each.stop) for each in playlist.heard] == [(0, 4), (6, 9), (11, 20)]
    times = [time for each in playlist.heard for time in (each.start_s, each.stop_s)]
    assert times == pytest.approx([0.0, 1.3, 1.3, 1.8, 1.8, 4.8])
    assert playlist.length_s == pytest.approx(4.8)
    assert missing == ()


def test_what_lies_between_clips_is_not_heard_nor_what_is_left_out() -> None:
    clips = [
        Clip("a.mp3", 0.2, 1.0, 0, 4),
        Clip("a.mp3", 1.35, 2.0, 6, 9),
        Clip("gone.mp3", 0.0, 9.0, 11, 20),
    ]
    clips += [
        Clip("a.mp3", 5.0, 4.0, 22, 25),
        Clip("a.mp3", 3.0, 3.0, 26, 27),
        Clip("b.mp3", 1.0, 2.0, 30, 31),
    ]
    playlist, missing = laid_out(BOOK, clips, FILES)
    assert playlist.segments == (SoundRun(0, 0.2, 1.0), SoundRun(0, 1.35, 2.0), SoundRun(1, 1.0, 2.0))
    assert [each.start_s for each in playlist.heard] == pytest.approx([0.0, 0.8, 1.45])
    assert missing == ("gone.mp3",)


def test_text_whose_sound_is_missing_is_one_gap_where_nothing_is_heard_between() -> None:
    clips = [
        Clip("gone", number, number + 1, start, start + 6) for number, start in enumerate((0, 10, 30, 50))
    ]
    clips += [
        Clip("a.mp3", 0, 1, 20, 26),
        Clip("a.mp3", 1, 2, 34, 36),
        Clip("gone", 9, 10, 60, 61, is_skippable=True),
    ]
    assert laid_out(BOOK, clips, FILES).playlist.missing == ((0, 16), (50, 56))


def test_text_that_has_no_sound_is_a_gap_and_no_file_is_missing() -> None:
    clips = [Clip("", 0, None, 0, 6), Clip("a.mp3", 0, 1, 8, 12)]
    playlist, missing = laid_out(BOOK, clips, FILES)
    assert (playlist.missing, missing, playlist.length_s) == (((0, 6),), (), 1.0)
    assert list(ends(clips)) == ["a.mp3"]


def test_a_clip_without_text_is_time_without_words() -> None:
    clips = [Clip("a.mp3", 0.0, 4.0), Clip("b.mp3", 0.0, 1.0, 0, 5)]
    assert laid_out(BOOK, clips, FILES).playlist.heard == (HeardText(0, 5, 4.0, 5.0),)


def test_several_pieces_of_one_clip_are_one_time_of_its_text() -> None:
    clips = [Clip("a.mp3", 0.0, 4.0, 0, 5), Clip("b.mp3", 0.0, 1.0, 0, 5, goes_on=True)]
    assert laid_out(BOOK, clips, FILES).playlist.heard == (HeardText(0, 5, 0.0, 5.0),)


def test_text_that_is_said_again_was_spread_over_both_times() -> None:
    clips = [Clip("a.mp3", 0.0, 4.0, 0, 5), Clip("b.mp3", 0.0, 1.0, 0, 5), Clip("a.mp3", 4.0, 5.0, 7, 9)]
    playlist = laid_out(BOOK, clips, FILES).playlist
    assert playlist.heard == (HeardText(0, 5, 0.0, 4.0), HeardText(7, 9, 5.0, 6.0))
    assert playlist.aside == (HeardText(0, 5, 4.0, 5.0),)


def test_text_that_is_heard_out_of_its_order_is_heard_and_not_lit() -> None:
    starts = [0, 10, 90, 20, 30, 5, 40]
    clips = [Clip("a.mp3", number, number + 1, start, start + 6) for number, start in enumerate(starts)]
    playlist = laid_out(BOOK, clips, FILES).playlist
    assert playlist.length_s == len(starts)
    assert [(each.start, each.start_s) for each in playlist.heard] == [
        (0, 0),
        (10, 1),
        (20, 3),
        (30, 4),
        (40, 6),
    ]


def test_a_sentence_whose_words_have_clips_as_well_is_not_lit_over_them() -> None:
    clips = [Clip("a.mp3", 0, 1, 0, 9), Clip("a.mp3", 1, 2, 4, 6)]
    assert [each[:2] for each in laid_out(BOOK, clips, FILES).playlist.heard] == [(0, 4), (4, 6)]


def test_a_file_is_measured_where_a_clip_ends_with_it_or_later_than_may_be() -> None:
    clips = [Clip("a.mp3", 0, 1), Clip("b.mp3", 0, 7), Clip("b.mp3", 3, 5), Clip("a.mp3", 4, None)]
    assert ends(clips) == {"a.mp3": None, "b.mp3": 7}
    assert needs_measuring(100_000, None)
    assert not needs_measuring(100_000, 300)
    assert needs_measuring(100_000, 500)
    files = {**FILES, "a.mp3": SoundFile(100_000, "a", 6.5)}
    segments = laid_out(BOOK, clips, files).playlist.segments
    assert segments[-1] == SoundRun(0, 4, 6.5)
    beyond = laid_out(BOOK, [Clip("a.mp3", 0, 9e9), Clip("a.mp3", 8, 9e9)], files).playlist
    assert beyond.segments == (SoundRun(0, 0, 6.5),)


def test_no_recording_of_a_book_is_longer_than_any_is() -> None:
    clips = [Clip("a.mp3", 0, LONGEST_S * 0.6, 0, 1), Clip("a.mp3", 0, LONGEST_S * 0.6, 2, 3)]
    assert laid_out(BOOK, clips, FILES).playlist.length_s == LONGEST_S * 0.6


def test_another_sound_or_another_cut_has_another_mark() -> None:
    clips = [Clip("a.mp3", 0, 4, 0, 1)]
    marks = {
        laid_out(BOOK, clips, FILES).playlist.mark,
        laid_out(BOOK, [Clip("a.mp3", 0, 5, 0, 1)], FILES).playlist.mark,
        laid_out(BOOK, clips, {**FILES, "a.mp3": SoundFile(100_000, "other")}).playlist.mark,
    }
    assert len(marks) == 3
    assert laid_out(BOOK, [Clip("a.mp3", 0, 4, 8, 9)], FILES).playlist.mark in marks


def test_a_place_is_the_same_at_every_rate_however_many_segments_come_before() -> None:
    clips = [Clip("ab"[number % 2] + ".mp3", 0.0, 0.10003) for number in range(10_000)]
    playlist = laid_out(BOOK, clips, FILES).playlist
    coarse, fine = playlist.starts(1000), playlist.starts(48000)
    assert len(fine) == 10_001
    assert max(abs(a / 1000 - b / 48000) for a, b in zip(coarse, fine, strict=True)) < 0.0006
