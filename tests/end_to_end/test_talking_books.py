"""Books with recordings, played from inside their zip: what is heard, and when its text is lit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import wave
import zipfile
from contextlib import closing
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest

from briefing.cli.wiring import sources
from briefing.cli.wiring.timings import StoredTimer
from briefing.confidence import WORD_CONFIDENCE
from tests.builders import memory_store
from tests.end_to_end.player import Player
from tests.tones import WINDOW_S, pitches, write_tones
from tests.unit.align.sample import MEDIA, RECORDING
from tests.unit.formats.books.books_made import audio, epub, overlay

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.timeline import Timeline

RATE_HZ: Final = 48000
NEAR_HZ: Final = 15
NEAR_S: Final = 0.02
LENGTHS_S: Final = (0.6, 0.8, 0.5, 0.7, 0.9, 0.6)
PITCHES: Final = (300.0, 500.0, 700.0, 900.0, 1100.0, 1300.0)
"""Of each clip: three of the first file, three of the second."""
TEXTS: Final = ("One", "The lamp was lit.", "It burned.", "Two", "The lamp went out.", "Nobody saw it.")
PATIENCE_S: Final = 120.0


def write_book(folder: Path) -> Path:
    """Write a book of two chapters, whose clips are a part of each tone of its two sound files."""
    sounds = {
        "EPUB/a1.mp3": write_tones(folder / "a1.mp3", PITCHES[:3]),
        "EPUB/a2.m4a": write_tones(folder / "a2.m4a", PITCHES[3:]),
    }
    bodies, overlays = [], {}
    for chapter, (first, file) in enumerate(((0, "a1.mp3"), (3, "a2.m4a")), 1):
        texts, lengths = TEXTS[first : first + 3], LENGTHS_S[first : first + 3]
        bodies.append(f'<h1 id="t0">{texts[0]}</h1><p id="t1">{texts[1]}</p><p id="t2">{texts[2]}</p>')
        overlays[chapter] = overlay(
            *(
                (f"c{chapter}.xhtml#t{at}", audio(file, f"{at}.05s", f"{at + length + 0.05:.3f}s"))
                for at, length in enumerate(lengths)
            )
        )
    path = folder / "book.epub"
    files = epub(*bodies, overlays=overlays, files={name: file.read_bytes() for name, file in sounds.items()})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in files.items():
            book.writestr(name, data, zipfile.ZIP_STORED if name.endswith("mp3") else None)
    for sound in sounds.values():
        sound.unlink()
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path)


def heard_in(path: Path) -> np.ndarray[Any, np.dtype[np.float64]]:
    """What is heard in a WAV file, from where it begins to sound: a pitch every 20 ms."""
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16).reshape(-1, file.getnchannels())
    begin = int(np.flatnonzero(np.abs(samples[:, 0]) > 300)[0])
    return pitches(samples[begin:])


@pytest.mark.parametrize("face", ["--linear", "--tui"])
def test_a_book_is_heard_clip_by_clip_and_lit_when_it_is(face: str, book: Path, tmp_path: Path) -> None:
    arguments = ("--play", "--exit-at-end", "--sink", "heard.wav", book.name)
    with Player(tmp_path, *arguments, environment=os.environ, face=face) as player:
        assert player.wait_for_end() == 0
    starts = [0.0, *accumulate(LENGTHS_S)]
    heard = heard_in(tmp_path / "heard.wav")
    for start_s, stop_s, pitch in zip(starts, starts[1:], PITCHES, strict=False):
        inside = heard[round((start_s + NEAR_S) / WINDOW_S) + 1 : round((stop_s - NEAR_S) / WINDOW_S) - 1]
        assert np.allclose(inside, pitch, atol=NEAR_HZ), (pitch, inside)
    first_words = {text.split()[0].rstrip(".") for text in TEXTS}
    cues = [cue for cue in player.cues() if cue["word"] in first_words]
    told = sorted({cue["media_s"] for cue in cues})
    assert all(min(abs(start - each) for each in told) < NEAR_S for start in starts[:-1])
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".mp3", ".m4a")]


def test_its_chapters_speech_and_place_are_those_of_any_recording(book: Path, tmp_path: Path) -> None:
    with Player(tmp_path, "--sink", "null", book.name, environment=os.environ) as player:
        player.wait_for(lambda events: any(e.get("voice") == "recording" for e in events), "no recording")
        player.press("}")
        player.wait_for(lambda _: b"Chapter 2 of 2: Two" in player.said, "no chapter is told")
        player.press("v")
        player.wait_for(lambda events: any(e.get("voice") == "speech" for e in events), "no speech")
        player.press("q")
        assert player.wait_for_end() == 0
    places = [event for event in player.events if event["event"] == "place"]
    document = sources.open_item(str(book)).document
    assert document.text[places[-1]["offset"] :].startswith("Two")
    (tmp_path / "trace.jsonl").unlink()
    flags = ("--sink", "null", "--play", "--voice", "recording")
    with Player(tmp_path, *flags, book.name, environment=os.environ) as again:
        again.wait_for(lambda _: bool(again.cues()), "nothing is heard")
        again.press("q")
    assert again.cues()[0]["word"] == "Two"
    assert again.cues()[0]["media_s"] == pytest.approx(sum(LENGTHS_S[:3]), abs=NEAR_S)


SENTENCES: Final = 3


def write_sample_book(folder: Path) -> tuple[Path, list[tuple[str, float]]]:
    """Write a book of the sample's first sentences; return it, its words and when each is heard in it."""
    cues = (MEDIA / "arms-transfers.vtt").read_text("utf-8").split("\n\n")[1 : SENTENCES + 1]
    pars, texts, expected, passed_s = [], [], [], 0.0
    for number, cue in enumerate(cues):
        _, times, words = cue.split("\n")
        begin_s, end_s = (_seconds(stamp) for stamp in times.split(" --> "))
        at_s, said = begin_s, []
        for piece in words.split(" "):
            stamp, _, word = piece.rpartition(">")
            at_s = _seconds(stamp[1:]) if stamp else at_s
            said.append(word)
            expected.append((word, passed_s + at_s - begin_s))
        texts.append(f'<p id="t{number}">{" ".join(said)}</p>')
        pars.append((f"c1.xhtml#t{number}", audio("a.mp3", f"{begin_s}s", f"{end_s}s")))
        passed_s += end_s - begin_s
    files = epub(
        "".join(texts), title="", overlays={1: overlay(*pars)}, files={"EPUB/a.mp3": RECORDING.read_bytes()}
    )
    path = folder / "sample.epub"
    with zipfile.ZipFile(path, "w") as book:
        for name, data in files.items():
            book.writestr(name, data)
    return path, expected


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = stamp.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)


