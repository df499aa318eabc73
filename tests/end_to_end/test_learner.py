"""A learner's visit with the real program, in both faces: hear, repeat, slower, reveal, stop; then export."""

from __future__ import annotations

import csv
import sqlite3
import zipfile
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from tests.end_to_end.morning import run
from tests.end_to_end.player import Player
from tests.end_to_end.test_addresses import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = "The bridge opened today."
SECOND = "It had rained for a week."
THIRD = "Cars cross it again."
STORY = f"# The bridge\n\n{FIRST} {SECOND}\n\n{THIRD}\n"


def says(words: str, times: int = 1) -> Callable[[list[dict[str, Any]]], bool]:
    return lambda events: count(words, events) >= times


def count(words: str, events: list[dict[str, Any]]) -> int:
    return sum(words in each["text"] for each in events if each["event"] == "announce")


def heard(word: str, times: int) -> Callable[[list[dict[str, Any]]], bool]:
    return lambda events: sum(each["word"] == word for each in events if each["event"] == "cue") >= times


def is_paused(events: list[dict[str, Any]]) -> bool:
    return str([each["state"] for each in events if each["event"] == "state"][-1:]) == "['paused']"


def visit(folder: Path, face: str) -> list[dict[str, Any]]:
    """Do what a learner does; return what was told of it."""
    with Player(
        folder, "story.md", "--study-hidden", "--study-pause=60", environment=environment(), face=face
    ) as player:
        player.wait_for(says("The bridge"), "it is not opened")
        player.press("_")
        player.wait_for(says("Study: off"), "the list of study does not open")
        player.press("\r")
        player.wait_for(says("Study: on."), "study is not turned on")
        player.press("] ")
        player.wait_for(heard("today", 1), "the sentence is not heard")
        player.press("r")
        player.wait_for(says("Again."), "it is not repeated")
        player.wait_for(heard("today", 2), "it is not heard again")
        player.press("<")
        player.wait_for(says("Speed 0.9."), "it is not slower")
        told = count(FIRST, player.events)
        player.press(":reveal\r")
        player.wait_for(says(FIRST, told + 1), "it is not revealed")
        player.press("|")
        player.wait_for(says("Stops at the end of the sentence."), "it is not to stop")
        player.press("j")
        player.wait_for(heard("week", 1), "the next sentence is not heard")
        player.wait_for(is_paused, "it does not stop")
        player.press("q")
        assert player.wait_for_end() == 0
        return player.events


@pytest.mark.parametrize("face", ["--linear", "--tui"])
def test_a_learner_hears_a_sentence_and_takes_all_of_them_along(tmp_path: Path, face: str) -> None:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    events = visit(tmp_path, face)
    assert not any("Cars" in each["word"] for each in events if each["event"] == "cue")
    for name in ("story.study.zip", "story.apkg"):
        done = run(tmp_path, environment(), "export", "story.md", name)
        assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "story.study.zip") as package:
        rows = list(csv.DictReader(StringIO(package.read("sentences.csv").decode("utf-8-sig"), newline="")))
        assert [row["sentence"] for row in rows][-3:] == [FIRST, SECOND, THIRD]
        assert all(len(package.read(row["sound"])) > 1000 for row in rows)
    with zipfile.ZipFile(tmp_path / "story.apkg") as package:
        name = next(each for each in package.namelist() if each.startswith("collection.anki2"))
        package.extract(name, tmp_path)
    collection = sqlite3.connect(tmp_path / name)
    notes = [fields for (fields,) in collection.execute("select flds from notes")]
    collection.close()
    assert all(any(each in note and "[sound:" in note for note in notes) for each in (FIRST, SECOND, THIRD))
