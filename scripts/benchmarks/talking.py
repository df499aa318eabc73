"""A talking book of ten hours in three hundred files: how soon it is open, what a jump and memory take."""

from __future__ import annotations

import json
import random
import shutil
import statistics
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import numpy as np

from benchmarks.memory import MemoryWatch
from briefing.audio.media.recording import RecordingSource
from briefing.cli.wiring import sources
from tests.recordings import write_recording

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.report import Bench
    from briefing.ports.sound import FrameSource

FILES: Final = 300
FILE_S: Final = 120
CLIP_S: Final = 5
SOUND_HZ: Final = 22050
OPEN_S: Final = 2.0
JUMP_S: Final = 0.3
MEMORY_MIB: Final = 200
JUMPS: Final = 20
STARTS: Final = 3
PLAY_S: Final = 15.0
_SENTENCE: Final = "Sentence {} of part {} tells how the lamp was lit at six and went out again at ten."

_NCC: Final = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Ten hours</title>
<meta name="dc:title" content="Ten hours"/><meta name="dc:format" content="Daisy 2.02"/>
<meta name="ncc:totalTime" content="10:00:00"/></head><body>
{}
</body></html>
"""
_SMIL: Final = """<?xml version="1.0" encoding="utf-8"?>
<smil><head><meta name="dc:format" content="Daisy 2.02"/></head><body><seq>
{}
</seq></body></smil>
"""
_PAR: Final = (
    '<par id="p{0}"><text src="text{1}.html#t{0}"/><audio src="a{1}.mp3" clip-begin="npt={2}s" '
    'clip-end="npt={3}s"/></par>'
)


def make_book(folder: Path, files: int = FILES) -> Path:
    """Write a book as DAISY 2.02 into a folder; return its control file."""
    folder.mkdir()
    t = np.arange(FILE_S * SOUND_HZ) / SOUND_HZ
    noise = np.random.default_rng(1).standard_normal(len(t))
    sound = write_recording(
        folder / "a0.mp3",
        0.3 * np.sin(2 * np.pi * 220 * t) + 0.03 * noise,
        codec="libmp3lame",
        rate_hz=SOUND_HZ,
    )
    entries = []
    clips = FILE_S // CLIP_S
    for number in range(files):
        if number:
            shutil.copy(sound, folder / f"a{number}.mp3")
        texts = [f'<h1 id="t0">Part {number}</h1>']
        texts += [f'<p id="t{at}">{_SENTENCE.format(at, number)}</p>' for at in range(1, clips)]
        pars = [_PAR.format(at, number, at * CLIP_S, (at + 1) * CLIP_S) for at in range(clips)]
        entries.append(f'<h1 id="n{number}"><a href="s{number}.smil#p0">Part {number}</a></h1>')
        (folder / f"s{number}.smil").write_text(_SMIL.format("\n".join(pars)), "utf-8")
        page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{"".join(texts)}</body></html>'
        (folder / f"text{number}.html").write_text(page, "utf-8")
    (folder / "ncc.html").write_text(_NCC.format("\n".join(entries)), "utf-8")
    return folder / "ncc.html"


def measure(bench: Bench) -> None:
    """Print how soon a book of ten hours is open and heard, what jumps take, and memory."""
    book = make_book(bench.folder / "book")
    opened = [_opened_s(bench, book) for _ in range(STARTS)]
    first_s = statistics.median(shown for shown, _ in opened)
    bench.say(
        "book of 10 h, 300 files: open", f"{first_s:.2f} s", aim=f"<= {OPEN_S} s", is_met=first_s <= OPEN_S
    )
    bench.say("  first sound", f"{statistics.median(heard for _, heard in opened):.2f} s")
    peak = _peak_mib(bench, book)
    bench.say(
        "  all processes at their peak",
        f"{peak:.0f} MiB",
        aim=f"<= {MEMORY_MIB} MiB",
        is_met=peak <= MEMORY_MIB,
    )
    playlist = sources.open_item(str(book)).playlist
    if playlist is None:
        raise RuntimeError("the book has no recording")
    source = RecordingSource(playlist())
    try:
        jumps = [_jump_s(source, at) for at in random.Random(1).sample(range(source.length_frames), JUMPS)]
    finally:
        source.close()
    figure = f"{statistics.median(jumps):.3f} s, {max(jumps):.3f} s at most"
    bench.say("  a jump to its sound", figure, aim=f"<= {JUMP_S} s", is_met=max(jumps) <= JUMP_S)


def _player(bench: Bench, book: Path, trace: Path) -> subprocess.Popen[bytes]:
    command = [str(bench.briefing), "--linear", "--play", "--sink", "null", "--trace", str(trace), str(book)]
    return subprocess.Popen(
        command,
        env=bench.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _opened_s(bench: Bench, book: Path) -> tuple[float, float]:
    """Return how soon its title is told, and how soon its first word is heard, in seconds."""
    trace = bench.folder / "trace.jsonl"
    trace.unlink(missing_ok=True)
    began = time.monotonic()
    player = _player(bench, book, trace)
    try:
        if player.stdout is not None:
            while b"Ten hours" not in player.stdout.readline():
                pass
        shown_s = time.monotonic() - began
        while (heard_at_s := _first_heard(trace)) is None:
            time.sleep(0.01)
    finally:
        player.kill()
        player.wait()
    return shown_s, heard_at_s - began


def _first_heard(trace: Path) -> float | None:
    with suppress(OSError, ValueError):
        for line in trace.read_text("utf-8").splitlines():
            event = json.loads(line)
            if event["event"] == "cue":
                return float(event["heard_at_s"])
    return None


def _peak_mib(bench: Bench, book: Path) -> float:
    player = _player(bench, book, bench.folder / "trace.jsonl")
    try:
        with MemoryWatch(player.pid) as watch:
            time.sleep(PLAY_S)
    finally:
        player.kill()
        player.wait()
    return watch.peak_mib


def _jump_s(source: FrameSource, frame: int) -> float:
    """Return how long it takes until the sound at a frame is there."""
    began = time.monotonic()
    while source.read(frame, 480) is None:
        time.sleep(0.001)
    return time.monotonic() - began
