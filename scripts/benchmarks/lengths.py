"""What length costs: a seek far into a recording, and a word lit in a text of a million."""

from __future__ import annotations

import asyncio
import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

from benchmarks.report import SAMPLE
from briefing.audio.media.recording import RecordingSource
from briefing.model import VoiceKind
from briefing.settings import Settings
from briefing.ui.tui.app import BriefingApp
from terminal import Terminal
from tests.builders import make_document
from tests.stage import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.report import Bench
    from briefing.model import Document

SAMPLE_S: Final = 228
FRAME_BYTES: Final = 192
"""Of MP3 at 64 kbit/s and 48 kHz: 24 ms."""
SEEKS: Final = 20
STEPS: Final = 300
PARAGRAPH_WORDS: Final = 80
MILLION: Final = 1_000_000
SCREEN: Final = (120, 36)

READ: Final = """
import sys
from briefing.cli.wiring import sources
sources.open_item(sys.argv[1])
"""


def measure(bench: Bench) -> None:
    """Print seeks at 10 minutes and 10 hours, and a million words: opening and a step of light."""
    for title, seconds in (("10 min", 600), ("10 h", 36_000)):
        _measure_seeks(bench, title, recording_of(bench.folder, seconds))
    _measure_text(bench)


def recording_of(folder: Path, seconds: int) -> Path:
    """Return an MP3 that is the sample's sound, over and over, of at least so many seconds."""
    sound = SAMPLE.with_suffix(".mp3").read_bytes()
    size = sound[6] << 21 | sound[7] << 14 | sound[8] << 7 | sound[9]  # of the tags, seven bits a byte
    frames = sound[10 + size + FRAME_BYTES :]  # and less the frame that tells the length
    path = folder / f"{seconds}.mp3"
    with path.open("wb") as out:
        for _ in range(-(-seconds // SAMPLE_S)):
            out.write(frames)
    return path


def _measure_seeks(bench: Bench, title: str, path: Path) -> None:
    before_mb = _peak_mb()
    began = time.perf_counter()
    source = RecordingSource(path)
    opened_s = time.perf_counter() - began
    took_ms = []
    for number in range(SEEKS):
        start = source.length_frames * ((number * 7) % SEEKS) // SEEKS
        began = time.perf_counter()
        while source.read(start, 480) is None:
            time.sleep(0.0005)
        took_ms.append(1000 * (time.perf_counter() - began))
    source.close()
    bench.say(
        f"seek in {title} of MP3",
        f"{statistics.median(took_ms):.1f} ms, worst {max(took_ms):.0f}; opened in {1000 * opened_s:.0f} ms, "
        f"{max(0.0, _peak_mb() - before_mb):.0f} MB more",
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _document(words: int) -> Document:
    sentence = "The ministers said that the matter would be talked over again in the spring."
    paragraph = " ".join([sentence] * (PARAGRAPH_WORDS // len(sentence.split())))
    count = max(1, words // len(paragraph.split()))
    return make_document(*[paragraph] * count, title="A long story")


def _measure_text(bench: Bench) -> None:
    document = _document(MILLION)
    path = bench.folder / "million.txt"
    path.write_text(document.text, encoding="utf-8")
    words = len(document.text.split())

    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", READ, str(path)], env=bench.environment(), check=True)
    read_s = time.perf_counter() - began
    player = [str(bench.briefing), "--tui", "--sink", "null", str(path)]
    with Terminal(player, bench.environment()) as terminal:
        painted_s = terminal.wait_for("ministers")
    bench.say(
        f"open a text of {words:,} words",
        f"{painted_s:.2f} s to its first painted paragraph ({read_s:.2f} s of that to start and read it)",
    )
    for count in (1_000, MILLION):
        document = _document(count)
        session_ms = _light_step_ms(document)
        screen_ms = asyncio.run(_screen_step_ms(document))
        bench.say(
            f"a step of light in {count:,} words",
            f"{session_ms:.3f} ms; with the screen repainted {screen_ms:.1f} ms",
            aim="1 ms",
            is_met=session_ms <= 1,
        )


def _silent_stage(document: Document) -> Stage:
    return Stage(document, settings=Settings(voice=VoiceKind.NONE), has_recording=False)


def _light_step_ms(document: Document) -> float:
    """Return what one word's turn costs the session, in the middle of the text."""
    stage = _silent_stage(document).open()
    stage.press("percent 50", "play")
    spent: list[float] = []
    while len(spent) < STEPS:
        lit = len(stage.events)
        stage.sink.pull(480)
        began = time.perf_counter()
        stage.session.tick()
        took = time.perf_counter() - began
        if len(stage.events) > lit:
            spent.append(1000 * took)
    return statistics.median(spent)


async def _screen_step_ms(document: Document) -> float:
    """Return the processor time of one word's turn on the screen, painting included."""
    stage = _silent_stage(document)
    app = BriefingApp(stage.session)
    async with app.run_test(size=SCREEN) as pilot:
        stage.press("percent 50", "play")
        await pilot.pause()
        steps, began = 0, time.process_time()
        while steps < STEPS // 3:
            lit = len(stage.events)
            stage.sink.pull(480)
            stage.session.tick()
            if len(stage.events) > lit:
                steps += 1
                await pilot.pause()
        return 1000 * (time.process_time() - began) / steps
