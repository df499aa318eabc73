"""The aligner's process, as the player starts it."""

from __future__ import annotations

import json
import subprocess
import wave
from typing import TYPE_CHECKING, Any

import pytest

from briefing.align.job import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("hama")


def messages(path: Path, words: list[str]) -> list[dict[str, Any]]:
    """What the process says about a recording and a text."""
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"path": str(path), "words": words, "language": "en"}) + "\n")
        process.stdin.flush()
        return [json.loads(line) for line in process.stdout]


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
