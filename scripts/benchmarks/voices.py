"""What each speech engine costs: how soon it is heard, processor and memory while it reads, its room."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.memory import pss_mib
from benchmarks.playing import WARM_UP_S, events_in, processor_s
from briefing.speech.engines.registry import ENGINES
from terminal import Terminal, wait_until

if TYPE_CHECKING:
    from benchmarks.report import Bench
    from briefing.speech.engines.synthesiser import Synthesiser

STARTS: Final = 5
AGAIN: Final = 4
PLAY_S: Final = 20.0
COLD_MS: Final = 400
WARM_MS: Final = 150
PACKAGES: Final = {"espeak": ("espeakng-loader",), "hibari": ("hibari-tts", "onnxruntime")}

SPEAK: Final = """
import sys, time
from contextlib import ExitStack
from briefing.cli.wiring import sources, speech
from briefing.settings import Settings
document = sources.open_item("sample").document
with ExitStack() as cleanup:
    began = time.monotonic()
    narrator = speech.make_speech(Settings(speech_engine=sys.argv[1]), cleanup, print)
    for _ in range(int(sys.argv[2])):
        narration = narrator.narrate(document, document.media.duration_s, lambda *_: None)
        first = narration.timeline[0].start_frame
        while narration.source.read(first, 480) is None:
            time.sleep(0.001)
        print(1000 * (time.monotonic() - began))
        narration.source.close()
        time.sleep(float(sys.argv[3]))
        began = time.monotonic()
"""
"""Reads so many times, each time after so many seconds, and prints how soon each was heard."""


def measure(bench: Bench) -> None:
    """Print the figures of every engine that can speak here."""
    for engine in ENGINES:
        if engine.check() is not None:
            bench.say(engine.title, "not installed here")
            continue
        _measure_first_sound(bench, engine)
        _measure_playing(bench, engine)
        bench.say(f"{engine.title}: installed", _installed(engine))


def _measure_first_sound(bench: Bench, engine: Synthesiser) -> None:
    environment = bench.environment()
    # Before anything is kept of it; then it has the time that it needs to do so.
    (fresh_ms,) = _heard_ms(environment, engine.name, 1, 6.0)
    cold_ms = [_heard_ms(environment, engine.name, 1, 0.0)[0] for _ in range(STARTS)]
    warm_ms = _heard_ms(environment, engine.name, 1 + AGAIN, 1.0)[1:]
    for title, times, aim in (("cold", cold_ms, COLD_MS), ("warm", warm_ms, WARM_MS)):
        median_ms = statistics.median(times)
        bench.say(
            f"{engine.title}: first sound, {title}",
            f"{median_ms:.0f} ms ({min(times):.0f} to {max(times):.0f})",
            aim=f"{aim} ms",
            is_met=median_ms <= aim,
        )
    bench.say(f"{engine.title}: the very first time", f"{fresh_ms:.0f} ms")


def _heard_ms(environment: dict[str, str], engine: str, times: int, after_s: float) -> list[float]:
    ended = subprocess.run(
        [sys.executable, "-c", SPEAK, engine, str(times), str(after_s)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line) for line in ended.stdout.split()]


def _measure_playing(bench: Bench, engine: Synthesiser) -> None:
    trace = bench.folder / f"voices-{engine.name}.jsonl"
    flags = ("--linear", "--voice", "speech", "--speech-engine", engine.name, "--sink", "null", "--play")
    command = [str(bench.briefing), *flags, "--trace", str(trace), "sample"]
    environment = bench.environment()
    _heard_ms(environment, engine.name, 1, 6.0)  # so that what is kept of it is there
    with Terminal(command, environment) as terminal:
        wait_until(lambda: bool(events_in(trace, "cue")), "it does not play")
        time.sleep(WARM_UP_S)
        began_s, before_s = time.monotonic(), processor_s(terminal.process.pid)
        time.sleep(PLAY_S)
        share = (processor_s(terminal.process.pid) - before_s) / (time.monotonic() - began_s)
        held_mib = pss_mib(terminal.process.pid)
    bench.say(f"{engine.title}: processor while it reads", f"{100 * share:.1f} % of one core")
    bench.say(f"{engine.title}: memory, all processes", f"{held_mib:.0f} MiB")


def _installed(engine: Synthesiser) -> str:
    """Return how much room its packages take, without what is there for others."""
    sizes = []
    for name in PACKAGES.get(engine.name, ()):
        try:
            files = distribution(name).files or ()
        except PackageNotFoundError:
            continue
        paths = [Path(file.locate()) for file in files]
        mb = sum(path.stat().st_size for path in paths if path.exists()) / 1e6
        sizes.append(f"{name} {mb:.0f} MB")
    return ", ".join(sizes) or "with the system"
