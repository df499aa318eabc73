"""What is new today as one package to learn with: each item's sentences, with the sound of that item."""

from __future__ import annotations

import csv
import sqlite3
import zipfile
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.encoding import decoded
from briefing.audio.pcm import ENGINE_RATE_HZ
from tests.end_to_end.morning import run, subscribed
from tests.end_to_end.test_addresses import environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Web


@pytest.fixture
def morning(web: Web, tmp_path: Path) -> Path:
    return subscribed(web, tmp_path, environment())


def export(folder: Path, *arguments: str) -> None:
    done = run(folder, environment(), "export", *arguments)
    assert done.returncode == 0, done.stderr


def test_today_is_one_table_with_a_clip_of_each_sentence(morning: Path, tmp_path: Path) -> None:
    export(morning, "today", "today.study.zip")
    with zipfile.ZipFile(morning / "today.study.zip") as package:
        package.extractall(tmp_path)
        rows = list(csv.DictReader(StringIO(package.read("sentences.csv").decode("utf-8-sig"), newline="")))
    spoken = {row["sentence"]: row for row in rows}
    for sentence in (
        "The bridge opened again on Monday.",
        "The talk goes on and ends.",
        "Die Brücke wurde am Montag wieder geöffnet.",
    ):
        row = spoken[sentence]
        heard = np.concatenate(list(decoded(tmp_path / row["sound"])))
        assert len(heard) / ENGINE_RATE_HZ == pytest.approx(float(row["end"]) - float(row["start"]), abs=0.08)
        assert np.abs(heard).max() > 0.05, sentence
    assert spoken["Die Brücke wurde am Montag wieder geöffnet."]["language"] == "de"


def test_today_is_one_package_for_anki(morning: Path, tmp_path: Path) -> None:
    export(morning, "today", "today.apkg")
    with zipfile.ZipFile(morning / "today.apkg") as package:
        name = next(each for each in package.namelist() if each.startswith("collection.anki2"))
        package.extract(name, tmp_path)
    found = sqlite3.connect(tmp_path / name)
    notes = [fields for (fields,) in found.execute("select flds from notes")]
    found.close()
    assert any("The talk goes on and ends." in each and "[sound:" in each for each in notes)
    assert any("Die Brücke wurde" in each and "[sound:" in each for each in notes)


def test_each_line_of_a_list_is_a_package_of_its_own(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nIt rained in {name}.\n", encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("one.md\tone.apkg\ntwo.md\ttwo.study.zip\n", encoding="utf-8")
    export(tmp_path, "--list", "pairs.tsv")
    assert zipfile.is_zipfile(tmp_path / "one.apkg")
    assert zipfile.is_zipfile(tmp_path / "two.study.zip")
