"""Every word is lit when it is heard: the player's trace against what the sound server played.

The error of a cue is the moment at which it was told, less the moment at which the word's
sound is in the recording of the monitor.
"""

from __future__ import annotations

import wave
from contextlib import ExitStack
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from briefing.audio.media.whole import decode
from briefing.cli.wiring import sources, speech
from briefing.settings import Settings
from briefing.speech.engines.registry import ENGINES
from tests.end_to_end import sound
from tests.end_to_end.player import Player
from tests.end_to_end.sound import RATE_HZ, Ear, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

pytestmark = sound.NEEDS_SOUND

LOOK_S = 0.25
"""How far from where a word should be it is looked for."""
WORD_S = 0.3
LIKE = 0.8
"""A word's sound is found where the correlation is at least this."""

TEXT = """Reading aloud

The harbour bridge opens again on Monday. Engineers worked through the winter to replace its cables.
Traffic will be slow at first. Ferries go on until the end of the month.
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "server") as server:
        yield server


def errors_ms(
    cues: list[dict[str, Any]], heard: sound.Recording, voice: NDArray[np.float32]
) -> tuple[list[float], list[float]]:
    """Return, for every cue whose word is in the capture, its error and the likeness there.

    `voice` is the narration's own sound, mono at 48 kHz.
    """
    errors, likenesses = [], []
    for cue in cues:
        start = round(cue["media_s"] * RATE_HZ)
        word = voice[start : start + round(WORD_S * RATE_HZ)].astype(np.float64)
        middle = heard.index_of(cue["heard_at_s"])
        low = middle - round(LOOK_S * RATE_HZ)
        window = heard.samples[low : middle + round((LOOK_S + WORD_S) * RATE_HZ)]
        if low < 0 or len(window) < len(word) + round(2 * LOOK_S * RATE_HZ) or not word.any():
            continue
        at, likeness = find(word, window)
        if likeness >= LIKE:
            errors.append(1000 * (cue["t_s"] - heard.time_of(low + at)))
            likenesses.append(likeness)
    return errors, likenesses


def find(word: NDArray[np.float64], window: NDArray[np.float64]) -> tuple[int, float]:
    """Return where in `window` the sound is most like `word`, and the correlation there."""
    size = 1 << (len(window) + len(word)).bit_length()
    spectrum = np.fft.rfft(window, size) * np.conj(np.fft.rfft(word, size))
    products = np.fft.irfft(spectrum, size)[: len(window) - len(word) + 1]
    sums = np.concatenate([[0.0], np.cumsum(window**2)])
    energy = sums[len(word) :] - sums[: -len(word)]
    likeness = products / np.sqrt(np.maximum(energy, 1e-9) * float(word @ word))
    best = int(np.argmax(likeness))
    return best, float(likeness[best])


def assert_in_step(errors: list[float], *, median_ms: float, most_ms: float) -> None:
    """95 of 100 words are within `most_ms`, and the median within `median_ms`."""
    assert abs(float(np.median(errors))) <= median_ms, sorted(errors)
    assert float(np.percentile(np.abs(errors), 95)) <= most_ms, sorted(errors)


def test_the_sample_is_heard_as_recorded_and_lit_in_step(server: Server, tmp_path: Path) -> None:
    item = sources.open_item("sample")
    assert item.media_path is not None
    voice = decode(item.media_path, RATE_HZ).samples[:, 0]
    with Ear(server) as ear:
        with Player(tmp_path, "sample", "--play", "--at", "0:20", environment=server.environment) as player:
            player.wait_for(lambda _: len(player.cues()) > 40, "no words are told")
        heard = ear.recording()
    cues = player.cues()
    errors, likenesses = errors_ms(cues, heard, voice)
    assert len(errors) >= 0.9 * (len(cues) - 2)  # the first and last may be cut
    assert float(np.median(likenesses)) >= 0.99
    assert_in_step(errors, median_ms=15, most_ms=50)
    assert not [event for event in player.events if event["event"] in ("underrun", "failed")]


def make_bursts(folder: Path, count: int, gap_s: float = 0.5) -> tuple[Path, float]:
    """Make a briefing whose words are bursts after silence; return it, and their distance in seconds."""
    words = [f"word{n}" for n in range(count)]
    samples = np.zeros(round((count + 1) * gap_s * RATE_HZ))
    burst = 0.5 * np.sin(2 * np.pi * 800 * np.arange(round(0.06 * RATE_HZ)) / RATE_HZ)
    stamps = []
    for n in range(count):
        start = round((n + 0.5) * gap_s * RATE_HZ)
        samples[start : start + len(burst)] = burst
        stamps.append(f"<00:00:{(n + 0.5) * gap_s:06.3f}>{words[n]}")
    with wave.open(str(folder / "bursts.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    (folder / "bursts.txt").write_text(" ".join(words) + ".\n")
    last_s = (count + 1) * gap_s
    (folder / "bursts.vtt").write_text(
        f"WEBVTT\n\n00:00:00.250 --> 00:00:{last_s:06.3f}\n{' '.join(stamps)}\n"
    )
    return folder / "bursts.txt", gap_s


@pytest.mark.parametrize("speed", [1.0, 2.0])
def test_words_are_lit_in_step_though_pauses_are_shortened(
    server: Server, tmp_path: Path, speed: float
) -> None:
    source, _ = make_bursts(tmp_path, 16, gap_s=1.5)
    flags = ("--play", "--speed", str(speed), "--skip-silence", "--exit-at-end")
    with Ear(server) as ear:
        with Player(tmp_path, str(source), *flags, environment=server.environment) as player:
            assert player.wait_for_end() == 0
        heard = ear.recording()
    cues = player.cues()
    assert [cue["word"] for cue in cues] == [f"word{n}" for n in range(16)]
    loud = np.flatnonzero(np.abs(heard.samples) > 0.1)
    onsets = np.array([heard.time_of(n) for n in loud[np.diff(loud, prepend=-RATE_HZ) > 0.05 * RATE_HZ]])
    told = np.array([cue["t_s"] for cue in cues])
    errors = [1000 * float((at - onsets)[np.argmin(np.abs(at - onsets))]) for at in told]
    assert float(np.median(np.diff(told))) == pytest.approx((0.06 + 0.25) / speed, abs=0.05)
    assert_in_step(errors, median_ms=15 if speed == 1 else 80, most_ms=50 if speed == 1 else 80)


@pytest.mark.parametrize("speed", [0.75, 2.0])
def test_words_are_lit_in_step_at_other_speeds(server: Server, tmp_path: Path, speed: float) -> None:
    source, gap_s = make_bursts(tmp_path, 24)
    with Ear(server) as ear:
        with Player(
            tmp_path,
            str(source),
            "--play",
            "--speed",
            str(speed),
            "--exit-at-end",
            environment=server.environment,
        ) as player:
            assert player.wait_for_end() == 0
        heard = ear.recording()
    cues = player.cues()
    assert [cue["word"] for cue in cues] == [f"word{n}" for n in range(24)]
    loud = np.flatnonzero(np.abs(heard.samples) > 0.1)
    onsets = np.array(
        [heard.time_of(i) for i in loud[np.flatnonzero(np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 10)]]
    )
    errors = [1000 * float((cue["t_s"] - onsets)[np.argmin(np.abs(cue["t_s"] - onsets))]) for cue in cues]
    assert max(map(abs, errors)) < 500 * gap_s / speed, "a word was not heard"
    assert_in_step(errors, median_ms=80, most_ms=80)


@pytest.mark.parametrize("engine", ["espeak", "hibari"])
def test_speech_with_no_recording_is_lit_in_step(server: Server, tmp_path: Path, engine: str) -> None:
    if next(each for each in ENGINES if each.name == engine).check() is not None:
        pytest.skip(f"{engine} is not installed")
    source = tmp_path / "aloud.txt"
    source.write_text(TEXT)
    environment = {**server.environment, "BRIEFING_SPEECH_ENGINE": engine}
    with Ear(server) as ear:
        with Player(tmp_path, str(source), "--play", "--exit-at-end", environment=environment) as player:
            assert player.wait_for_end() == 0
        heard = ear.recording()
    cues = player.cues()
    errors, _ = errors_ms(cues, heard, spoken(str(source), engine))
    assert len(errors) >= 0.8 * len(cues)  # a voice does not speak twice to the sample alike
    assert_in_step(errors, median_ms=25, most_ms=60)


def spoken(source: str, engine: str) -> NDArray[np.float32]:
    """Return the whole reading aloud of a source, mono."""
    with ExitStack() as cleanup:
        narrator = speech.make_speech(Settings(speech_engine=engine), cleanup, pytest.fail)
        document = sources.open_item(source).document
        narration = narrator.narrate(document, document.media.duration_s, lambda *_: None)
        cleanup.callback(narration.source.close)
        blocks: list[NDArray[np.float32]] = []
        while (at := sum(map(len, blocks))) < narration.source.length_frames:
            block: list[NDArray[np.float32]] = []

            def is_there(at: int = at, block: list[NDArray[np.float32]] = block) -> bool:
                read = narration.source.read(at, RATE_HZ)
                if read is not None:
                    block.append(read.copy())
                return read is not None

            sound.wait_until(is_there, sound.START_S, "the voice says nothing")
            blocks += block
    whole: NDArray[np.float32] = np.concatenate(blocks).mean(axis=1)
    return whole


def test_switching_voices_loses_no_word_and_repeats_at_most_one(server: Server, tmp_path: Path) -> None:
    item = sources.open_item("sample")
    assert item.media_path is not None
    with Player(tmp_path, "sample", "--play", "--at", "p2.s1", environment=server.environment) as player:
        for kind in ("speech", "recording"):
            told = len(player.cues())
            player.wait_for(lambda _, told=told: len(player.cues()) > told + 8, "no words are told")  # type: ignore[misc]
            player.press("v")
            player.wait_for(
                lambda events, kind=kind: [e["voice"] for e in events if e["event"] == "state"][-1] == kind,  # type: ignore[misc]
                f"{kind} does not take over",
            )
        told = len(player.cues())
        player.wait_for(lambda _: len(player.cues()) > told + 8, "no words are told")
    words = [(cue["start"], cue["stop"]) for cue in player.cues()]
    text = item.document.text
    steps = [a for a, b in pairwise(words) if b[0] <= a[0]]
    assert len(steps) <= 2, "more than one word was told again at a switch"
    for before, after in pairwise(words):
        if after[0] > before[0]:
            assert not any(char.isalnum() for char in text[before[1] : after[0]]), "a word was lost"
        else:
            assert after == before, "more than one word was told again"


def test_a_seek_by_sentence_begins_with_its_first_word(server: Server, tmp_path: Path) -> None:
    with Player(tmp_path, "sample", "--play", "--at", "p2.s1", environment=server.environment) as player:
        player.wait_for(lambda _: len(player.cues()) > 5, "no words are told")
        told = len(player.cues())
        player.press("j")
        player.wait_for(lambda _: len(player.cues()) > told + 3, "no words are told")
    events = player.events
    jump = next(n for n, e in enumerate(events) if e["event"] == "command" and e["id"] == "sentence-forward")
    sentence = next(e for e in events[jump:] if e["event"] == "sentence")
    cue = next(e for e in events[jump:] if e["event"] == "cue")
    assert cue["start"] == sentence["start"]
