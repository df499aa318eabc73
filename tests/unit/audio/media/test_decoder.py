from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.audio.media.whole import decode, duration_s
from briefing.errors import AudioError, SourceError
from tests.recordings import FORMATS, decode_here, duration_here, make, sweep, write_recording

if TYPE_CHECKING:
    from pathlib import Path

NOISE_FILLED = ("aac", "m4a")
"""AAC fills gaps with noise of the decoder's own, which is not the same twice."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("recordings")


@pytest.mark.parametrize("ending", FORMATS)
def test_samples_are_the_same_wherever_decoding_began(folder: Path, ending: str) -> None:
    path = make(folder, ending, 8.0)
    whole = decode_here(path, 48000).samples
    for start in (0, 1, 12_345, 48_000, 123_456, 200_000, len(whole) - 1000):
        part = decode_here(path, 48000, start / 48000, start / 48000 + 0.4).samples
        expected = whole[start : start + len(part)]
        assert len(part) == min(19_200, len(whole) - start)
        if ending in NOISE_FILLED:
            assert np.corrcoef(part[:, 0], expected[:, 0])[0, 1] > 0.98
        else:
            assert np.array_equal(part, expected)


@pytest.mark.parametrize("ending", ["mp3", "m4a", "opus", "flac", "wav", "aiff"])
def test_the_first_sample_is_the_first_sample_that_was_encoded(folder: Path, ending: str) -> None:
    path = make(folder, ending)
    heard = decode_here(path, 48000, 1.0, 2.0).samples[:, 0]
    encoded = sweep(6.0, 48000)
    likeness = [np.dot(heard, encoded[48_000 + lag : 96_000 + lag]) for lag in range(-200, 201)]
    assert abs(int(np.argmax(likeness)) - 200) <= 1


@pytest.mark.parametrize("ending", FORMATS)
def test_the_length_is_that_of_the_samples(folder: Path, ending: str) -> None:
    path = make(folder, ending)
    assert duration_here(path) == pytest.approx(len(decode_here(path, 48000).samples) / 48000, abs=0.002)


def test_a_lying_header_is_not_believed(folder: Path) -> None:
    whole = make(folder, "wav").read_bytes()
    path = folder / "liar.wav"
    path.write_bytes(whole[: len(whole) // 2])
    assert duration_here(path) == pytest.approx(3.0, abs=0.01)


def test_mp3_without_any_header_is_exact_too(folder: Path) -> None:
    path = write_recording(
        folder / "bare.mp3",
        sweep(20.0, 44100),
        codec="libmp3lame",
        rate_hz=44100,
        options={"write_xing": "0", "id3v2_version": "0"},
    )
    whole = decode_here(path, 48000).samples
    part = decode_here(path, 48000, 17.3, 17.6).samples
    assert np.array_equal(part, whole[830_400:844_800])


@pytest.mark.parametrize(
    ("name", "codec", "rate_hz"),
    [
        ("memo.wav", "adpcm_ima_wav", 22050),
        ("memo.wav", "adpcm_ms", 11025),
        ("memo.wav", "g722", 16000),
        ("talk.oga", "flac", 44100),
    ],
)
def test_a_jump_in_a_recorders_file_lands_where_it_was_meant(
    tmp_path: Path, name: str, codec: str, rate_hz: int
) -> None:
    path = write_recording(tmp_path / name, sweep(16.0, rate_hz), codec=codec, rate_hz=rate_hz)
    whole = decode_here(path, 48000).samples[:, 0]
    for start in (150_000, 345_678, 500_000, 700_000):
        part = decode_here(path, 48000, start / 48000, start / 48000 + 0.5).samples[:, 0]
        assert np.corrcoef(part, whole[start : start + 24_000])[0, 1] > 0.98
    assert duration_here(path) == pytest.approx(16.0, abs=0.2)


@pytest.mark.parametrize("tail", [b"<p>The rest is not here.</p>\n" * 40_000, bytes(1 << 20)])
def test_what_is_no_sound_behind_a_recording_does_not_cost_the_recording(tmp_path: Path, tail: bytes) -> None:
    path = make(tmp_path, "mp3")
    path.write_bytes(path.read_bytes() + tail)
    assert duration_here(path) == pytest.approx(6.0, abs=0.05)
    assert len(decode_here(path, 48000).samples) == pytest.approx(6.0 * 48000, abs=2400)


def test_a_wavpack_that_breaks_off_plays_as_far_as_it_goes(tmp_path: Path) -> None:
    path = write_recording(tmp_path / "talk.wv", sweep(6.0, 44100), codec="wavpack", rate_hz=44100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])
    length_s = duration_here(path)
    assert 2.0 < length_s < 4.5
    assert len(decode_here(path, 48000).samples) == pytest.approx(length_s * 48000, abs=100)


def test_stereo_is_mixed_to_mono(folder: Path) -> None:
    path = make(folder, "flac", 2.0, layout="stereo")
    pcm = decode_here(path, 16000)
    assert pcm.samples.shape == (32_000, 1)
    assert pcm.rate_hz == 16000
    assert np.abs(pcm.samples).max() == pytest.approx(0.33, abs=0.03)


def test_another_rate_keeps_the_time(folder: Path) -> None:
    path = make(folder, "flac")
    at_16k = decode_here(path, 16000, 3.0, 3.5).samples[:, 0]
    at_48k = decode_here(path, 48000, 3.0, 3.5).samples[::3, 0]
    assert np.corrcoef(at_16k, at_48k)[0, 1] > 0.99


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 5000,
        b"<html>no sound</html>" * 50,
        b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
        Random(3).randbytes(4000),
    ],
)
def test_what_is_no_sound_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.mp3"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"thing\.mp3"):
        decode_here(path, 48000)


def test_a_playlist_that_names_another_file_does_not_open_it(folder: Path, tmp_path: Path) -> None:
    target = make(folder, "wav")
    for text in (
        f"ffconcat version 1.0\nfile '{target}'\n",
        f"#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n{target}\n",
    ):
        path = tmp_path / "list.mp3"
        path.write_text(text)
        with pytest.raises(SourceError):
            decode_here(path, 48000)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.mp3"
    os.mkfifo(fifo)
    for path in (fifo, tmp_path, tmp_path / "none.mp3"):
        with pytest.raises(SourceError):
            decode_here(path, 48000)


def test_after_damage_everything_is_in_its_place(folder: Path) -> None:
    whole = make(folder, "mp3", 10.0).read_bytes()
    path = folder / "damaged.mp3"
    middle = len(whole) // 2
    path.write_bytes(whole[:middle] + b"\0" * 3000 + whole[middle + 3000 :])
    sound = decode_here(path, 48000).samples[:, 0]
    reference = decode_here(folder / "sweep.mp3", 48000).samples[:, 0]
    tail = slice(len(reference) - 96_000, len(reference) - 48_000)
    lags = range(-2400, 2401, 4)
    likeness = [np.dot(sound[tail.start + lag : tail.stop + lag], reference[tail]) for lag in lags]
    assert abs(lags[int(np.argmax(likeness))]) <= 1200


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ending=st.sampled_from(list(FORMATS)),
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(1, 400),
    cut=st.floats(0.05, 1.0),
)
def test_damage_of_any_kind_is_sound_or_a_sentence(
    folder: Path, ending: str, seed: int, count: int, cut: float
) -> None:
    path = folder / f"sweep.{ending}"
    content = bytearray((path if path.exists() else make(folder, ending)).read_bytes())
    random = np.random.default_rng(seed)
    for at in random.integers(0, len(content), count):
        content[at] = random.integers(0, 256)
    broken = folder / f"broken.{ending}"
    broken.write_bytes(content[: int(len(content) * cut)])
    try:
        length_s = duration_s(broken)
        assert 0 <= length_s <= 7 * 24 * 3600
        pcm = decode(broken, 48000, 1.0, 2.0)  # by a process, for libav dies of some
    except (SourceError, AudioError) as error:
        assert error.message.endswith(".")  # noqa: PT017  # a sentence, if it is refused
    else:
        assert np.abs(pcm.samples).max(initial=0) <= 1.0
