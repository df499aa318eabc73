"""A WAV file's note of the timings that were written with it."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

import pytest

from briefing.export.signature import is_signed, sign

if TYPE_CHECKING:
    from pathlib import Path

TIMINGS = b"WEBVTT\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A WAV file with timings beside it, signed for them."""
    path = tmp_path / "talk.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(2001 * 2))
    with path.open("rb+") as written:
        sign(written, TIMINGS)
    path.with_suffix(".vtt").write_bytes(TIMINGS)
    return path


def test_timings_that_were_written_with_a_sound_are_known(sound: Path) -> None:
    assert is_signed(sound, sound.with_suffix(".vtt"))


def test_timings_that_somebody_changed_are_not(sound: Path) -> None:
    sound.with_suffix(".vtt").write_bytes(TIMINGS + b"\n")
    assert not is_signed(sound, sound.with_suffix(".vtt"))


def test_the_sound_is_to_others_what_it_was(sound: Path) -> None:
    with wave.open(str(sound)) as file:
        assert file.getnframes() == 2001
    assert int.from_bytes(sound.read_bytes()[4:8], "little") == sound.stat().st_size - 8


@pytest.mark.parametrize(
    "content",
    [b"", b"RIFF", b"ID3\x04 not a wave at all", b"RIFF\x04\0\0\0WAVE", b"RIFF\xff\0\0\0WAVEdata\xff"],
)
def test_what_is_no_signed_wave_is_no_trouble(sound: Path, content: bytes) -> None:
    sound.write_bytes(content)
    assert not is_signed(sound, sound.with_suffix(".vtt"))


def test_a_file_that_is_not_there_is_not_signed(sound: Path) -> None:
    assert not is_signed(sound, sound.with_suffix(".srt"))
    assert not is_signed(sound.with_suffix(".mp3"), sound.with_suffix(".vtt"))


def test_a_chunk_of_another_before_the_note_is_passed_over() -> None:
    whole = io.BytesIO(b"RIFF\0\0\0\0WAVE" + b"LIST\x03\0\0\0abc\0")
    sign(whole, TIMINGS)
    assert whole.getvalue()[12:16] == b"LIST"
    assert len(whole.getvalue()) == int.from_bytes(whole.getvalue()[4:8], "little") + 8
