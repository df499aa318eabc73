"""A package for Anki and a table with clips, of a recording and of speech, as Anki itself reads them."""

from __future__ import annotations

import csv
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing.audio.media.encoding import decoded
from briefing.audio.pcm import ENGINE_RATE_HZ
from briefing.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

STORY = "# The bridge\n\nThe bridge opened today. It had rained for a week.\n\nCars cross it again.\n"
JUDGE = """
import sys
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
collection = Collection(sys.argv[1])
for path in sys.argv[2:]:
    options = ImportAnkiPackageOptions(merge_notetypes=True)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log
    print(len(log.new), len(log.updated), len(log.conflicting), len(log.missing_notetype))
found = collection.media.check()
print(collection.note_count(), collection.card_count(), len(found.missing), collection.fix_integrity()[1])
"""


def test_clips_of_the_recording_are_as_long_as_their_sentences(tmp_path: Path) -> None:
    out = tmp_path / "out.study.zip"
    assert main(["export", "sample", str(out)]) == 0
    with zipfile.ZipFile(out) as package:
        package.extractall(tmp_path)
        rows = list(csv.DictReader(StringIO(package.read("sentences.csv").decode("utf-8-sig"), newline="")))
    assert len(rows) > 25
    assert all(row["sound"] for row in rows)
    for row in rows[::8]:
        heard = np.concatenate(list(decoded(tmp_path / row["sound"])))
        assert len(heard) / ENGINE_RATE_HZ == pytest.approx(float(row["end"]) - float(row["start"]), abs=0.08)
        assert np.abs(heard).max() > 0.05


@pytest.mark.skipif(find_spec("anki") is None, reason="the package anki is not installed: it is the judge")
def test_anki_takes_in_sentences_of_speech_and_brings_them_up_to_date(tmp_path: Path) -> None:
    story, first, second = tmp_path / "story.md", tmp_path / "a.apkg", tmp_path / "b.apkg"
    story.write_text(STORY, encoding="utf-8")
    assert main(["export", str(story), str(first), "--speech-engine", "espeak"]) == 0
    story.write_text(STORY.replace("Cars", "It is wide. Cars"), encoding="utf-8")
    assert main(["export", str(story), str(second), "--speech-engine", "espeak"]) == 0
    judged = subprocess.run(
        [sys.executable, "-c", JUDGE, str(tmp_path / "collection.anki2"), str(first), str(second)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert judged[0] == "4 0 0 0"
    new, _, conflicting, missing = map(int, judged[1].split())
    assert (new, conflicting, missing) == (1, 0, 0)
    assert judged[2] == "5 5 0 True"
