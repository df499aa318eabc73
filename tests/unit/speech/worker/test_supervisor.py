"""The process that speaks: it dies, hangs, lacks what it needs, and another one speaks on."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.errors import SpeechError
from briefing.processes import door
from briefing.speech.engines import espeak
from briefing.speech.engines.espeak import open_espeak
from briefing.speech.engines.pyttsx import VOICE, open_driver
from briefing.speech.worker.supervisor import WorkerSpeech
from tests.unit.speech.worker.alive import await_true, is_running

if TYPE_CHECKING:
    from collections.abc import Iterator

HINT = "Get another voice."
TOP = Path(__file__).parents[4]


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
class TestProcess:
    @pytest.fixture
    def speech(self) -> Iterator[WorkerSpeech]:
        speech = open_driver(espeak.DRIVER, hint=HINT)
        speech.voices()
        yield speech
        speech.close()

    def pid(self, speech: WorkerSpeech) -> int:
        pid = speech.pid
        assert pid is not None
        return pid

    def test_a_worker_that_dies_idle_is_replaced_before_it_is_needed(self, speech: WorkerSpeech) -> None:
        for _ in range(5):
            pid = self.pid(speech)
            os.kill(pid, signal.SIGSEGV)
            assert await_true(lambda dead=pid: speech.pid not in (None, dead))  # type: ignore[misc]

    def test_the_next_sentence_after_a_death_is_spoken(self, speech: WorkerSpeech) -> None:
        seen = set()
        for number in range(20):
            pid = self.pid(speech)
            seen.add(pid)
            os.kill(pid, (signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM)[number % 3])
            assert speech.synthesise("Spoken all the same.", "gmw/en-us", 175, 50).words
        assert len(seen) == 20

    def test_a_sentence_during_which_the_worker_is_killed_is_spoken_whole(self, speech: WorkerSpeech) -> None:
        text = "One after another the crews of the harbour went home over the old bridge. " * 6
        whole = len(speech.synthesise(text, "gmw/en-us", 100, 50).pcm.samples)
        killer = threading.Timer(0.02, os.kill, (self.pid(speech), signal.SIGKILL))
        killer.start()
        assert len(speech.synthesise(text, "gmw/en-us", 100, 50).pcm.samples) == whole
        killer.join()

    def test_a_stopped_worker_is_replaced(self) -> None:
        speech = open_driver(espeak.DRIVER, hint=HINT, watchdog_s=0.3)
        try:
            speech.voices()
            stopped = self.pid(speech)
            os.kill(stopped, signal.SIGSTOP)
            with pytest.raises(SpeechError):
                speech.synthesise("Lost.", "gmw/en-us", 175, 50)
            assert speech.synthesise("Spoken.", "gmw/en-us", 175, 50).words
            assert await_true(lambda: not is_running(stopped))
        finally:
            speech.close()

    def test_closing_leaves_no_process(self, speech: WorkerSpeech) -> None:
        pid = self.pid(speech)
        speech.close()
        assert not is_running(pid)

    @pytest.mark.parametrize("is_stopped", [False, True])
    def test_a_worker_does_not_outlive_its_parent(self, is_stopped: bool) -> None:
        program = (
            "import os, signal, sys\n"
            "from briefing.speech.engines.espeak import open_espeak\n"
            "speech = open_espeak(); speech.voices()\n"
            f"if {is_stopped}: os.kill(speech.pid, signal.SIGSTOP)\n"
            "print(speech.pid, flush=True)\n"
            "sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program], cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as parent:
            assert parent.stdout is not None
            pid = int(parent.stdout.readline())
            assert is_running(pid)
            parent.kill()
        assert await_true(lambda: not is_running(pid))

    def test_text_that_kills_the_voice_costs_that_text(self, speech: WorkerSpeech) -> None:
        with pytest.raises(SpeechError):
            speech.synthesise("s'" * 80, "gmw/en-us", 175, 50)
        assert speech.synthesise("And on.", "gmw/en-us", 175, 50).words


@pytest.mark.skipif(sys.platform != "linux", reason="limits are kept by Linux")
@pytest.mark.parametrize("most", [5, 6, 7])
def test_a_voice_that_lacks_file_handles_says_so_and_not_that_it_is_missing(
    most: int,
) -> None:
    limits = door.Limits(open_files=most)
    engine = WorkerSpeech(VOICE, espeak.DRIVER, hint=HINT, limits=limits)
    with pytest.raises(SpeechError, match=r"Too few files may be open at once\. Raise the limit"):
        engine.voices()
    engine.close()


def test_a_voice_for_which_no_process_can_be_started_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    engine = open_espeak()
    with pytest.raises(SpeechError, match=r"cannot be started\. Too few files .* Raise the limit") as told:
        engine.voices()
    assert "Install" not in str(told.value)
    engine.close()
