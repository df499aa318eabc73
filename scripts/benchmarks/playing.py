"""What playing costs and how soon it is heard, with a sound server that plays to nowhere.

*Heard* is the moment at which the server, by its own account, plays a sample; it is dated by
the same recorder as in the end to end tests (`tests/end_to_end/sound.py`).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.memory import family, value_mib
from benchmarks.report import SAMPLE
from briefing.audio.media.whole import decode
from terminal import Terminal, wait_until
from tests.end_to_end.sound import RATE_HZ, Ear, Server, is_installed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.report import Bench
    from tests.end_to_end.sound import Recording

PRESSES: Final = 9
LISTEN_S: Final = 0.6
PLAY_S: Final = 30.0
WARM_UP_S: Final = 5.0
LOUD: Final = 0.01
"""Of full scale: -40 dB."""
SPEECH_STARTS: Final = 5
SHARE: Final = 0.025
"""Of one core, of all processes of the player together: the aim."""
MEMORY_MIB: Final = 80
"""At its peak, with what its children hold of their own: the aim."""
TICKS_A_SECOND: Final = os.sysconf("SC_CLK_TCK")

SPEAK: Final = """
import sys, time
from contextlib import ExitStack
from briefing.cli.wiring import sources, speech
from briefing.settings import Settings
document = sources.open_item(sys.argv[1]).document
with ExitStack() as cleanup:
    began = time.monotonic()
    narrator = speech.make_speech(Settings(), cleanup, print)
    narration = narrator.narrate(document, document.media.duration_s, lambda *_: None)
    first = narration.timeline[0].start_frame
    while narration.source.read(first, 480) is None:
        time.sleep(0.001)
    print(time.monotonic() - began)
    narration.source.close()
"""


def measure(bench: Bench) -> None:
    """Print key to sound, first sound of speech, processor share and memory."""
    if not is_installed():
        bench.say("key to sound, processor share", "not measured: PulseAudio is not installed")
    else:
        with Server(bench.folder / "pulse") as server:
            _measure_keys(bench, server)
            _measure_share(bench, server)
    _measure_speech(bench)


def _player(bench: Bench, server: Server, trace: Path, *flags: str) -> Terminal:
    environment = {**bench.environment(), "XDG_RUNTIME_DIR": str(server.runtime)}
    command = [str(bench.briefing), "--tui", "--trace", str(trace), *flags, "sample"]
    return Terminal(command, environment)


def events_in(trace: Path, kind: str) -> list[dict[str, Any]]:
    """Return the events of a kind that a player has written so far."""
    if not trace.exists():
        return []
    lines = trace.read_text(encoding="utf-8").splitlines()
    return [event for event in map(json.loads, lines) if event["event"] == kind]


def _is_ready(trace: Path) -> bool:
    return any(event["state"] == "paused" for event in events_in(trace, "state"))


def _measure_keys(bench: Bench, server: Server) -> None:
    trace = bench.folder / "keys.jsonl"
    pressed = []
    with Ear(server) as ear:
        with _player(bench, server, trace, "--at", "p1.s1") as terminal:
            wait_until(lambda: _is_ready(trace), "the recording was not loaded")
            time.sleep(1)
            for _ in range(PRESSES):
                pressed.append(terminal.press(" "))
                time.sleep(LISTEN_S)
                terminal.press(" ")
                time.sleep(LISTEN_S / 2)
                terminal.press("[")
                time.sleep(LISTEN_S)
        recording = ear.recording()
    media_s = events_in(trace, "cue")[0]["media_s"]
    sound = decode(SAMPLE.with_suffix(".mp3"), RATE_HZ, media_s, media_s + 1).samples
    silence_s = _first_loud(sound) / RATE_HZ  # the recording's own, before the word is loud
    delays_ms = [1000 * (first_sound_s(recording, at_s) - at_s - silence_s) for at_s in pressed]
    median_ms = statistics.median(delays_ms)
    bench.say(
        "key to sound, sample, paused in the text",
        f"{median_ms:.0f} ms ({min(delays_ms):.0f} to {max(delays_ms):.0f})",
        aim="120 ms",
        is_met=median_ms <= 120,  # noqa: PLR2004
    )


def first_sound_s(recording: Recording, after_s: float) -> float:
    """Return when the first sound after a moment was heard, monotonic seconds."""
    start = recording.index_of(after_s)
    return recording.time_of(start + _first_loud(recording.samples[start : start + RATE_HZ]))


def _first_loud(samples: NDArray[np.floating[Any]]) -> int:
    """Return the index of the first sample that can be heard, or the length."""
    loud = np.flatnonzero(np.abs(samples) > LOUD)
    return int(loud[0]) if len(loud) else len(samples)


def _measure_share(bench: Bench, server: Server) -> None:
    trace = bench.folder / "share.jsonl"
    with _player(bench, server, trace, "--play") as terminal:
        wait_until(lambda: bool(events_in(trace, "cue")), "it does not play")
        time.sleep(WARM_UP_S)
        began_s, before_s = time.monotonic(), processor_s(terminal.process.pid)
        time.sleep(PLAY_S)
        share = (processor_s(terminal.process.pid) - before_s) / (time.monotonic() - began_s)
        own_mib, all_mib = _memory_mib(terminal.process.pid)
        dropped = len(events_in(trace, "underrun"))
    bench.say(
        f"processor, playing and following for {PLAY_S:.0f} s",
        f"{100 * share:.1f} % of one core, {dropped} underruns",
        aim=f"{100 * SHARE:.1f} %",
        is_met=share <= SHARE,
    )
    bench.say(
        "peak memory, playing the sample",
        f"{own_mib:.0f} MiB" + (f" ({all_mib:.0f} with its children)" if all_mib > own_mib + 1 else ""),
        aim=f"{MEMORY_MIB} MiB",
        is_met=all_mib <= MEMORY_MIB,
    )


def processor_s(pid: int) -> float:
    """Return how long a process and its children, those that have ended too, had the processor."""
    total = 0
    for member in family(pid):
        fields = Path(f"/proc/{member}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        total += sum(map(int, fields[11:15]))  # its own, and that of its children that have ended
    return total / TICKS_A_SECOND


def _memory_mib(pid: int) -> tuple[float, float]:
    """Return the peak of the process, and that plus what its children hold of their own."""
    own = value_mib(pid, "status", "VmHWM:")
    return own, own + sum(value_mib(child, "smaps_rollup", "Pss:") for child in family(pid)[1:])


def _measure_speech(bench: Bench) -> None:
    took_ms = []
    for _ in range(SPEECH_STARTS):
        ended = subprocess.run(
            [sys.executable, "-c", SPEAK, "sample"],
            env=bench.environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        took_ms.append(1000 * float(ended.stdout.split()[-1]))
    median_ms = statistics.median(took_ms)
    bench.say(
        "first sound of speech, from a cold worker",
        f"{median_ms:.0f} ms ({min(took_ms):.0f} to {max(took_ms):.0f})",
        aim="400 ms",
        is_met=median_ms <= 400,  # noqa: PLR2004
    )
