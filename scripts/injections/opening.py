"""What lies beside a recording, and what reads its tags: hostile, damaged, hanging, killed."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from injections.catalogue import fault
from injections.rig import SAMPLE, Rig, wait_until
from injections.system import memory_mib

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXT: Final = "The bridge opened again on Monday."
_SRT: Final = f"1\n00:00:01,000 --> 00:00:03,000\n{_TEXT}\n"
_VTT: Final = f"WEBVTT\n\n00:01.000 --> 00:03.000\n{_TEXT}\n"
_SOON_S: Final = 20.0
_MOST_MIB: Final = 300.0
_LANGUAGES: Final = (
    "af", "ar", "bg", "ca", "cs", "da", "de", "el", "en", "eo", "et", "fi", "fr", "gl", "he", "hi", "hr",
)  # fmt: skip
_READER: Final = b"briefing.audio.media.probing"


def _untagged(folder: Path, name: str = "talk.mp3") -> Path:
    """Return a recording without a text in its tags."""
    sound = SAMPLE.with_suffix(".mp3").read_bytes()
    size = sound[6] << 21 | sound[7] << 14 | sound[8] << 7 | sound[9]  # of the tags, seven bits a byte
    path = folder / name
    path.write_bytes(sound[10 + size :])
    return path


def _readers(rig: Rig) -> list[int]:
    """Return the processes that read tags."""
    found = []
    for process in rig.processes():
        try:
            command = Path(f"/proc/{process}/cmdline").read_bytes()
        except OSError:
            continue
        if _READER in command:
            found.append(process)
    return found


def _reader(rig: Rig) -> int:
    """Wait until a process reads tags, and has loaded what it reads with; return it."""
    wait_until(lambda: any(map(_decodes, _readers(rig))), "no process reads the tags")
    return _readers(rig)[0]


def _decodes(process: int) -> bool:
    try:
        return "libavcodec" in Path(f"/proc/{process}/maps").read_text()
    except OSError:
        return False


@fault("beside-hostile", "pipes, links, folders and noise lie beside a recording")
def hostile(rig: Rig) -> str:
    """Open a recording among what must not be read."""
    recording = _untagged(rig.folder)
    secret = rig.folder / "elsewhere"
    secret.mkdir()
    (secret / "secret.vtt").write_text(_VTT.replace(_TEXT, "This is a secret."))
    os.mkfifo(rig.folder / "talk.vtt")
    (rig.folder / "talk.srt").symlink_to(secret / "secret.vtt")
    (rig.folder / "talk.en.vtt").symlink_to("/dev/zero")
    (rig.folder / "talk.lrc").mkdir()
    (rig.folder / "talk.json").write_text('{"segments": ' + "[" * 100_000)
    (rig.folder / "talk.TextGrid").write_bytes(os.urandom(100_000))
    (rig.folder / "talk.de.srt").write_text(_SRT)
    began_s = time.monotonic()
    done = rig.run("show", recording, limit_s=30)
    took_s = time.monotonic() - began_s
    assert done.returncode == 0, done.stderr
    assert _TEXT in done.stdout, done.stdout
    assert "secret" not in done.stdout + done.stderr
    return f"opened in {took_s:.1f} s; said: {' '.join(done.stderr.split())[:120]}"


@fault("beside-damaged", "each file beside a recording is damaged in turn, and cut anywhere")
def damaged(rig: Rig) -> str:
    """Open a recording with one good text and a damaged one before it."""
    recording = _untagged(rig.folder)
    (rig.folder / "talk.srt").write_text(_SRT)
    tried = 0
    for content in (b"WEBVTT\n\n", os.urandom(5000), b"%PDF-1.7", b"\0" * 4000, b"\xff\xfe" + os.urandom(99)):
        (rig.folder / "talk.vtt").write_bytes(content)
        done = rig.run("show", recording)
        assert done.returncode == 0, done.stderr
        assert _TEXT in done.stdout, done.stdout
        assert "talk.vtt" in done.stderr, "the damaged file is not told"
        tried += 1
    return f"{tried} damaged files, each told in a sentence, the text from the one that is whole"


@fault("tag-reader-hangs", "what reads the tags of a recording alone is stopped while it works")
def hangs(rig: Rig) -> str:
    """Stop the tag reader: the face stays there, answers, and ends in a sentence."""
    recording = _untagged(rig.folder)
    with rig.player(recording, linear=True) as player:
        os.kill(_reader(rig), signal.SIGSTOP)
        player.wait_for("Opening talk, please wait.")
        began_s = player.press("i")
        player.wait_for("please wait.", after=player.text.index("please wait.") + 5)
        answered_s = time.monotonic() - began_s
        code = player.wait_for_end()
        assert code == 3, f"it ended with {code}"
        assert "takes too long to look through" in player.text
    return (
        f"a key was answered after {answered_s:.2f} s, the end told after {time.monotonic() - began_s:.1f} s"
    )


@fault("tag-reader-killed", "what reads the tags is killed, with a text beside the recording")
def killed(rig: Rig) -> str:
    """Kill the tag reader: the text is there before, and the recording plays or speech does."""
    recording = _untagged(rig.folder)
    recording.with_suffix(".txt").write_text(f"A bridge\n\n{_TEXT} Cars cross it.\n")
    with rig.player(recording, "--no-align", linear=True) as player:
        os.kill(_reader(rig), signal.SIGKILL)
        shown_s = player.wait_for("A bridge.")
        wait_until(
            lambda: "Recording" in player.text or "Speech" in player.text,
            "no voice comes after the reader's end",
        )
        player.leave()
    return f"the text was there after {shown_s:.2f} s"


@fault("leave-while-opening", "the player is left while the tags of a recording are read")
def left(rig: Rig) -> str:
    """Press q before the text has come; nothing may be left."""
    recording = _untagged(rig.folder)
    took: list[float] = []
    for linear in (True, False):
        with rig.player(recording, linear=linear) as player:
            reader = _reader(rig)
            os.kill(reader, signal.SIGSTOP)
            player.wait_for("Opening talk")
            began_s = time.monotonic()
            player.leave()
            took.append(time.monotonic() - began_s)
            wait_until(_is_gone(reader), "the tag reader outlives the player")
    assert max(took) < _SOON_S, f"it left after {max(took):.1f} s"
    return f"left after {took[0]:.2f} and {took[1]:.2f} s, with nothing behind"


def _is_gone(process: int) -> Callable[[], bool]:
    """Return what tells whether a process is no more, or only waits to be asked how it ended."""

    def look() -> bool:
        try:
            status = Path(f"/proc/{process}/stat").read_text()
        except OSError:
            return True
        return status.rpartition(")")[2].split()[0] == "Z"

    return look


@fault("reader-not-bypassed", "a text declares a length and has times, beside a recording that is a bomb")
def bypassed(rig: Rig) -> str:
    """Open a text whose length and times are told, with a hostile recording: it must not be decoded here."""
    story = rig.folder / "talk.md"
    story.write_text(f"---\ntitle: A bridge\nduration: 0:30\n---\n{_TEXT}\n")
    (rig.folder / "talk.vtt").write_text(_VTT)
    (rig.folder / "talk.flac").write_bytes(_slow_flac())
    with rig.player(story, "--no-align", linear=True) as player:
        player.wait_for("A bridge.")
        wait_until(lambda: "Speech" in player.text or "Recording." in player.text, "no voice comes")
        peak_mib = memory_mib(player.process.pid, peak=True)
        player.leave()
    assert peak_mib < _MOST_MIB, f"{peak_mib:.0f} MiB"
    return f"at most {peak_mib:.0f} MiB in the player"


def _slow_flac() -> bytes:
    """Return the header of a FLAC of 3 frames a second, for an hour, and no frame."""
    frames, rate_hz = 3 * 3600, 3
    packed = rate_hz << 44 | 0 << 41 | 15 << 36 | frames
    stream_info = (4096).to_bytes(2, "big") * 2 + bytes(6) + packed.to_bytes(8, "big") + bytes(16)
    return b"fLaC\x80" + len(stream_info).to_bytes(3, "big") + stream_info + b"\xff\xf8\xc9\x08" + bytes(99)


@fault("beside-many", "ten thousand files lie in a recording's folder, texts in many languages among them")
def many(rig: Rig) -> str:
    """Open a recording in a crowded folder."""
    folder = rig.folder / "crowd"
    folder.mkdir()
    recording = _untagged(folder)
    for number in range(10_000):
        (folder / f"other-{number}.vtt").touch()
    for code in _LANGUAGES:
        (folder / f"talk.{code}.srt").write_text(_SRT)
    began_s = time.monotonic()
    done = rig.run("show", "--json", recording, environment={"LANG": "de_DE.UTF-8"})
    took_s = time.monotonic() - began_s
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert shown["language"] == "de", shown["language"]
    assert took_s < _SOON_S, f"{took_s:.1f} s"
    return f"opened in {took_s:.1f} s, {len(shown['languages'])} other languages offered"
