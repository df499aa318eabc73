from __future__ import annotations

import pytest

from briefing.audio.passages import REMEMBERED_FRAMES, Passages


def twice_as_fast() -> Passages:
    """Output frames 0 to 200 are source frames 1000 to 1400."""
    passages = Passages()
    passages.add(0, 100, 1000, 1200)
    passages.add(100, 200, 1200, 1400)
    return passages


def test_a_place_is_found_in_what_was_given_and_back() -> None:
    passages = twice_as_fast()
    assert [passages.place_at(frame) for frame in (0, 50, 150, 200)] == [1000, 1100, 1300, 1400]
    assert [passages.frame_of(place, 2) for place in (1000, 1100, 1300)] == [0, 50, 150]


def test_what_is_not_given_yet_has_no_frame() -> None:
    assert twice_as_fast().frame_of(1400, 2) is None
    assert Passages().frame_of(0, 1) is None


def test_what_was_given_before_all_that_is_remembered_is_reckoned_back() -> None:
    assert twice_as_fast().frame_of(900, 2) == -50


def test_where_a_gap_was_heard_the_place_stays() -> None:
    passages = twice_as_fast()
    passages.add(300, 400, 1400, 1600)
    assert passages.place_at(250) == 1400


def test_nothing_is_looked_for_before_a_jump() -> None:
    passages = twice_as_fast()
    passages.jump()
    assert passages.place_at(100) is None
    passages.add(200, 300, 5000, 5100)
    assert passages.place_at(100) == 5000
    assert passages.frame_of(1100, 1) == pytest.approx(200 - 3900)


def test_what_is_taken_back_is_as_if_it_had_not_been_given() -> None:
    passages = twice_as_fast()
    assert passages.cut(150) == 1300
    assert passages.frame_of(1300, 2) is None
    passages.add(150, 250, 7000, 7100)
    assert passages.place_at(149) == pytest.approx(1298)


def test_a_jump_that_is_taken_back_has_no_place() -> None:
    passages = twice_as_fast()
    passages.jump()
    assert passages.cut(150) is None


def test_what_is_long_past_is_forgotten() -> None:
    passages = twice_as_fast()
    passages.forget(REMEMBERED_FRAMES + 150)
    assert passages.frame_of(1100, 1) == 0
    assert passages.frame_of(1300, 2) == 150
