"""A reading bent towards a recording's voice: learnt where there is enough of both, and never elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.align.reference.adaptation import adapted, learn_adaptation

if TYPE_CHECKING:
    from briefing.align.arrays import Floats

FEATURES = 6


def voices(rows: int, noise: float = 0.05) -> tuple[Floats, Floats]:
    """Return a recording and a reading of the same, whose voice a linear map makes the recording's."""
    rng = np.random.default_rng(5)
    reading = rng.normal(0, 1, (rows, FEATURES))
    turn = np.linalg.qr(rng.normal(0, 1, (FEATURES, FEATURES)))[0]
    recording = reading @ turn + 0.7 + rng.normal(0, noise, (rows, FEATURES))
    return recording.astype(np.float32), reading.astype(np.float32)


def distance(one: Floats, other: Floats) -> float:
    return float(np.linalg.norm(one - other, axis=1).mean())


def test_a_voice_that_was_learnt_is_nearer_than_one_that_was_not() -> None:
    recording, reading = voices(4000)
    learnt = learn_adaptation(recording, reading)
    same = distance(learnt.of_recording(recording), learnt.of_synthesis(reading))
    other = distance(learnt.of_recording(recording), learnt.of_synthesis(reading[::-1].copy()))
    assert same < 0.3 * other


def test_from_a_few_rows_voices_are_still_taken_to_be_alike() -> None:
    recording, reading = voices(5)
    learnt = learn_adaptation(recording, reading)
    assert np.abs(learnt.weights[:-1] - np.eye(FEATURES)).max() < 0.1


@pytest.mark.parametrize(("rows", "is_learnt"), [(4000, True), (400, False)])
def test_a_reading_takes_on_the_voice_where_five_seconds_tell_it(rows: int, is_learnt: bool) -> None:
    recording, reading = voices(rows)
    bent = adapted(recording, reading, np.arange(rows), np.zeros(rows, bool))
    assert (distance(bent, recording) < 0.2 * distance(reading, recording)) == is_learnt
    assert (bent is reading) != is_learnt


def test_nothing_is_learnt_from_gates() -> None:
    recording, reading = voices(4000)
    assert adapted(recording, reading, np.arange(4000), np.ones(4000, bool)) is reading
