"""Sentences as a table in a zip, with a folder of clips."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from briefing.export.study.sheet import COLUMNS, write
from briefing.formats.publication import Publication
from tests.builders import make_document
from tests.unit.export.study.test_sentences import timed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_row_a_sentence_names_its_clip_and_its_times(tmp_path: Path) -> None:
    document = make_document('He said "yes, no". =1+1 is two.', "افتتح الجسر اليوم.", title="News")
    clip = tmp_path / "1.mp3"
    clip.write_bytes(b"sound")
    file = BytesIO()
    clips = {document.text.index("He said"): clip}
    write(Publication(document, timed(document), clips=clips), file, lambda _share: None)
    package = zipfile.ZipFile(file)
    text = package.read("sentences.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    said, sums = rows[1:3]
    assert said["sentence"] == 'He said "yes, no".'
    assert package.read(said["sound"]) == b"sound"
    assert said["sound"].startswith("clips/")
    assert (said["place"], said["translation"]) == ("p1.s1", "")
    assert float(said["end"]) > float(said["start"]) > 0
    assert sums["sentence"] == "'=1+1 is two.", "no spreadsheet reckons with a sentence"
    assert sums["sound"] == ""
    assert rows[-1]["sentence"] == "افتتح الجسر اليوم."
