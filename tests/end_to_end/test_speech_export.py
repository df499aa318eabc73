"""`briefing speak`: a WAV file of the declared length, with a stamp a word beside it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import wave
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
TEXT = """---
title: Ferries resume on the northern route
kicker: Breaking News
duration: "0:45"
language: en-US
---

The ferry company said on Oct. 25 that its ships sail again. The strike had lasted nine days.

“We are glad,” said a captain of the U.S. line, who has served for 20 years.
"""


def briefing(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_briefing_is_read_into_a_file(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.wav"
    ended = briefing("speak", str(source), "-o", str(output))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    with wave.open(str(output)) as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (48000, 2)
        assert sound.getnframes() == 45 * 48000
        assert any(sound.readframes(48000))
    vtt = output.with_suffix(".vtt").read_text(encoding="utf-8")
    assert vtt.startswith("WEBVTT")
    plain = re.sub(r"<[\d:.]+>", "", vtt)
    assert "The strike had lasted nine days." in plain
    assert "Breaking News" not in plain
    stamps = [
        3600 * int(h) + 60 * int(m) + float(s) for h, m, s in re.findall(r"<(\d+):(\d+):([\d.]+)>", vtt)
    ]
    assert stamps == sorted(stamps)
    assert len(stamps) == len(
        re.findall(r"[\w’.]*\w[\w’.]*", re.sub(r"(?m)^(WEBVTT|Language: .*|.*-->.*)$", "", plain))
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferries.md", "out.vtt", "out.wav"]


def test_rate_decides_where_no_duration_is_declared(tmp_path: Path) -> None:
    source = tmp_path / "plain.txt"
    source.write_text("A line that is read aloud.\n\nAnd a second one follows it soon.\n", encoding="utf-8")
    lengths = []
    for wpm in ("100", "300"):
        output = tmp_path / f"{wpm}.wav"
        ended = briefing("speak", str(source), "-o", str(output), "--speech-wpm", wpm)
        assert ended.returncode == 0, ended.stderr
        with wave.open(str(output)) as sound:
            lengths.append(sound.getnframes())
    assert lengths[0] > 2 * lengths[1]


@pytest.mark.parametrize(
    ("output", "says"), [("out.mp3", "ends in .wav"), ("no/such/folder/out.wav", "could not be written")]
)
def test_what_cannot_be_written_is_told(source: Path, tmp_path: Path, output: str, says: str) -> None:
    ended = briefing("speak", str(source), "-o", str(tmp_path / output))
    assert ended.returncode == 2
    assert says in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
    assert "Traceback" not in ended.stderr


CUES = ((1.5, 4.0, "The bridge opened again."), (4.5, 7.0, "Cars cross it."), (11.0, 13.0, "It is new."))


def _clock(seconds: float, point: str) -> str:
    return f"00:00:{seconds:06.3f}".replace(".", point)


TIMED = {
    ".vtt": "WEBVTT\n\n"
    + "".join(f"{_clock(start, '.')} --> {_clock(stop, '.')}\n{text}\n\n" for start, stop, text in CUES),
    ".srt": "".join(
        f"{n}\n{_clock(start, ',')} --> {_clock(stop, ',')}\n{text}\n\n"
        for n, (start, stop, text) in enumerate(CUES, 1)
    ),
    ".lrc": "".join(f"[00:{start:05.2f}]{text}\n" for start, _, text in CUES),
    ".json": json.dumps(
        {"segments": [{"start": start, "end": stop, "text": text} for start, stop, text in CUES]}
    ),
}


@pytest.mark.parametrize("suffix", TIMED)
def test_a_timed_text_without_its_recording_is_read_by_its_cues(suffix: str, tmp_path: Path) -> None:
    """The reading had its own length, and so another timeline than the one that the cues tell."""
    source, output = tmp_path / f"talk{suffix}", tmp_path / "out.wav"
    source.write_text(TIMED[suffix], encoding="utf-8")
    ended = briefing("speak", str(source), "-o", str(output))
    assert (ended.returncode, ended.stderr) == (0, "")
    vtt = output.with_suffix(".vtt").read_text(encoding="utf-8")
    first = [float(re.search(rf"<00:00:([\d.]+)>{text.split()[0]} ", vtt)[1]) for _, _, text in CUES]  # type: ignore[index]
    assert first == [start for start, *_ in CUES]
    with wave.open(str(output)) as sound:
        length_s = sound.getnframes() / 48000
    assert length_s == (16 if suffix == ".lrc" else 13)  # the last line of LRC has no end


def test_a_briefing_without_a_recording_goes_out_read_aloud(source: Path, tmp_path: Path) -> None:
    book, sound = tmp_path / "out.epub", tmp_path / "out.opus"
    for out in (book, sound):
        ended = briefing("export", str(source), str(out))
        assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    told = json.loads(briefing("show", "--json", str(sound)).stdout)
    assert 44.5 < told["media"]["duration_s"] < 45.5
    assert "The strike had lasted nine days." in told["text"]
    told = json.loads(briefing("show", "--json", str(book)).stdout)
    assert told["media"]["available"]
