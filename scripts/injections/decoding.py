"""Sound files that ask for far more than they are, joined ones, and a decoder that is killed."""

from __future__ import annotations

import json
import os
import signal
import struct
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, wait_until
from injections.system import memory_mib

if TYPE_CHECKING:
    import subprocess

_PLAYER_MIB: Final = 300.0
_WORKER_MIB: Final = 512.0
_REFUSED: Final = (3, 5)
_DECODER: Final = b"briefing.audio.media.decoding"
_BLOCK: Final = 65535
_DAY_S: Final = 24 * 3600


def _wave(rate_hz: int, data: bytes, channels: int = 1) -> bytes:
    width = 2 * channels
    form = struct.pack("<HHIIHH", 1, channels, rate_hz, rate_hz * width, width, 16)
    sound = b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 12 + len(form) + len(sound)) + b"WAVEfmt \x10\0\0\0" + form + sound


def _check(data: bytes, polynomial: int, bits: int) -> bytes:
    value, top, mask = 0, 1 << bits - 1, (1 << bits) - 1
    for byte in data:
        value ^= byte << bits - 8
        for _ in range(8):
            value = (value << 1 ^ polynomial if value & top else value << 1) & mask
    return value.to_bytes(bits // 8, "big")


def _flac(rate_hz: int, frames: int) -> bytes:
    """Return a FLAC of silence: 65,535 samples a frame, of some 14 bytes each."""
    stream = struct.pack(">HH", _BLOCK, _BLOCK) + bytes(6)
    stream += (rate_hz << 44 | 15 << 36 | _BLOCK * frames).to_bytes(8, "big") + bytes(16)
    content = [b"fLaC\x80\x00\x00\x22" + stream]
    for number in range(frames):
        header = b"\xff\xf8\x70\x08" + chr(number).encode("utf-8", "surrogatepass")
        header += struct.pack(">H", _BLOCK - 1)
        frame = header + _check(header, 0x07, 8) + b"\x00\x00\x00"
        content.append(frame + _check(frame, 0x8005, 16))
    return b"".join(content)


def _tagged() -> bytes:
    """Return an MP3 with tags that unpack to 75 MB."""

    def size(number: int) -> bytes:
        return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))

    text = b"\x03" + b"a" * (25 << 20)
    packed = zlib.compress(text, 9)
    frames = b"".join(
        name + size(len(packed) + 4) + b"\x00\x09" + size(len(text)) + packed
        for name in (b"TIT2", b"TALB", b"TPE1")
    )
    return b"ID3\x04\x00\x00" + size(len(frames)) + frames + SAMPLE.with_suffix(".mp3").read_bytes()


def watched(rig: Rig, *arguments: str | Path) -> tuple[subprocess.CompletedProcess[str], float, float]:
    """Run the program; return how it ended, and the most that it and another process of it took, in MiB."""
    peaks: dict[int, float] = {}
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(0.02):
            for process in rig.processes():
                try:
                    peaks[process] = max(peaks.get(process, 0.0), memory_mib(process, peak=True))
                except OSError:
                    continue

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        done = rig.run(*arguments)
    finally:
        is_over.set()
        watcher.join()
    first = min(peaks, default=0)
    return done, peaks.pop(first, 0.0), max(peaks.values(), default=0.0)


@fault("decode-bombs", "a FLAC of 3 Hz, of a day in 150 KB, a WAV of 1 Hz, tags that unpack to 75 MB")
def bombs(rig: Rig) -> str:
    """Show and align files that ask for gigabytes."""
    text = rig.text()
    files = {
        "slow.flac": (_flac(3, 6), _REFUSED),
        "day.flac": (_flac(8000, _DAY_S * 8000 // _BLOCK), _REFUSED),
        "slow.wav": (_wave(1, bytes(40_000)), _REFUSED),
        "tags.mp3": (_tagged(), (0, *_REFUSED)),
    }
    player_mib = worker_mib = 0.0
    for name, (content, codes) in files.items():
        path = rig.folder / name
        path.write_bytes(content)
        commands: list[tuple[str | Path, ...]] = [("show", path)]
        if codes == _REFUSED:
            commands.append(("align", path, text, "-o", rig.folder / "out.json"))
        for command in commands:
            done, first_mib, other_mib = watched(rig, *command)
            assert done.returncode in codes, f"{command[0]} {name}: {done.returncode} {done.stderr}"
            player_mib, worker_mib = max(player_mib, first_mib), max(worker_mib, other_mib)
    assert player_mib < _PLAYER_MIB, f"{player_mib:.0f} MiB"
    assert worker_mib < _WORKER_MIB, f"a worker took {worker_mib:.0f} MiB"
    return f"{player_mib:.0f} MiB at most, its workers {worker_mib:.0f} MiB"


@fault("decode-joined", "WAVs of 8 and 48 kHz one after another, with wrong lengths")
def joined(rig: Rig) -> str:
    """Join recordings, and ask how long they are."""
    path = rig.folder / "joined.wav"
    last = bytearray(_wave(48000, b"\x10\x20" * (48000 * 4), channels=2))
    last[40:44] = struct.pack("<I", 1000)
    path.write_bytes(_wave(8000, b"\x10\x20" * (8000 * 3)) + last)
    done = rig.run("show", "--json", path)
    length_s = json.loads(done.stdout)["media"]["duration_s"]
    assert abs(length_s - 5.0) < 0.01, f"it is 5 s long, and said to be {length_s}"
    return f"{length_s:.2f} s of 5.00 s"


def _events(trace: Path, kind: str) -> list[dict[str, Any]]:
    lines = trace.read_text(encoding="utf-8").splitlines(keepends=True) if trace.exists() else []
    return [event for line in lines if line.endswith("\n") and (event := json.loads(line))["event"] == kind]


def _decoders(rig: Rig) -> list[int]:
    found = []
    for process in rig.processes():
        try:
            if _DECODER in Path(f"/proc/{process}/cmdline").read_bytes():
                found.append(process)
        except OSError:
            continue
    return found


@fault("decoder-killed", "the process that decodes is killed five times while it plays")
def decoder_killed(rig: Rig) -> str:
    """Kill the decoder, jump, and hear on."""
    trace = rig.folder / "trace"
    long = rig.folder / "long.mp3"  # a short one is soon decoded to its end
    long.write_bytes(SAMPLE.with_suffix(".mp3").read_bytes() * 3)
    long.with_suffix(".vtt").write_bytes(SAMPLE.with_suffix(".vtt").read_bytes())
    with rig.player(long, "--play", "--trace", trace, linear=True) as player:
        wait_until(lambda: bool(_events(trace, "cue")), "nothing is played")
        for _ in range(5):
            wait_until(lambda: bool(_decoders(rig)), "no process decodes")
            os.kill(_decoders(rig)[0], signal.SIGKILL)
            told = len(_events(trace, "cue"))
            player.press("\x1b[1;2C")  # half a minute on: what is there is not decoded yet
            wait_until(lambda told=told: len(_events(trace, "cue")) > told + 2, "it does not play on")  # type: ignore[misc]
        player.leave()
    assert not _events(trace, "failed"), _events(trace, "failed")
    return "5 kills, and the recording played on"
