"""A recording that is played while it arrives."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Protocol

import numpy as np
import pytest

from briefing.audio.media import recording as module
from briefing.audio.media.recording import RecordingSource
from briefing.audio.media.whole import decode
from briefing.errors import LostError
from tests.arriving import HandArriving
from tests.contracts import FrameSourceContract
from tests.recordings import make
from tests.unit.speech.worker.alive import await_true

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RATE_HZ = 48_000
read = FrameSourceContract().read


class Begin(Protocol):
    def __call__(
        self, path: Path, come: int, *, has_ranges: bool = True, has_size: bool = True
    ) -> tuple[RecordingSource, HandArriving]: ...


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Begin to play a recording of which some bytes have come."""
    sources: list[RecordingSource] = []

    def begun(
        path: Path, come: int, *, has_ranges: bool = True, has_size: bool = True
    ) -> tuple[RecordingSource, HandArriving]:
        arriving = HandArriving(
            tmp_path / f"arriving{path.suffix}",
            path.read_bytes(),
            come,
            has_ranges=has_ranges,
            has_size=has_size,
        )
        sources.append(RecordingSource(arriving.path, arriving, declared_s=30.0))
        return sources[-1], arriving

    yield begun
    for source in sources:
        source.close()


@pytest.mark.parametrize("ending", ["mp3", "opus", "m4a", "flac", "wav", "webm"])
def test_its_beginning_is_heard_before_the_rest_and_what_is_far_comes_by_ranges(
    tmp_path: Path, begin: Begin, ending: str
) -> None:
    path = make(tmp_path, ending, 30.0)
    size = path.stat().st_size
    source, arriving = begin(path, size // 4)
    whole = decode(path, RATE_HZ).samples[:, 0]
    assert source.length_frames == pytest.approx(30 * RATE_HZ, rel=0.02)
    begun = read(source, RATE_HZ, 4800)[:, 0]
    assert _lag(begun, whole[: 2 * RATE_HZ]) == pytest.approx(RATE_HZ, abs=RATE_HZ // 20)
    at = 25 * RATE_HZ
    heard = read(source, at, RATE_HZ // 2)[:, 0]
    assert max(arriving.asked) > size // 2
    assert _lag(heard, whole[at - RATE_HZ : at + 2 * RATE_HZ]) == pytest.approx(RATE_HZ, abs=RATE_HZ // 10)


def _lag(heard: np.ndarray, among: np.ndarray) -> int:
    """Return where in some sound another is found."""
    return int(np.argmax(np.correlate(among, heard, "valid")))


@pytest.mark.parametrize("ending", ["mp3", "opus", "flac", "wav"])
def test_without_ranges_it_plays_as_far_as_it_has_come(tmp_path: Path, begin: Begin, ending: str) -> None:
    path = make(tmp_path, ending, 30.0)
    size = path.stat().st_size
    source, arriving = begin(path, size // 2, has_ranges=False)
    whole = decode(path, RATE_HZ).samples[:, 0]
    assert np.allclose(read(source, 0, RATE_HZ)[:, 0], whole[:RATE_HZ], atol=1e-4)
    at = 25 * RATE_HZ
    assert source.read(at, 4800) is None
    arriving.give(size)
    assert np.allclose(read(source, at, 4800)[:, 0], whole[at : at + 4800], atol=1e-4)
    assert not arriving.asked


@pytest.mark.parametrize("ending", ["mp3", "opus"])
def test_it_plays_though_nobody_says_how_many_bytes_it_has(tmp_path: Path, begin: Begin, ending: str) -> None:
    path = make(tmp_path, ending, 30.0)
    source, arriving = begin(path, path.stat().st_size // 2, has_ranges=False, has_size=False)
    assert source.length_frames == pytest.approx(30 * RATE_HZ, rel=0.01)
    assert len(read(source, 0, RATE_HZ)) == RATE_HZ
    arriving.give(path.stat().st_size)
    whole = decode(path, RATE_HZ).samples[:, 0]
    assert np.allclose(read(source, 25 * RATE_HZ, 4800)[:, 0], whole[25 * RATE_HZ :][:4800], atol=1e-4)


def test_an_index_at_the_end_is_waited_for_where_there_are_no_ranges(tmp_path: Path) -> None:
    data = make(tmp_path, "m4a", 6.0).read_bytes()
    arriving = HandArriving(tmp_path / "arriving.m4a", data, len(data) // 2, has_ranges=False)
    opened: list[RecordingSource] = []
    opening = Thread(target=lambda: opened.append(RecordingSource(arriving.path, arriving)))
    opening.start()
    arriving.give(len(data))
    opening.join()
    assert opened[0].length_frames == pytest.approx(6 * RATE_HZ, rel=0.02)
    opened[0].close()


def test_a_jump_back_is_heard_while_the_end_of_what_has_come_is_waited_for(
    tmp_path: Path, begin: Begin
) -> None:
    path = make(tmp_path, "mp3", 60.0)
    source, arriving = begin(path, path.stat().st_size // 2, has_ranges=False)
    assert source.read(40 * RATE_HZ, 4800) is None  # the decoder waits there
    whole = decode(path, RATE_HZ).samples[:, 0]
    assert np.allclose(read(source, 2 * RATE_HZ, 4800)[:, 0], whole[2 * RATE_HZ :][:4800], atol=1e-4)
    assert arriving.wakes


def test_closing_ends_the_wait_for_what_does_not_come(tmp_path: Path, begin: Begin) -> None:
    path = make(tmp_path, "wav", 30.0)
    source, _ = begin(path, path.stat().st_size // 2, has_ranges=False)
    assert source.read(28 * RATE_HZ, 4800) is None
    source.close()  # would never return
    assert not source._thread.is_alive()


def test_what_was_lost_raises_where_it_is_read_and_is_tried_again(tmp_path: Path, begin: Begin) -> None:
    path = make(tmp_path, "wav", 30.0)
    source, arriving = begin(path, path.stat().st_size // 2, has_ranges=False)
    arriving.lose("The connection to example.org was lost.")
    with pytest.raises(LostError, match="was lost"):
        read(source, 28 * RATE_HZ, 4800)
    assert len(read(source, 0, RATE_HZ)) == RATE_HZ  # what is there plays
    arriving.find_again()
    source.retry()
    arriving.give(path.stat().st_size)
    assert len(read(source, 28 * RATE_HZ, 4800)) == 4800


def test_after_running_dry_it_goes_on_when_there_is_enough_and_not_in_shreds(
    tmp_path: Path, begin: Begin
) -> None:
    path = make(tmp_path, "wav", 30.0)
    second = path.stat().st_size // 30
    source, arriving = begin(path, 8 * second, has_ranges=False)
    at = 0

    def runs_dry() -> bool:
        nonlocal at
        piece = source.read(at, 4800)
        at += 0 if piece is None else len(piece)
        return source._is_dry and arriving.is_waited_for

    assert await_true(runs_dry)
    arriving.give(second)
    assert await_true(lambda: arriving.is_waited_for)
    assert source.read(at, 4800) is None
    arriving.give(2 * module.RESUME_BLOCKS * second)
    assert await_true(lambda: source.read(at, 4800) is not None)


def test_what_was_not_known_of_its_length_is_measured_when_it_is_there(tmp_path: Path, begin: Begin) -> None:
    path = make(tmp_path, "aac", 30.0)  # says nothing of its length
    whole = decode(path, RATE_HZ).samples[:, 0]
    source, arriving = begin(path, path.stat().st_size // 4)
    read(source, 0, 4800)
    assert source.length_frames != len(whole)
    arriving.give(path.stat().st_size)
    assert source.settle() == source.length_frames == pytest.approx(len(whole), abs=2)
    at = 25 * RATE_HZ
    assert np.allclose(read(source, at, 4800)[:, 0], whole[at : at + 4800], atol=1e-4)


def test_its_sound_does_not_wait_for_the_picture_in_its_tag_nor_for_a_tag_at_its_end(
    tmp_path: Path, begin: Begin
) -> None:
    sound = make(tmp_path, "mp3", 30.0).read_bytes()
    picture = b"APIC" + bytes((0, 31, 0, 0)) + bytes(2 + 31 * 128 * 128)
    path = tmp_path / "tagged.mp3"
    start = 10 + len(picture)
    path.write_bytes(b"ID3\x04\0\0" + bytes((0, 31, 0, 10)) + picture + _untagged(sound))
    source, arriving = begin(path, 4096)
    begun = read(source, RATE_HZ, 4800)[:, 0]
    whole = decode(path, RATE_HZ).samples[: 2 * RATE_HZ, 0]
    assert _lag(begun, whole) == pytest.approx(RATE_HZ, abs=RATE_HZ // 20)
    assert arriving.asked[0] == start
    assert path.stat().st_size - 128 not in arriving.asked


def _untagged(sound: bytes) -> bytes:
    size = sound[6] << 21 | sound[7] << 14 | sound[8] << 7 | sound[9]
    return sound[10 + size :]
