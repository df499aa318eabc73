from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.pcm import from_int16, resample, stereo, to_int16, volume_gain


def test_volume_rises_from_silence_to_the_recording() -> None:
    gains = [volume_gain(percent) for percent in range(101)]
    assert gains[0] == 0.0
    assert gains[100] == 1.0
    assert gains == sorted(gains)
    assert 20 * np.log10(volume_gain(50)) == pytest.approx(-18, abs=0.1)


def test_a_volume_outside_its_range_is_limited() -> None:
    assert volume_gain(-5) == 0.0
    assert volume_gain(140) == 1.0


def test_samples_of_16_bits_come_back_as_they_were() -> None:
    samples = np.arange(-32768, 32768, dtype=np.int16)
    assert np.array_equal(to_int16(from_int16(samples)), samples)


def test_what_is_too_loud_is_limited_not_wrapped() -> None:
    assert to_int16(np.array([2.0, -2.0, 1.0])).tolist() == [32767, -32768, 32767]


@pytest.mark.parametrize("shape", [(5,), (5, 1), (5, 2)])
def test_stereo_has_two_columns(shape: tuple[int, ...]) -> None:
    samples = np.arange(np.prod(shape), dtype=np.float32).reshape(shape)
    both = stereo(samples)
    assert both.shape == (5, 2)
    assert np.array_equal(both[:, 0], samples.reshape(5, -1)[:, 0])


def test_resampling_keeps_the_length_in_seconds_and_the_pitch() -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(22050) / 22050).astype(np.float32)
    again = resample(tone, 22050, 48000)
    assert len(again) == 48000
    assert np.argmax(np.abs(np.fft.rfft(again))) == 440
    assert resample(tone, 48000, 48000) is tone
