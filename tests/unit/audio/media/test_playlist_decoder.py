"""Parts of a book's sound files, decoded as one recording."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.playlist_decoder import Listener, PlaylistDecoder
from briefing.bundles.opening import open_bundle
from briefing.playlist import Playlist, SoundRun
from tests.tones import pack, pitches, write_book, write_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from numpy.typing import NDArray

    from briefing.bundles.member import Member

RATE_HZ = 48000
NEAR_HZ = 15
TONES = {"audio/a.mp3": [300.0, 500, 700, 900], "audio/b.m4a": [1100.0, 1300, 1500]}
FILES = tuple(TONES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_book(tmp_path_factory.mktemp("book") / "book", TONES)


@contextmanager
def opened(
    path: Path, segments: list[SoundRun], files: tuple[str, ...] = FILES, told: list[str] | None = None
) -> Iterator[PlaylistDecoder]:
    listener = Listener(lambda _file: None, (told if told is not None else []).append)
    playlist = Playlist(path, files, tuple(segments))
    with (
        open_bundle(path) as bundle,
        closing(PlaylistDecoder(bundle, playlist, RATE_HZ, listener)) as decoder,
    ):
        yield decoder


def whole(decoder: PlaylistDecoder, start: int = 0) -> NDArray[np.int16]:
    pieces = (
        np.frombuffer(piece.data, np.int16).reshape(-1, piece.channels) for piece in decoder.read_from(start)
    )
    return np.concatenate([piece[:, :1] for piece in pieces])


def assert_heard(samples: NDArray[np.int16], expected: list[tuple[float, float]]) -> None:
    """Each tone for as long as it is to be heard, to 20 ms and two windows that two tones share."""
    heard = pitches(samples)
    at = 0.0
    for pitch, length_s in expected:
        inside = heard[round(at * 50) + 2 : round((at + length_s) * 50) - 2]
        assert np.allclose(inside, pitch, atol=NEAR_HZ), (pitch, inside)
        at += length_s
    assert len(samples) == round(at * RATE_HZ)


PLACES: dict[str, Callable[[Path], Path]] = {
    "stored": pack,
    "deflated": lambda folder: pack(folder, deflated=True),
    "folder": lambda folder: folder,
}


@pytest.mark.parametrize("place", PLACES)
def test_segments_are_heard_one_after_another(place: str, folder: Path) -> None:
    segments = [SoundRun(0, 1.2, 1.8), SoundRun(1, 0.5, 1.5), SoundRun(0, 3.0, 3.5), SoundRun(0, 0.0, 0.4)]
    with opened(PLACES[place](folder), segments) as decoder:
        assert decoder.duration_s() == 2.5
        expected = [(500.0, 0.6), (1100, 0.5), (1300, 0.5), (900, 0.5), (300, 0.4)]
        assert_heard(whole(decoder), expected)


def test_samples_are_the_same_wherever_one_begins(folder: Path) -> None:
    segments = [SoundRun(0, 0.3, 1.7), SoundRun(0, 1.9, 2.6), SoundRun(0, 0.0, 0.5), SoundRun(0, 0.502, 3.9)]
    with opened(folder, segments) as decoder:
        everything = whole(decoder)
        for start in (1, 100, 60_000, 67_100, 67_200, 67_300, 99_000, 110_000, 250_000, len(everything) - 50):
            assert np.array_equal(whole(decoder, start), everything[start:]), start


def test_what_touches_is_the_file_as_it_is_and_a_cut_does_not_click(folder: Path) -> None:
    with opened(folder, [SoundRun(0, 0.0, 4.0)]) as decoder:
        plain = whole(decoder)
    with opened(folder, [SoundRun(0, 0.0, 1.003), SoundRun(0, 2.001, 3.0)]) as decoder:
        cut = whole(decoder)
    edge = round(1.003 * RATE_HZ)
    fade = round(0.003 * RATE_HZ)
    assert np.array_equal(cut[: edge - fade], plain[: edge - fade])
    assert np.array_equal(
        cut[edge + fade : -fade], plain[round(2.001 * RATE_HZ) + fade : round(3 * RATE_HZ) - fade]
    )
    steps = np.abs(np.diff(cut[:, 0].astype(int)))
    assert steps[edge - 2 * fade : edge + 2 * fade].max() <= np.abs(np.diff(plain[:, 0].astype(int))).max()
    assert abs(int(cut[edge, 0])) < 200


def test_the_end_of_a_file_is_no_cut(tmp_path: Path) -> None:
    write_tones(tmp_path / "c.wav", [400, 600], rate_hz=48000)
    with opened(tmp_path, [SoundRun(0, 0.0, 2.0), SoundRun(0, 0.0, 1.0)], ("c.wav",)) as decoder:
        samples = whole(decoder)
    level = np.abs(samples[2 * RATE_HZ - 200 : 2 * RATE_HZ, 0]).max()
    assert level > 12_000


def test_files_of_other_rates_and_channels_are_heard_as_well(tmp_path: Path) -> None:
    write_tones(tmp_path / "low.mp3", [300, 400], rate_hz=22050)
    write_tones(tmp_path / "both.opus", [500, 600], layout="stereo")
    write_tones(tmp_path / "plain.wav", [700, 800], rate_hz=8000)
    files = ("low.mp3", "both.opus", "plain.wav")
    segments = [SoundRun(file, 0.5, 1.5) for file in (0, 1, 2)]
    with opened(tmp_path, segments, files) as decoder:
        channels = [piece.channels for piece in decoder.read_from(0)]
        assert set(channels) == {1, 2}
        assert_heard(whole(decoder), [(pitch, 0.5) for pitch in (300.0, 400, 500, 600, 700, 800)])


def test_what_lacks_is_silence_and_is_told_once_and_the_rest_keeps_its_place(tmp_path: Path) -> None:
    write_book(tmp_path, TONES)
    (tmp_path / "text.mp3").write_text("This is no sound at all. " * 400)
    files = (*FILES, "gone.mp3", "text.mp3")
    segments = [SoundRun(0, 0.0, 1.0)]
    segments += [SoundRun(file, begin, begin + 1.0) for file in (2, 3) for begin in (0.0, 2.0)]
    segments += [SoundRun(1, 2.0, 5.0), SoundRun(1, 7.0, 8.0), SoundRun(1, 1.0, 2.0)]
    told: list[str] = []
    with opened(tmp_path, segments, files, told) as decoder:
        expected = [(300.0, 1.0), (0, 4.0), (1500, 1.0), (0, 3.0), (1300, 1.0)]
        assert_heard(whole(decoder), expected)
        assert_heard(whole(decoder, RATE_HZ), expected[1:])
    assert [sentence for sentence in told if "gone.mp3 is missing" in sentence] == told[:1]
    assert "text.mp3 cannot be decoded" in told[1]
    assert "b.m4a ends before its text does" in told[2]
    assert len(told) == 3


def test_a_damaged_file_is_heard_around_its_damage(folder: Path, tmp_path: Path) -> None:
    data = bytearray((folder / "audio/a.mp3").read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    (tmp_path / "a.mp3").write_bytes(data)
    with opened(tmp_path, [SoundRun(0, 0.0, 4.0)], ("a.mp3",)) as decoder:
        heard = pitches(whole(decoder))
    assert np.allclose(heard[3:47], 300, atol=NEAR_HZ)
    assert np.allclose(heard[155:195], 900, atol=NEAR_HZ)


def test_to_and_fro_between_two_files_opens_each_once(folder: Path) -> None:
    began: list[int] = []
    segments = [SoundRun(number % 2, 0.1 + number / 20, 0.15 + number / 20) for number in range(30)]
    playlist = Playlist(folder, FILES, tuple(segments))
    with open_bundle(folder) as bundle:
        opens: list[str] = []

        class Counted:
            """The same bundle, which counts."""

            find, mark = bundle.find, bundle.mark

            def open(self, member: Member) -> BinaryIO:
                opens.append(member.name)
                return bundle.open(member)

            def __iter__(self) -> Iterator[Member]:
                return iter(bundle)

        listener = Listener(began.append, lambda _sentence: None)
        with closing(PlaylistDecoder(Counted(), playlist, RATE_HZ, listener)) as decoder:
            whole(decoder)
    assert sorted(opens) == sorted(FILES)
    assert began == [number % 2 for number in range(30)]
