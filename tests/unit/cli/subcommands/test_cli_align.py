"""`briefing align`: arguments, texts, formats, lists of pairs, reports."""

from __future__ import annotations

import json
import os
import wave
from pathlib import Path

import numpy as np
import pytest

from briefing.cli.main import main

RATE_HZ = 16_000


def write_tone(path: Path, seconds: float = 1.0) -> None:
    """Write a second of hum, in which no word can be heard."""
    t = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    samples = (np.sin(2 * np.pi * 150 * t) * 3000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    write_tone(tmp_path / "a.wav")
    (tmp_path / "a.txt").write_text("\ufeffOne — two\u200b,\n\nthree $4.2\tbillion <b>\n", encoding="utf-8")
    return str(tmp_path / "a.wav"), str(tmp_path / "a.txt")


def test_json_has_an_entry_a_token_of_the_file(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *pair, "--json"]) == 0

    entries = json.loads(capsys.readouterr().out)
    assert [entry["word"] for entry in entries] == [
        "One",
        "—",
        "two\u200b,",
        "three",
        "$4.2",
        "billion",
        "<b>",
    ]
    assert all(set(entry) == {"word", "start", "end", "confidence"} for entry in entries)


def test_hum_is_told_not_to_fit(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["align", *pair])

    captured = capsys.readouterr()
    assert captured.out.startswith("WEBVTT")
    assert captured.err.startswith("briefing: ")
    assert captured.err.count("\n") == 1


def test_language_that_no_voice_speaks_is_not_timed_by_another_voice(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """`--language klingon` was compared with a reading in English, and times came out."""
    assert main(["align", *pair, "--language", "klingon"]) == 3
    assert "no voice here speaks it" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", [".vtt", ".srt", ".lrc", ".json", ".txt", ".TextGrid"])
def test_suffix_of_the_output_is_its_format(suffix: str, pair: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / f"out{suffix}"

    assert main(["align", *pair, "-o", str(out)]) == 0
    assert out.exists()
    assert list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.wav"], "A recording and a text are needed."),
        (["a.wav", "a.txt", "-o", "a.mp4"], "Timings cannot be written as a.mp4."),
        (["a.wav", "a.txt", "-o", "a.txt"], "That would write over a.txt."),
        (["a.wav", "a.txt", "--report", "a.pdf"], "A report cannot be written as a.pdf."),
        (["a.wav", "a.txt", "--list", "b.tsv"], "A list of pairs names all its files itself."),
        (["--list", "b.tsv", "--jobs", "0"], "--jobs takes a number from 1 on."),
    ],
)
def test_arguments_that_make_no_sense_are_told(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("audio", "text", "code"),
    [(b"no sound", "words", 3), (None, "words", 3), (b"", "words", 3), ("tone", "", 3)],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    audio: bytes | str | None, text: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if audio == "tone":
        write_tone(tmp_path / "a.wav")
    elif isinstance(audio, bytes):
        (tmp_path / "a.wav").write_bytes(audio)
    (tmp_path / "a.txt").write_text(text)

    assert main(["align", str(tmp_path / "a.wav"), str(tmp_path / "a.txt")]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize("place", ["none/out.vtt", "folder.vtt", "locked/out.vtt"])
@pytest.mark.parametrize("flag", ["-o", "--report"])
def test_place_that_cannot_be_written_is_told_before_an_hour_of_work(
    place: str, flag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if flag == "--report":
        place = place.replace(".vtt", ".html")
    (tmp_path / "a.txt").write_text("Words.")
    if place.startswith("folder"):
        (tmp_path / place).mkdir()
    (tmp_path / "locked").mkdir(mode=0o555)
    if place.startswith("locked") and os.access(tmp_path / "locked", os.W_OK):
        pytest.skip("nothing is locked for this user")

    # There is no recording, and that is not what is told first.
    code = main(["align", str(tmp_path / "a.wav"), str(tmp_path / "a.txt"), flag, str(tmp_path / place)])

    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith(f"briefing: {Path(place).name} could not be written: ")
    assert said.count("\n") == 1


def test_text_that_is_no_text_is_named(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    audio, text = pair
    Path(text).write_bytes(bytes(range(256)) * 40)

    assert main(["align", audio, text]) == 3
    assert capsys.readouterr().err == (
        "briefing: a.txt is no text. Give the text that is spoken, as UTF-8.\n"
    )


def test_output_is_left_alone_when_it_is_up_to_date(pair: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("mine")

    main(["align", *pair, "-o", str(out), "--skip-done"])
    assert out.read_text() == "mine"

    os.utime(out, (1, 1))
    main(["align", *pair, "-o", str(out), "--skip-done"])
    assert out.read_text() != "mine"


def test_list_skips_what_is_done_and_lists_failures_at_the_end(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audio, text = pair
    done = tmp_path / "done.vtt"
    done.write_text("mine")
    listed = tmp_path / "pairs.tsv"
    listed.write_text(
        f"{audio}\t{text}\t{done}\n"
        f"{audio}\t{text}\t{tmp_path / 'new.vtt'}\n"
        f"{tmp_path / 'none.mp3'}\t{text}\t{tmp_path / 'none.vtt'}\n"
    )

    code = main(["align", "--list", str(listed), "--jobs", "2"])

    lines = capsys.readouterr().err.splitlines()
    assert code == 3
    assert done.read_text() == "mine"
    assert (tmp_path / "new.vtt").read_text().startswith("WEBVTT")
    assert lines == [
        f"{audio}: None of the text was found in the recording.",
        f"{tmp_path / 'none.mp3'}: none.mp3 cannot be read. Check that the file is there and may be read.",
        "briefing: 1 of 3 pairs could not be timed.",
    ]
