"""Where sound goes and comes from: servers that hang, sinks that are no files, voices that are killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, needs, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOON_S: Final = 2.0
"""So soon after its start the text moves on where a sound server hangs."""
_WAIT_S: Final = 1.2
"""Where the machine is too busy for that: so much later than where sound works, in the same minute."""
_ROUNDS: Final = 3
_VOICE: Final = b"briefing.speech.worker"
_FULL_BYTES: Final = 300_000
_SCRIPT: Final = (
    "load-module module-native-protocol-unix auth-anonymous=1\n"
    "load-module module-null-sink sink_name=rig norewinds=1 rate=48000 channels=2 format=s16le\n"
    "set-default-sink rig\n"
)


def _events(trace: Path, kind: str) -> list[dict[str, Any]]:
    lines = trace.read_text(encoding="utf-8").splitlines(keepends=True) if trace.exists() else []
    return [event for line in lines if line.endswith("\n") and (event := json.loads(line))["event"] == kind]


def _processes(rig: Rig, name: bytes) -> Iterator[int]:
    for process in rig.processes():
        try:
            command = Path(f"/proc/{process}/cmdline").read_bytes()
        except OSError:
            continue
        if name in command:
            yield process


@fault("sink-no-file", "the sound is to go into a pipe, a device, a folder, and a folder that is not there")
def sink_no_file(rig: Rig) -> str:
    """Name sinks that cannot be written."""
    os.mkfifo(rig.folder / "fifo.wav")
    (rig.folder / "full.wav").symlink_to("/dev/full")
    (rig.folder / "folder.wav").mkdir()
    worst_s = 0.0
    for sink in ("fifo.wav", "full.wav", "folder.wav", "none/heard.wav"):
        began_s = time.monotonic()
        done = rig.run("--linear", "--play", "--exit-at-end", "--sink", rig.folder / sink, SAMPLE)
        worst_s = max(worst_s, time.monotonic() - began_s)
        assert done.returncode == 2, f"{sink}: {done.returncode} {done.stderr}"
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert "cannot be written" in done.stderr, done.stderr
    assert worst_s < 10, f"it took {worst_s:.1f} s"
    return f"4 sinks refused with 2 and a sentence, {worst_s:.1f} s at most"


@fault("sink-full", "the disk under a sink fills up while it plays")
def sink_full(rig: Rig) -> str:
    """Limit the size of files, and play beyond it."""

    def prepare() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (_FULL_BYTES, _FULL_BYTES))

    heard = rig.folder / "heard.wav"
    trace = rig.folder / "trace"
    with rig.player(
        SAMPLE, "--play", "--sink", heard, "--trace", trace, linear=True, prepare=prepare
    ) as player:
        player.wait_for("takes no more sound")
        told = len(_events(trace, "cue"))
        wait_until(lambda: len(_events(trace, "cue")) > told + 2, "the reading does not go on")
        player.leave()
    return f"told after {heard.stat().st_size} bytes, and the reading went on"


@fault("sound-server-mute", "what listens in place of a sound server never answers")
def server_mute(rig: Rig) -> str:
    """Listen where a server would, and say nothing."""
    folder = rig.folder / "runtime" / "pulse"
    folder.mkdir(parents=True, mode=0o700)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "native"))
        listener.listen()
        measured = _move_on_soon(rig, folder.parent)
        _hangs(rig, folder.parent)
    return f"the text moved on in silence {measured}"


def _move_on_soon(rig: Rig, runtime: Path) -> str:
    """Measure when the text moves where a server hangs, and where sound works; return both, for people."""
    is_soon, measured = False, ""
    for _ in range(_ROUNDS):
        if not is_soon:  # a machine may be busy for a moment
            hangs_s, works_s = _moves_after(rig, runtime, "default"), _moves_after(rig, runtime, "null")
            is_soon = hangs_s <= max(_SOON_S, works_s + _WAIT_S)
            measured = f"{hangs_s:.1f} s after the start; where sound works, after {works_s:.1f} s"
    assert is_soon, f"the text moved on {measured}"
    return measured


def _moves_after(rig: Rig, runtime: Path, sink: str) -> float:
    """Play into a sink; return the seconds from the start of the process to the first word."""
    trace = rig.folder / "trace"
    trace.unlink(missing_ok=True)
    environment = {"XDG_RUNTIME_DIR": str(runtime), "BRIEFING_SINK": sink}
    began_s = time.monotonic()
    with rig.player(SAMPLE, "--play", "--trace", trace, linear=True, environment=environment) as player:
        wait_until(lambda: bool(_events(trace, "cue")), "the text does not move")
        took_s = float(_events(trace, "cue")[0]["t_s"]) - began_s
        player.leave()
    return took_s


def _hangs(rig: Rig, runtime: Path, goes_on: int = 0) -> None:
    """Play where a server hangs, and see that the text goes on. `goes_on` is a server to let go on then."""
    trace = rig.folder / "trace"
    environment = {"XDG_RUNTIME_DIR": str(runtime), "BRIEFING_SINK": "default"}
    with rig.player(SAMPLE, "--play", "--trace", trace, linear=True, environment=environment) as player:
        player.wait_for("moves on in silence")
        if goes_on:
            os.kill(goes_on, signal.SIGCONT)
            player.wait_for("There is sound now")
        told = len(_events(trace, "cue"))
        wait_until(lambda: len(_events(trace, "cue")) > told + 2, "the text does not go on")
        player.leave()


@fault("sound-server-stopped", "the sound server is stopped at the start, and goes on later")
def server_stopped(rig: Rig) -> str:
    """Stop a PulseAudio of our own, play, and let it go on."""
    needs("pulseaudio")
    runtime = rig.folder / "runtime"
    runtime.mkdir(mode=0o700)
    script = rig.folder / "pulse.pa"
    script.write_text(_SCRIPT)
    server = subprocess.Popen(
        ["pulseaudio", "-n", "-F", str(script), "--exit-idle-time=-1", "--daemonize=no"],
        env={**rig.environment, "XDG_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until((runtime / "pulse" / "native").exists, "the server does not start")
        server.send_signal(signal.SIGSTOP)
        measured = _move_on_soon(rig, runtime)
        _hangs(rig, runtime, goes_on=server.pid)
    finally:
        server.kill()
        server.wait()
    return f"silence that moved {measured}; and sound when the server went on"


@fault("voice-killed", "the process that speaks is killed five times")
def voice_killed(rig: Rig) -> str:
    """Kill the voice a few times while it reads."""
    return _kill_voice(rig, 5)


@fault("voice-killed-often", "the same twenty times", long=True)
def voice_killed_often(rig: Rig) -> str:
    """Kill the voice again and again while it reads."""
    return _kill_voice(rig, 20)


def _kill_voice(rig: Rig, times: int) -> str:
    trace = rig.folder / "trace"
    text = rig.text(sentences=80)
    with rig.player(text, "--play", "--voice", "speech", "--trace", trace, linear=True) as player:
        wait_until(lambda: bool(_events(trace, "cue")), "nothing is read")
        for _ in range(times):
            wait_until(lambda: any(_processes(rig, _VOICE)), "the voice is not started again")
            victim = next(_processes(rig, _VOICE))
            os.kill(victim, signal.SIGKILL)
            wait_until(lambda victim=victim: victim not in _processes(rig, _VOICE), "it is not gone")  # type: ignore[misc]
            time.sleep(0.5)
        told = len(_events(trace, "cue"))
        wait_until(lambda: len(_events(trace, "cue")) > told + 5, "the reading does not go on")
        player.leave()
    said = [event["text"] for event in _events(trace, "announce")]
    lost = [each for each in said if "broke down" in each or "not be spoken" in each or "passed over" in each]
    assert not lost, f"sentences were lost: {lost}"
    return f"{times} kills, no sentence lost"
