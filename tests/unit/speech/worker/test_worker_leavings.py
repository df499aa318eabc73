"""What a voice that writes files leaves behind when it ends over a text: nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE_S = 60.0
TOP = Path(__file__).parents[4]
# A player whose voice writes a file, and ends over it in one way or another.
ENDING = f"""
import sys, threading
from briefing import leaving
from briefing.errors import SpeechError
from briefing.speech.engines.pyttsx import open_driver
how = sys.argv[1]
speech = open_driver("tests.speech_driver", hint="", watchdog_s={PATIENCE_S})
def speak():
    try:
        speech.synthesise("A segfault." if how == "crash" else "Now hang.", "file.english", 175, 50)
    except SpeechError:
        pass
thread = threading.Thread(target=speak, daemon=True)
thread.start()
if how == "crash":
    thread.join()
else:
    sys.stdin.read()
if how == "leave":
    leaving.end(130)
speech.close()
"""


@pytest.mark.parametrize("how", ["crash", "close", "leave"])
def test_a_voice_that_ends_over_a_text_leaves_no_folder(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", ENDING, how],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdin is not None
        if how != "crash":
            assert has_entries(tmp_path)
            parent.stdin.close()
        parent.wait(PATIENCE_S)
    assert not list(tmp_path.iterdir())


def has_entries(folder: Path) -> bool:
    """Wait until something lies in a folder; False if it never does."""
    deadline = time.monotonic() + PATIENCE_S
    while not any(folder.iterdir()):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
