"""`briefing align` and the aligner's process, on all that is put before them."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import wave
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from briefing.align.job import COMMAND
from briefing.audio.media.whole import decode
from briefing.confidence import WORD_CONFIDENCE
from tests.end_to_end.groups import wait_until_gone
from tests.unit.align.sample import RECORDING

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

pytest.importorskip("hama")
RATE_HZ = 16_000


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """`briefing align ARGUMENTS`, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", "align", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def messages(path: Path, words: list[str]) -> list[dict[str, Any]]:
    """What the process says about a recording and a text."""
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"path": str(path), "words": words, "language": "en"}) + "\n")
        process.stdin.flush()
        return [json.loads(line) for line in process.stdout]


def write_sound(path: Path, samples: NDArray[np.float32]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes((np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())


@pytest.fixture(scope="module")
def speech() -> NDArray[np.float32]:
    """The sample's first 14 seconds: its title, and its first sentence."""
    samples: NDArray[np.float32] = decode(RECORDING, RATE_HZ).samples[: 14 * RATE_HZ, 0]
    return samples


RIGHT = (
    "Three Nations Condemn North Korean Arms for Russia\n\nWashington, Seoul and Tokyo say that Pyongyang "
    "has already delivered weapons for the war in Ukraine, in breach of rules that Moscow itself voted for.\n"
)
WRONG = (
    "The garden club meets behind the old library on Saturdays. Bring gloves, a small trowel and whatever "
    "seeds you saved last summer. There will be tea and lemon cake for everyone who stays.\n"
)
GERMAN = (
    "Der Gartenverein trifft sich jeden zweiten Samstag im Monat hinter der alten Bücherei. Bitte bringen "
    "Sie Handschuhe, eine kleine Schaufel und übrig gebliebene Samen mit.\n"
)


@pytest.mark.parametrize(
    ("sound", "text"),
    [
        ("silence", RIGHT),
        ("noise", RIGHT),
        ("speech", WRONG),
        ("speech", GERMAN),
        ("speech", "— … !!!\n"),
        ("second", WRONG),
        ("blip", RIGHT),
    ],
    ids=["silence", "noise", "wrong text", "other language", "no word", "one second", "a few frames"],
)
def test_what_does_not_fit_is_told_and_no_word_is_sure(
    sound: str, text: str, speech: NDArray[np.float32], tmp_path: Path
) -> None:
    samples = {
        "silence": np.zeros(6 * RATE_HZ, np.float32),
        "noise": np.random.default_rng(3).normal(0, 0.2, 6 * RATE_HZ).astype(np.float32),
        "speech": speech,
        "second": speech[5 * RATE_HZ : 6 * RATE_HZ],
        "blip": speech[5 * RATE_HZ : 5 * RATE_HZ + 100],
    }[sound]
    write_sound(tmp_path / "a.wav", samples)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    done = run("a.wav", "a.txt", "--json", folder=tmp_path)

    entries = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr.startswith("briefing: ")
    assert done.stderr.count("\n") == 1
    assert [entry["word"] for entry in entries] == text.split()
    assert all(entry["confidence"] < WORD_CONFIDENCE for entry in entries)
    assert sum(entry["confidence"] for entry in entries) < 0.35 * len(entries)


@pytest.mark.parametrize("damage", ["cut short", "a hole", "bits turned"])
def test_damaged_recording_is_timed_as_far_as_it_can_be_heard(damage: str, tmp_path: Path) -> None:
    whole = RECORDING.read_bytes()[:240_000]
    hurt = bytearray(whole)
    if damage == "cut short":
        hurt = hurt[:-1234]
    elif damage == "a hole":
        hurt[150_000:170_000] = bytes(20_000)
    else:
        for at in range(100_000, len(hurt), 997):
            hurt[at] ^= 0x55
    (tmp_path / "a.mp3").write_bytes(hurt)
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")

    done = run("a.mp3", "a.txt", "--json", folder=tmp_path)

    entries = json.loads(done.stdout)
    starts = [entry["start"] for entry in entries if entry["start"] is not None]
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert len(entries) == len(RIGHT.split())
    assert starts == sorted(starts)
    assert len(starts) > len(entries) // 2


@pytest.mark.parametrize(
    ("audio", "text", "message"),
    [
        (b"", RIGHT.encode(), "a.mp3 cannot be decoded as sound."),
        (bytes(range(256)) * 99, RIGHT.encode(), "a.mp3 cannot be decoded as sound."),
        (None, RIGHT.encode(), "a.mp3 cannot be read."),
        (b"", b"", "The text has no words."),
        (b"", b" \n\n \t", "The text has no words."),
        (b"", bytes(range(256)) * 99, "a.txt is no text."),
        (b"", None, "a.txt cannot be read: No such file or directory."),
    ],
    ids=["empty sound", "no sound", "lost sound", "empty text", "blank text", "binary text", "lost text"],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    audio: bytes | None, text: bytes | None, message: str, tmp_path: Path
) -> None:
    for name, content in (("a.mp3", audio), ("a.txt", text)):
        if content is not None:
            (tmp_path / name).write_bytes(content)

    done = run("a.mp3", "a.txt", "-o", "out.vtt", folder=tmp_path)

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith(f"briefing: {message} ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out.vtt").exists()


def test_full_disk_is_told_and_leaves_nothing(speech: NDArray[np.float32], tmp_path: Path) -> None:
    write_sound(tmp_path / "a.wav", speech)
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "align", "a.wav", "a.txt", "-o", "out.json"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

    signal_before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # as Python itself has it; children inherit
    try:
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=limit
        )
    finally:
        signal.signal(signal.SIGXFSZ, signal_before)

    assert done.returncode == 2
    assert done.stderr.startswith("briefing: out.json could not be written: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "a.wav"]


def test_ctrl_c_ends_it_at_once_and_nothing_is_half_written(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing", "align", str(RECORDING), "-", "-o", "out.vtt"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        # More than a pipe holds: when it is taken, the command is at work on it.
        process.stdin.write(RIGHT * 500)
        process.stdin.close()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()

    assert process.returncode == 130
    assert said == "briefing: Interrupted.\n"
    assert list(tmp_path.iterdir()) == []
    wait_until_gone(process.pid)


def test_silence_is_heard_to_its_end_and_no_word_is_found(tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 16_000 * 3))
    told = messages(path, ["Good", "evening."])
    assert len(told[0]["level_db"]) == 150
    assert told[-1]["done"] == [[None, None, pytest.approx(0, abs=1)]] * 2


def test_a_damaged_recording_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "damaged.mp3"
    path.write_bytes(b"ID3" + bytes(range(256)) * 40)
    told = messages(path, ["Good", "evening."])
    assert told[-1]["failed"].endswith(".")


def test_it_ends_with_its_parent() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_no_module_in_the_current_folder_is_run(tmp_path: Path, speech: NDArray[np.float32]) -> None:
    """A folder of somebody's recordings may hold a json.py, which the aligner's processes took for theirs."""
    write_sound(tmp_path / "talk.wav", speech[: 3 * RATE_HZ])
    (tmp_path / "talk.txt").write_text("Three Nations Condemn North Korean Arms")
    trap = "import pathlib\npathlib.Path(__file__).with_name('was-run').touch()\n"
    for name in ("json", "numpy", "pocketsphinx", "av", "briefing"):
        (tmp_path / f"{name}.py").write_text(trap)
    (tmp_path / "pairs.tsv").write_text("talk.wav\ttalk.txt\tout.vtt\n")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "briefing", "align", "--list", "pairs.tsv"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Nations" in (tmp_path / "out.vtt").read_text()
    assert not (tmp_path / "was-run").exists()
