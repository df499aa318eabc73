# mypy: disable-error-code="no-untyped-call"
"""A recording with each of the files that the README names beside it, opened by the program itself."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mutagen.id3 import ID3, TIT2, USLT, Encoding

from tests.quick_voice import QUICK_VOICE
from tests.recordings import make

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP = Path(__file__).resolve().parents[2]
SECTION = (TOP / "README.md").read_text("utf-8").partition("\n## What it opens\n")[2].partition("\n## ")[0]
WORDS = "The bridge opened again."
VTT = f"WEBVTT\n\n00:00.100 --> 00:01.900\n{WORDS}\n"
SRT = f"1\n00:00:00,100 --> 00:00:01,900\n{WORDS}\n"
TEXTS = {
    "vtt": VTT,
    "srt": SRT,
    "txt": WORDS,
    "lrc": f"[00:00.10]{WORDS}\n[00:02.00]Cars cross it.\n",
    "json": json.dumps([{"word": word, "start": i / 4} for i, word in enumerate(WORDS.split())]),
}
"""A text of each kind that the section names."""
NAMED = sorted(set(re.findall(r"talk(?:\.[\w-]+)*\.(?:vtt|srt|txt|lrc|json)", SECTION)))


def run(folder: Path, command: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a command line in a folder and return what it prints."""
    words = shlex.split(command)
    theirs = ("BRIEFING_", "ACCESSIBLE", "XDG_", "LANG", "LC_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(theirs)}
    (folder / "home").mkdir(exist_ok=True)
    assert words[0] == "briefing"
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *words[1:]],
        cwd=folder,
        env={
            **kept,
            "HOME": str(folder / "home"),
            "BRIEFING_SINK": "null",
            **QUICK_VOICE,
            **(environment or {}),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def lay_recording(folder: Path) -> None:
    make(folder, "mp3", 2.0).rename(folder / "talk.mp3")


@pytest.mark.parametrize("name", NAMED)
def test_a_recording_has_the_text_of_every_file_that_the_section_names(tmp_path: Path, name: str) -> None:
    lay_recording(tmp_path)
    (tmp_path / name).write_text(TEXTS[name.rpartition(".")[2]])
    assert WORDS in run(tmp_path, "briefing talk.mp3")


def test_a_recording_has_the_text_of_its_tags(tmp_path: Path) -> None:
    lay_recording(tmp_path)
    tags = ID3()
    tags.add(TIT2(encoding=Encoding.UTF8, text="The talk"))
    tags.add(USLT(encoding=Encoding.UTF8, lang="eng", text=WORDS))
    tags.save(tmp_path / "talk.mp3")
    printed = run(tmp_path, "briefing talk.mp3")
    assert "Title: The talk" in printed
    assert WORDS in printed


def test_of_several_languages_the_one_that_is_asked_for_is_shown(tmp_path: Path) -> None:
    lay_recording(tmp_path)
    (tmp_path / "talk.en.vtt").write_text(VTT)
    (tmp_path / "talk.de.srt").write_text(SRT.replace(WORDS, "Die Brücke ist offen."), "utf-8")
    assert "Die Brücke ist offen." in run(tmp_path, "briefing --language de talk.mp3")
    assert WORDS in run(tmp_path, "briefing talk.mp3", {"LANG": "en_GB.UTF-8"})
    assert "Die Brücke ist offen." in run(tmp_path, "briefing talk.mp3", {"LANG": "de_DE.UTF-8"})
    assert "Die Brücke ist offen." in run(tmp_path, "briefing .", {"BRIEFING_LANGUAGE": "de"})
