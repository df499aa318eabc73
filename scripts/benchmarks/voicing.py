"""Self-voicing: how soon after a key it is heard, whether it lowers what plays with no click, what it costs.

*Heard* is dated by the sound server, as for playing (`playing`), and by the player's own trace beside it.
"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.playing import WARM_UP_S, events_in, first_sound_s, processor_s
from briefing.audio.mixer import Mixer
from briefing.audio.pcm import ENGINE_RATE_HZ, gain_of_db
from terminal import Terminal, wait_until
from tests.end_to_end.sound import Ear, Server, is_installed
from tests.fakes import ArraySource, tone

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.report import Bench

PRESSES: Final = 9
LISTEN_S: Final = 0.6
QUIET_S: Final = 0.8
"""After what is said was silenced: the next sound is the next answer's."""
KEY: Final = "+"
"""Answered by a short sentence, and by nothing else."""
AIM_MS: Final = 200
SHARE_S: Final = 24.0
SHARE_KEY_S: Final = 3.0
SHARE: Final = 0.05
"""Of one core, of all processes together, playing while every few seconds something is said: the aim."""
TONE_HZ: Final = 200.0
STEP: Final = 0.001
"""Of full scale, 60 dB below it: how much steeper than its own steps a tone may get where it is lowered."""


def measure(bench: Bench) -> None:
    """Print key to spoken sound in both faces, the largest step of ducking, and the processor's share."""
    _measure_ducking(bench)
    if not is_installed():
        bench.say("key to spoken sound", "not measured: PulseAudio is not installed")
        return
    with Server(bench.folder / "pulse-voicing") as server:
        for face in ("--linear", "--tui"):
            _measure_keys(bench, server, face)
        _measure_share(bench, server)


def _player(bench: Bench, server: Server, trace: Path, *flags: str) -> Terminal:
    environment = {**bench.environment(), "XDG_RUNTIME_DIR": str(server.runtime)}
    return Terminal([str(bench.briefing), "--say", "--trace", str(trace), *flags, "sample"], environment)


def _said(trace: Path) -> list[dict[str, Any]]:
    return [event for event in events_in(trace, "say") if event["heard_at_s"] is not None]


def _measure_keys(bench: Bench, server: Server, face: str) -> None:
    trace = bench.folder / f"voicing{face}.jsonl"
    pressed: list[float] = []
    with Ear(server) as ear:
        with _player(bench, server, trace, face) as terminal:
            wait_until(lambda: any("Recording" in event["text"] for event in _said(trace)), "it says nothing")
            terminal.press("`")
            time.sleep(QUIET_S)
            for number in range(PRESSES):
                pressed.append(terminal.press(KEY if number % 2 == 0 else "-"))
                time.sleep(LISTEN_S)
                terminal.press("`")
                time.sleep(QUIET_S)
            wait_until(lambda: _said(trace)[-1]["heard_at_s"] > pressed[-1], "the last is not told")
        recording = ear.recording()
    delays_ms = [1000 * (first_sound_s(recording, at_s) - at_s) for at_s in pressed]
    told_ms = [
        1000 * (min(event["heard_at_s"] for event in _said(trace) if event["heard_at_s"] > at_s) - at_s)
        for at_s in pressed
    ]
    median_ms = statistics.median(delays_ms)
    bench.say(
        f"key to spoken sound, {face}",
        f"{median_ms:.0f} ms ({min(delays_ms):.0f} to {max(delays_ms):.0f}), "
        f"{statistics.median(told_ms):.0f} by its trace",
        aim=f"{AIM_MS} ms",
        is_met=median_ms <= AIM_MS,
    )


def _measure_ducking(bench: Bench) -> None:
    """Play a tone, have something said that is silent, and compare the tone's steps with its own."""
    mixer = Mixer()
    mixer.jump(ArraySource(tone(4 * ENGINE_RATE_HZ, TONE_HZ)), 0)
    mixer.run()
    mixer.render(ENGINE_RATE_HZ)
    alone = float(np.abs(np.diff(mixer.render(ENGINE_RATE_HZ // 2)[:, 0])).max())
    bus = mixer.utterances
    bus.duck, bus.gain = gain_of_db(-15), 0.0
    bus.begin()
    bus.add(np.ones(ENGINE_RATE_HZ // 2, np.float32))
    bus.end()
    ducked = float(np.abs(np.diff(mixer.render(2 * ENGINE_RATE_HZ)[:, 0])).max())
    bench.say(
        "ducking, largest step beyond the tone's own",
        f"{max(ducked - alone, 0.0):.5f} of full scale",
        aim=f"{STEP}",
        is_met=ducked - alone <= STEP,
    )


def _measure_share(bench: Bench, server: Server) -> None:
    trace = bench.folder / "voicing-share.jsonl"
    with _player(bench, server, trace, "--tui", "--play") as terminal:
        wait_until(lambda: bool(events_in(trace, "cue")), "it does not play")
        time.sleep(WARM_UP_S)
        began_s, before_s = time.monotonic(), processor_s(terminal.process.pid)
        while time.monotonic() - began_s < SHARE_S:
            terminal.press("i")
            time.sleep(SHARE_KEY_S)
        share = (processor_s(terminal.process.pid) - before_s) / (time.monotonic() - began_s)
        dropped = len(events_in(trace, "underrun"))
    bench.say(
        f"processor, playing, something said every {SHARE_KEY_S:.0f} s",
        f"{100 * share:.1f} % of one core, {dropped} underruns",
        aim=f"{100 * SHARE:.0f} %",
        is_met=share <= SHARE,
    )