def test_the_words_of_its_clips_are_timed_within_them_when_asked_for_and_kept(tmp_path: Path) -> None:
    path, expected = write_sample_book(tmp_path)
    item = sources.open_item(str(path))
    assert item.playlist is not None
    playlist, document = item.playlist(), item.document
    given = item.words
    assert given is not None
    assert all(cue.confidence < WORD_CONFIDENCE for cue in given)
    told: list[tuple[Timeline, float | None]] = []
    ended = threading.Event()

    def listen(timeline: Timeline, progress: float | None) -> None:
        told.append((timeline, progress))
        if progress is None:
            ended.set()

    failures: list[str] = []
    with closing(memory_store()) as store:
        timer = StoredTimer(store, failures.append, is_on=False)
        timer.renew(document, playlist, playlist.length_s, listen, failures.append)
        assert ended.wait(PATIENCE_S)
        preferred = timer.preferred(document, playlist)
    assert failures == []
    found = told[-1][0]
    times = {cue.span.of(document.text): cue.start_frame / found.rate_hz for cue in found}
    near = [abs(times.get(word.strip(",."), 99.0) - at_s) < 0.1 for word, at_s in expected]
    assert sum(near) > 0.8 * len(near)
    for heard in playlist.heard:
        inside = [cue for cue in found if heard.start <= cue.span.start < heard.stop]
        assert heard.start_s - 0.001 <= inside[0].start_frame / found.rate_hz
        assert inside[-1].stop_frame / found.rate_hz <= heard.stop_s + 0.001
    assert preferred == found


def test_w_lights_the_words_of_a_book_from_then_on(tmp_path: Path) -> None:
    path, _ = write_sample_book(tmp_path)
    flags = ("--sink", "null", "--voice", "recording", path.name)
    with Player(tmp_path, *flags, environment=os.environ) as player:
        player.wait_for(lambda events: any(e.get("voice") == "recording" for e in events), "no recording")
        player.press("w")
        player.wait_for(lambda _: b"The words were timed anew" in player.said, "nothing is timed")
        player.press(" ")
        player.wait_for(lambda _: len(player.cues()) > 3, "nothing is heard")
        player.press("q")
        assert player.wait_for_end() == 0
    assert {cue["level"] for cue in player.cues()} == {"word"}
    (tmp_path / "trace.jsonl").unlink()
    with Player(tmp_path, *flags, "--play", "--at", "0:01", environment=os.environ) as again:
        again.wait_for(lambda _: len(again.cues()) > 3, "nothing is heard")
    assert {cue["level"] for cue in again.cues()} == {"word"}


def test_align_times_the_words_of_a_book_in_its_own_recording(tmp_path: Path) -> None:
    path, expected = write_sample_book(tmp_path)
    environment = {**os.environ, "HOME": str(tmp_path)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "briefing", "align", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    done = run(str(path), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    starts = {entry["word"]: entry["start"] for entry in json.loads(done.stdout)}
    near = [starts[word] is not None and abs(starts[word] - at_s) < 0.1 for word, at_s in expected]
    assert sum(near) > 0.8 * len(near)
    none = run(str(MEDIA / "arms-transfers.md"), "-o", str(tmp_path / "out.vtt"))
    assert none.returncode == 2
    assert "A book with its own recording would do for both." in none.stderr
    assert not (tmp_path / "out.vtt").exists()
    kept = run("--keep", str(path))
    assert (kept.returncode, kept.stderr) == (0, "")
    flags = ("--sink", "null", "--play", "--voice", "recording", path.name)
    (tmp_path / "user").symlink_to(tmp_path)
    with Player(tmp_path, *flags, environment=os.environ) as player:
        player.wait_for(lambda _: len(player.cues()) > 3, "nothing is heard")
    assert {cue["level"] for cue in player.cues()} == {"word"}
