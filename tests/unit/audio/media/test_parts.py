"""Recordings that are joined from parts: an advertisement before a programme, links of an Ogg."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from briefing.audio.media.decoder import Decoder
from briefing.audio.media.parts import find_parts
from tests.recordings import decode_here, duration_here, sweep, write_recording

if TYPE_CHECKING:
    from pathlib import Path

MP3 = "libmp3lame"
PARTS = {
    "an advertisement of another rate before the programme": ("mp3", [(MP3, 44100, 3), (MP3, 22050, 6)]),
    "an advertisement in the middle": ("mp3", [(MP3, 22050, 4), (MP3, 48000, 3), (MP3, 22050, 5)]),
    "a part of another rate at the end": ("mp3", [(MP3, 32000, 5), (MP3, 16000, 4)]),
    "parts of one rate with tags between": ("mp3", [(MP3, 44100, 3), (MP3, 44100, 4), (MP3, 44100, 2)]),
    "from eight thousand to forty-eight": ("mp3", [(MP3, 8000, 3), (MP3, 48000, 5)]),
    "links of Ogg Opus": ("opus", [("libopus", 48000, 3), ("libopus", 48000, 5)]),
    "FLACs one after another": ("flac", [("flac", 44100, 3), ("flac", 16000, 4)]),
    "WAVs one after another": ("wav", [("pcm_s16le", 8000, 3), ("pcm_s16le", 48000, 4)]),
    "a WAV after an MP3": ("mp3", [(MP3, 44100, 3), ("pcm_s16le", 22050, 4)]),
    "an MP3 after a WAV": ("wav", [("pcm_s16le", 22050, 4), (MP3, 44100, 3)]),
    "a FLAC after a WAV after an MP3": ("mp3", [(MP3, 32000, 3), ("pcm_s16le", 8000, 3), ("flac", 16000, 3)]),
    "an Ogg after an MP3": ("mp3", [(MP3, 44100, 3), ("libopus", 48000, 4)]),
}
ENDINGS = {MP3: "mp3", "ac3": "ac3", "pcm_s16le": "wav", "flac": "flac", "libopus": "opus"}


def _joined(folder: Path, ending: str, parts: list[tuple[str, int, int]]) -> Path:
    """Write parts of a sweep that goes on through all of them, one after another into one file."""
    path = folder / f"joined.{ending}"
    whole = sweep(sum(length_s for _, _, length_s in parts), 48000)
    content, start_s = b"", 0
    for number, (codec, rate_hz, length_s) in enumerate(parts):
        times = np.arange(length_s * rate_hz) / rate_hz + start_s
        samples = np.interp(times, np.arange(len(whole)) / 48000, whole)
        layout = "stereo" if number % 2 else "mono"
        part = write_recording(
            folder / f"part.{ENDINGS[codec]}", samples, codec=codec, rate_hz=rate_hz, layout=layout
        )
        content += part.read_bytes()
        start_s += length_s
    path.write_bytes(content)
    return path


def _lag_frames(heard: np.ndarray, expected: np.ndarray, most: int = 150) -> int:
    """Return how much later a sound is heard than it is expected."""
    middle = heard[most:-most]
    likeness = [
        np.dot(middle, expected[most + lag : len(expected) - most + lag]) for lag in range(-most, most + 1)
    ]
    return most - int(np.argmax(likeness))


@pytest.mark.parametrize("kind", PARTS)
def test_a_joined_recording_is_as_long_as_its_parts_and_heard_to_its_end(tmp_path: Path, kind: str) -> None:
    ending, parts = PARTS[kind]
    path = _joined(tmp_path, ending, parts)
    total_s = sum(length_s for _, _, length_s in parts)
    assert duration_here(path) == pytest.approx(total_s, abs=0.03)
    assert len(decode_here(path, 48000).samples) == pytest.approx(48000 * total_s, abs=1500)
    last = decode_here(path, 48000, total_s - 0.4, total_s - 0.1).samples
    assert np.abs(last).max() > 0.1


@pytest.mark.parametrize("kind", PARTS)
def test_a_jump_into_any_part_lands_where_it_was_meant(tmp_path: Path, kind: str) -> None:
    ending, parts = PARTS[kind]
    path = _joined(tmp_path, ending, parts)
    whole = decode_here(path, 48000).samples[:, 0]
    truth = sweep(sum(length_s for _, _, length_s in parts), 48000).astype(np.float32)
    start_s = 0
    for _, _, length_s in parts:
        for within_s in (0.3, length_s / 2, length_s - 0.8):
            at = round((start_s + within_s) * 48000)
            heard = decode_here(path, 48000, at / 48000, at / 48000 + 0.5).samples[:, 0]
            assert np.array_equal(heard, whole[at : at + 24000])
            assert abs(_lag_frames(heard, truth[at : at + 24000])) <= 96  # two milliseconds
        start_s += length_s


def test_an_old_tag_at_the_end_of_a_part_does_not_shift_the_next(tmp_path: Path) -> None:
    content = b""
    for rate_hz in (44100, 22050, 44100):
        part = write_recording(tmp_path / "part.mp3", sweep(3, rate_hz), codec=MP3, rate_hz=rate_hz)
        content += part.read_bytes() + b"TAG" + b"Spot".ljust(125, b"\0")
    path = tmp_path / "joined.mp3"
    path.write_bytes(content)
    assert duration_here(path) == pytest.approx(9.0, abs=0.005)


def test_a_mono_part_does_not_make_the_programme_after_it_mono(tmp_path: Path) -> None:
    programme = tmp_path / "both.flac"
    left_only = np.stack([sweep(2, 44100), np.zeros(88200)])
    with av.open(str(programme), "w") as container:
        stream = container.add_stream("flac", rate=44100, layout="stereo")
        assert isinstance(stream, av.AudioStream)
        interleaved = np.ascontiguousarray((left_only * 32767).astype(np.int16).T.reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(interleaved, "s16", "stereo")
        frame.sample_rate = 44100
        into = av.AudioResampler(stream.format.name, "stereo", 44100, frame_size=stream.frame_size or 4096)
        for piece in [*into.resample(frame), *into.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    first = write_recording(tmp_path / "part.flac", sweep(1, 22050), codec="flac", rate_hz=22050)
    path = tmp_path / "joined.flac"
    path.write_bytes(first.read_bytes() + programme.read_bytes())
    with path.open("rb") as file, closing(Decoder(file, path.name, 48000)) as decoder:
        pieces = [
            np.frombuffer(samples.data, np.int16).reshape(-1, samples.channels)
            for samples in decoder.read_from(0)
        ]
    assert {piece.shape[1] for piece in pieces} == {1, 2}
    later = np.concatenate([piece for piece in pieces if piece.shape[1] > 1])
    assert np.abs(later[:, 0]).max() > 1000
    assert not later[:, 1].any()


def test_a_recording_of_one_piece_has_one_part(tmp_path: Path) -> None:
    for ending, codec in (("mp3", MP3), ("opus", "libopus"), ("flac", "flac"), ("wav", "pcm_s16le")):
        path = write_recording(tmp_path / f"one.{ending}", sweep(5, 48000), codec=codec, rate_hz=48000)
        with path.open("rb") as file:
            assert len(find_parts(file, path.stat().st_size)) == 1


def test_parts_in_ac3_are_one_part(tmp_path: Path) -> None:
    """A known limit: its frames are not looked through for a change of rate."""
    path = _joined(tmp_path, "ac3", [("ac3", 44100, 3), ("ac3", 48000, 4)])
    with path.open("rb") as file:
        assert len(find_parts(file, path.stat().st_size)) == 1


def test_damage_begins_no_part(tmp_path: Path) -> None:
    path = write_recording(tmp_path / "one.mp3", sweep(10, 44100), codec=MP3, rate_hz=44100)
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + b"\xff\xfb\x00" * 900 + content[middle + 2700 :])
    with path.open("rb") as file:
        assert len(find_parts(file, path.stat().st_size)) == 1


@pytest.mark.parametrize("claim", [0, 0xFFFFFFFF, 160_000, 1_000_000], ids=["0", "most", "half", "more"])
def test_a_wave_file_is_heard_to_its_end_whatever_its_header_claims(tmp_path: Path, claim: int) -> None:
    path = write_recording(tmp_path / "a.wav", sweep(5, 32000), codec="pcm_s16le", rate_hz=32000)
    content = bytearray(path.read_bytes())
    at = content.find(b"data") + 4
    content[at : at + 4] = claim.to_bytes(4, "little")
    path.write_bytes(content)
    assert duration_here(path) == pytest.approx(5.0, abs=0.01)


@pytest.mark.parametrize("error", [-8, 0, 8])
def test_joined_waves_are_found_by_a_length_that_is_a_header_off(tmp_path: Path, error: int) -> None:
    first = write_recording(tmp_path / "a.wav", sweep(2, 8000), codec="pcm_s16le", rate_hz=8000)
    second = write_recording(tmp_path / "b.wav", sweep(3, 48000), codec="pcm_s16le", rate_hz=48000)
    content = bytearray(first.read_bytes())
    content[4:8] = (len(content) - 8 + error).to_bytes(4, "little")
    path = tmp_path / "joined.wav"
    path.write_bytes(content + second.read_bytes())
    assert duration_here(path) == pytest.approx(5.0, abs=0.01)
