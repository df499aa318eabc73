from __future__ import annotations

import numpy as np
import pytest

from briefing.audio.pcm import Mono, from_int16, mono, resample, stereo, to_int16, volume_gain


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


@pytest.mark.parametrize("weight", [-1.0, -0.5, 0.0, 0.5, 1.0])
def test_neither_channel_takes_the_other_away_when_one_is_made_of_them(weight: float) -> None:
    speech = np.random.default_rng(3).standard_normal(32000).astype(np.float32) * 0.1
    both = np.stack([speech, weight * speech], axis=1)
    for samples in (both, both[:, ::-1]):
        one = mono(samples, 16000)
        assert one.shape == (32000,)
        assert np.corrcoef(np.abs(one), np.abs(speech))[0, 1] > 0.95
        assert np.abs(one).mean() >= 0.49 * np.abs(speech).mean()


def test_phases_that_turn_on_the_way_are_followed() -> None:
    speech = np.random.default_rng(4).standard_normal(64000).astype(np.float32) * 0.1
    turned = np.where(np.arange(64000) // 16000 % 2, -speech, speech)
    mixer = Mono(16000)
    one = np.concatenate(
        [mixer.mix(np.stack([speech, turned], axis=1)[at : at + 8000]) for at in range(0, 64000, 8000)]
    )
    levels = np.abs(one).reshape(-1, 800).mean(axis=1) / np.abs(speech).reshape(-1, 800).mean(axis=1)
    assert levels.min() > 0.4


def test_one_channel_is_passed_on_as_it_is() -> None:
    samples = np.full((10, 1), 0.25, np.float32)
    assert mono(samples, 16000).base is samples
    assert mono(np.zeros((0, 2), np.float32), 16000).shape == (0,)
