"""Listening, with a made-up model that is at a loss now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from briefing.align.acoustic.emissions import GAP, EmissionModel
from briefing.align.acoustic.model import FRAME_FRAMES
from briefing.align.alignment import Stopped
from briefing.align.pronunciation.phones import INDEX

if TYPE_CHECKING:
    from briefing.align.acoustic.model import AcousticModel

SECOND_ROWS = 16_000 // FRAME_FRAMES


class Model:
    """Hears T all the time: surely where the sound is loud, else only over a floor of noise."""

    alphabet = ("t", "m", "<wb>", "<blank>")

    def __init__(self) -> None:
        self.floors: list[float] = []

    def log_probs(self, samples: np.ndarray, floor: float = 0.0) -> np.ndarray:
        self.floors.append(floor)
        rows = 1 + len(samples) // FRAME_FRAMES
        loud = np.abs(samples[np.minimum(np.arange(rows) * FRAME_FRAMES, len(samples) - 1)]) > 0.5
        sure = np.array([0.97, 0.01, 0.01, 0.01])
        lost = np.array([0.1, 0.45, 0.1, 0.35])
        return np.log(np.where((loud | (floor > 0))[:, np.newaxis], sure, lost)).astype(np.float32)


def listener(model: Model) -> EmissionModel:
    return EmissionModel(cast("AcousticModel", model), threads=1)


def test_where_the_model_is_at_a_loss_it_is_asked_again_over_a_floor_of_noise() -> None:
    samples = np.ones(6 * 16_000, np.float32)
    samples[2 * 16_000 : 4 * 16_000] = 0
    model = Model()
    heard = listener(model).emissions(samples)
    assert (heard[:, INDEX["T"]] > heard[:, GAP] + 1)[250:350].all()
    assert any(model.floors)


def test_where_the_model_knows_what_it_hears_it_is_asked_once() -> None:
    model = Model()
    listener(model).emissions(np.ones(3 * 16_000, np.float32))
    assert model.floors
    assert not any(model.floors)


def test_a_file_that_is_let_go_is_not_heard_to_its_end() -> None:
    def stop(_: int) -> None:
        raise Stopped

    model = Model()
    with pytest.raises(Stopped):
        listener(model).emissions(np.ones(10 * 60 * 16_000, np.float32), stop)
    assert len(model.floors) < 20  # of 80
