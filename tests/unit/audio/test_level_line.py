"""A level over frames."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.level_line import LevelLine


def test_nothing_is_done_to_what_is_at_its_full_level() -> None:
    assert LevelLine().levels(1000, 10) is None


def test_it_goes_evenly_to_where_it_is_aimed_and_stays_there() -> None:
    line = LevelLine()
    line.aim(100, 0.0, 100)
    found = line.levels(100, 200)
    assert found is not None
    assert found[[0, 50, 100, 199], 0] == pytest.approx([1.0, 0.5, 0.0, 0.0])


def test_aimed_elsewhere_half_way_it_leaves_what_it_is_without_a_jump() -> None:
    line = LevelLine()
    line.aim(0, 0.0, 100)
    line.aim(50, 1.0, 10)
    found = line.levels(0, 100)
    assert found is not None
    assert float(np.abs(np.diff(found[:, 0])).max()) < 0.06
    assert found[[50, 60], 0] == pytest.approx([0.5, 1.0])
    line.forget(61)
    assert line.levels(61, 10) is None


def test_the_same_frame_has_the_same_level_however_often_it_is_asked_for() -> None:
    line = LevelLine()
    line.aim(10, 0.2, 50)
    whole, part = line.levels(0, 100), line.levels(30, 20)
    assert whole is not None
    assert part is not None
    assert np.array_equal(whole[30:50], part)
