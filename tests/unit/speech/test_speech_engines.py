"""Speech engines: the tone, eSpeak NG in its process, and a driver that saves files, all alike."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing import processes
from briefing.errors import SpeechError
from briefing.speech.engines import espeak
from briefing.speech.engines.espeak import open_espeak
from briefing.speech.engines.pyttsx import VOICE, open_driver
from briefing.speech.worker.supervisor import WorkerSpeech
from tests.contracts import SpeechEngineContract, english
from tests.fakes import ToneSpeech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.ports import SpeechEngine

FILE_DRIVER = "tests.speech_driver"
HINT = "Get another voice."
TOP = Path(__file__).parents[3]
PATIENCE_S = 20.0


def is_running(pid: int) -> bool:
    """Whether a process is there and more than a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def await_true(condition: Callable[[], bool]) -> bool:
    """Wait for something that another process does; False if it never does."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


class TestToneSpeech(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> SpeechEngine:
        return ToneSpeech()


class TestEspeak(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[SpeechEngine]:
        engine = open_espeak()
        yield engine
        engine.close()

    def test_words_are_marked_where_they_sound(self, engine: SpeechEngine) -> None:
        said = engine.synthesise("First. Second. Third.", english(engine), 120, 50)
        sounding = np.flatnonzero(np.abs(said.pcm.samples) > 0.003)
        onsets = [
            int(sounding[0]),
            *(int(x) for x in sounding[1:][np.diff(sounding) > said.pcm.rate_hz // 8]),
        ]
        assert len(said.words) == 3
        for mark in said.words:
            assert min(abs(mark.frame - onset) for onset in onsets) < 0.02 * said.pcm.rate_hz

    def test_its_words_are_told_by_the_voice(self, engine: SpeechEngine) -> None:
        assert engine.synthesise("Told.", english(engine), 175, 50).is_exact

    @pytest.mark.parametrize("text", ["[[h@l'oU]]", "\x01200S", "<break time='9s'/>", "\x01+90P"])
    def test_no_text_is_obeyed(self, engine: SpeechEngine, text: str) -> None:
        voice = english(engine)
        plain = len(engine.synthesise("Hello world.", voice, 175, 50).pcm.samples)
        engine.synthesise(f"{text} Hello world.", voice, 175, 50)
        after = len(engine.synthesise("Hello world.", voice, 175, 50).pcm.samples)
        assert abs(after - plain) < plain * 0.05

    def test_pitch_is_heard(self, engine: SpeechEngine) -> None:
        low, high = (engine.synthesise("Ah. Ah.", english(engine), 175, pitch) for pitch in (10, 90))
        assert not np.array_equal(low.pcm.samples[:2000], high.pcm.samples[:2000])


class TestFileDriver(SpeechEngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[SpeechEngine]:
        engine = open_driver(FILE_DRIVER, hint=HINT)
        yield engine
        engine.close()

    def test_its_words_are_estimates_within_the_sound_without_its_edges(self, engine: SpeechEngine) -> None:
        said = engine.synthesise("Four five.", english(engine), 175, 50)
        assert not said.is_exact
        assert said.words[0].frame == 0
        assert len(said.pcm.samples) == pytest.approx(10 * 0.05 * said.pcm.rate_hz, rel=0.05)

    def test_languages_are_tidied(self, engine: SpeechEngine) -> None:
        assert [voice.language for voice in engine.voices()] == ["en-US", "de-DE"]

    def test_a_refusal_costs_one_text_and_no_process(self, engine: SpeechEngine) -> None:
        assert isinstance(engine, WorkerSpeech)
        voice = english(engine)
        before = engine.worker_pid
        with pytest.raises(SpeechError, match="no such phoneme"):
            engine.synthesise("Please refuse.", voice, 175, 50)
        with pytest.raises(SpeechError, match="unknown voice"):
            engine.synthesise("Who?", "nobody", 175, 50)
        assert engine.synthesise("And on.", voice, 175, 50).words
        assert engine.worker_pid == before

    def test_a_crash_costs_one_text(self, engine: SpeechEngine) -> None:
        voice = english(engine)
        with pytest.raises(SpeechError):
            engine.synthesise("A segfault.", voice, 175, 50)
        assert engine.synthesise("And on.", voice, 175, 50).words

    def test_a_hang_is_noticed(self) -> None:
        engine = open_driver(FILE_DRIVER, hint=HINT, watchdog_s=0.5)
        try:
            voice = english(engine)
            with pytest.raises(SpeechError, match="stopped answering"):
                engine.synthesise("Now hang.", voice, 175, 50)
            assert engine.synthesise("And on.", voice, 175, 50).words
        finally:
            engine.close()

    def test_closing_does_not_wait_for_a_hanging_voice(self) -> None:
        engine = open_driver(FILE_DRIVER, hint=HINT, watchdog_s=PATIENCE_S)
        voice = english(engine)
        pid = engine.worker_pid
        failures: list[SpeechError] = []

        def speak() -> None:
            try:
                engine.synthesise("Now hang.", voice, 175, 50)
            except SpeechError as error:
                failures.append(error)

        thread = threading.Thread(target=speak)
        thread.start()
        engine.close()
        thread.join(PATIENCE_S)
        assert failures
        assert pid is not None
        assert await_true(lambda: not is_running(pid))


def test_a_driver_that_is_not_there_is_told_in_a_sentence() -> None:
    engine = open_driver("tests.no_such_driver", hint=HINT)
    try:
        with pytest.raises(SpeechError, match="cannot be started") as caught:
            engine.voices()
        assert caught.value.hint
    finally:
        engine.close()


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
class TestProcess:
    @pytest.fixture
    def speech(self) -> Iterator[WorkerSpeech]:
        speech = open_driver(espeak.DRIVER, hint=HINT)
        speech.voices()
        yield speech
        speech.close()

    def pid(self, speech: WorkerSpeech) -> int:
        pid = speech.worker_pid
        assert pid is not None
        return pid

    def test_a_worker_that_dies_idle_is_replaced_before_it_is_needed(self, speech: WorkerSpeech) -> None:
        for _ in range(5):
            pid = self.pid(speech)
            os.kill(pid, signal.SIGSEGV)
            assert await_true(lambda dead=pid: speech.worker_pid not in (None, dead))  # type: ignore[misc]

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
            f"if {is_stopped}: os.kill(speech.worker_pid, signal.SIGSTOP)\n"
            "print(speech.worker_pid, flush=True)\n"
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
    limits = processes.Limits(open_files=most)
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
