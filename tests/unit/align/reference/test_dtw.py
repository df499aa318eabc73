"""Warping within a band, along a path that is known nearly."""

from __future__ import annotations

import numpy as np

from briefing.align.reference.dtw import ReferenceFeatures, warp_within_band


def test_warping_follows_a_known_path_that_is_known_nearly() -> None:
    rng = np.random.default_rng(0)
    reference = np.cumsum(rng.normal(0, 0.5, (800, 6)), axis=0).astype(np.float32)
    pace = np.repeat(np.arange(800), rng.integers(1, 3, 800))
    heard = reference[pace] + rng.normal(0, 0.05, (len(pace), 6)).astype(np.float32)
    near = np.clip(pace + np.repeat([12, -12], [len(pace) // 2, len(pace) - len(pace) // 2]), 0, 799)

    side = ReferenceFeatures(reference, np.zeros(800, dtype=bool))
    path = warp_within_band(heard.astype(np.float32), side, np.maximum.accumulate(near), lambda _share: None)

    assert (np.diff(path) >= 0).all()
    assert np.abs(path - pace).mean() < 2
