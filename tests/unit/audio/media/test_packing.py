"""Sound that is held packed comes back as it was, whatever it is."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.media.packing import pack

RATE_HZ = 48_000
NOISE = np.random.default_rng(8)
SOUNDS = {
    "nothing": np.zeros((0, 1), np.int16),
    "one frame": np.array([[-7, 9]], np.int16),
    "silence": np.zeros((RATE_HZ, 1), np.int16),
    "the loudest noise": NOISE.integers(-32768, 32768, (RATE_HZ, 2)).astype(np.int16),
    "from end to end of the scale": np.array([[-32768], [32767]] * 500, np.int16),
    "a tone": (8000 * np.sin(np.arange(RATE_HZ) / 40)).astype(np.int16).reshape(-1, 1),
    "channels apart": np.stack([np.arange(999), np.arange(999)[::-1] * 30], axis=1).astype(np.int16),
}


@pytest.mark.parametrize("what", SOUNDS)
def test_no_sample_changes(what: str) -> None:
    unpacked = pack(SOUNDS[what]).unpacked()
    assert unpacked.dtype == np.int16
    assert unpacked.shape == SOUNDS[what].shape
    assert np.array_equal(unpacked, SOUNDS[what])


def bytes_of(what: str) -> int:
    packed = pack(SOUNDS[what])
    return len(packed.low) + len(packed.high)


def test_a_tone_takes_little_more_than_half_and_noise_no_more_than_it_did() -> None:
    assert bytes_of("a tone") < 0.55 * SOUNDS["a tone"].nbytes
    assert bytes_of("the loudest noise") < 1.01 * SOUNDS["the loudest noise"].nbytes
