"""Files that ask for far more memory than they are large."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.decoder import longest_s
from briefing.audio.media.recording import RecordingSource
from briefing.audio.media.whole import decode, duration_s
from briefing.errors import SourceError, UnsafeError
from tests.recordings import decode_here, duration_here, write_recording

if TYPE_CHECKING:
    from pathlib import Path


def _slow_flac(path: Path, rate_hz: int) -> Path:
    """Write a FLAC of silence whose header claims another rate, as its frames do by referring to it."""
    write_recording(path, np.zeros(200_000), codec="flac", rate_hz=44100)
    content = bytearray(path.read_bytes())
    at = content.find(b"fLaC") + 18  # 20 bits of the rate in the block of stream information
    bits = int.from_bytes(content[at : at + 3], "big") & 0xF
    content[at : at + 3] = (rate_hz << 4 | bits).to_bytes(3, "big")
    path.write_bytes(_with_rate_from_header(content))
    return path


def _with_rate_from_header(content: bytearray) -> bytes:
    """Return a FLAC whose frames take their rate from the file's header, with their checks put right."""
    starts = [i for i in range(len(content) - 1) if content[i : i + 2] == b"\xff\xf8"]
    for start, stop in zip(starts, [*starts[1:], len(content)], strict=True):
        content[start + 2] &= 0xF0
        end = start + 4
        while content[end] & 0xC0 == 0x80 or end == start + 4:
            end += 1
        end += {6: 1, 7: 2}.get(content[start + 2] >> 4, 0)
        content[end] = _check(content[start:end], 0x07, 8)
        content[stop - 2 : stop] = _check(content[start : stop - 2], 0x8005, 16).to_bytes(2, "big")
    return bytes(content)


def _check(data: bytes | bytearray, polynomial: int, bits: int) -> int:
    value, top, mask = 0, 1 << bits - 1, (1 << bits) - 1
    for byte in data:
        value ^= byte << bits - 8
        for _ in range(8):
            value = (value << 1 ^ polynomial if value & top else value << 1) & mask
    return value


@pytest.mark.parametrize("rate_hz", [1, 3, 1000])
def test_a_rate_that_nobody_records_at_is_refused(tmp_path: Path, rate_hz: int) -> None:
    path = _slow_flac(tmp_path / "slow.flac", rate_hz)
    for read in (duration_s, RecordingSource, lambda path: decode(path, 16000)):
        with pytest.raises(SourceError, match=r"slow\.flac"):
            read(path)


def test_a_rate_that_people_record_at_is_taken(tmp_path: Path) -> None:
    assert duration_s(_slow_flac(tmp_path / "fast.flac", 8000)) == pytest.approx(25.0)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_refusing_such_a_file_takes_no_memory(tmp_path: Path) -> None:
    path = _slow_flac(tmp_path / "slow.flac", 3)
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from briefing.audio.media.whole import decode\n"
        "from briefing.errors import BriefingError\n"
        "try:\n"
        "    decode(Path(sys.argv[1]), 48000)\n"
        "except BriefingError:\n"
        "    pass\n"
        "else:\n"
        "    raise SystemExit('taken')\n"
        # Not its own ru_maxrss, which begins with that of whoever started it.
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert all(int(kilobytes) < 250 * 1024 for kilobytes in done.stdout.split())


def test_days_of_sound_in_a_few_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_recording(tmp_path / "silence.flac", np.zeros(48000 * 60), codec="flac", rate_hz=48000)
    assert duration_here(path) == pytest.approx(60.0)
    monkeypatch.setattr("briefing.audio.media.decoder.ALLOWED_S", 1)
    monkeypatch.setattr("briefing.audio.media.decoder.SLOWEST_BYTES_S", 10_000_000)
    with pytest.raises(UnsafeError, match="hours of sound"):
        duration_here(path)
    monkeypatch.setattr("briefing.audio.media.whole.WHOLE_BYTES", 1 << 20)
    monkeypatch.setattr("briefing.audio.media.whole.WHOLE_RATIO", 1)
    with pytest.raises(UnsafeError, match="more than can be worked on"):
        decode_here(path, 48000)


def test_the_thinnest_speech_may_be_as_long_as_it_is() -> None:
    day_s = 24 * 3600
    assert longest_s(day_s * 250) >= day_s  # Speex at 2 kilobits a second
    assert longest_s(159) < 2 * 3600
