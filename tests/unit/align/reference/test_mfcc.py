"""Features of sound: a row each ten milliseconds, whatever its loudness."""

from __future__ import annotations

import numpy as np

from briefing.align.arrays import RATE_HZ, ROW_S
from briefing.align.reference.mfcc import cepstra, normalised, pooled
from tests.unit.align.reference.made_up_voice import NEWS, say


def test_cepstra_have_a_row_each_ten_milliseconds_and_ignore_gain() -> None:
    samples, _ = say(NEWS[:6], 150, 1.0)
    rows = cepstra(samples)

    assert abs(len(rows) * ROW_S - len(samples) / RATE_HZ) < 0.02
    assert np.abs(normalised(rows) - normalised(cepstra(samples * np.float32(0.3)))).mean() < 0.1


def test_pooling_keeps_every_row() -> None:
    rows = np.arange(10, dtype=np.float32)[:, np.newaxis]
    assert pooled(rows, 4)[:, 0].tolist() == [1.5, 5.5, 8.5]
