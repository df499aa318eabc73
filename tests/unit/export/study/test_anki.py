"""A package for Anki, as Anki's own importer reads it: a database, sounds under numbers, and their names."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing.export.study.anki import FIELDS, MODEL_ID, write
from briefing.formats.publication import Publication
from tests.builders import make_document
from tests.unit.export.study.test_sentences import timed

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model import Document

DOCUMENT = make_document(
    "It rained <hard> & long. Then it stopped.",
    "今天桥开放了。人们很高兴。",
    "افتتح الجسر اليوم.",
    title="News: a::b",
)


def packed(
    folder: Path, document: Document = DOCUMENT
) -> tuple[zipfile.ZipFile, list[dict[str, Any]], dict[str, Any]]:
    """Write a package whose first sentence has a sound; return it, its notes, and its row of all else."""
    clip = folder / "1.mp3"
    clip.write_bytes(b"sound")
    clips = {document.text.index("It rained"): clip}
    file = BytesIO()
    write(Publication(document, timed(document), clips=clips), file, lambda _share: None)
    package = zipfile.ZipFile(file)
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(package.read("collection.anki2"))
        db.row_factory = sqlite3.Row
        notes = [
            dict(row) for row in db.execute("select * from notes join cards on nid = notes.id order by due")
        ]
        (about,) = [dict(row) for row in db.execute("select * from col")]
        assert db.execute("pragma integrity_check").fetchone()[0] == "ok"
    return package, notes, about


def test_each_sentence_is_a_note_with_six_fields_and_a_card(tmp_path: Path) -> None:
    package, notes, about = packed(tmp_path)
    fields = [dict(zip(FIELDS, note["flds"].split("\x1f"), strict=True)) for note in notes]
    assert [each["Sentence"] for each in fields] == [
        "News: a::b",
        "It rained &lt;hard&gt; &amp; long.",
        "Then it stopped.",
        "今天桥开放了。",
        "人们很高兴。",
        "افتتح الجسر اليوم.",
    ]
    assert fields[1]["Paragraph"] == "<b>It rained &lt;hard&gt; &amp; long.</b> Then it stopped."
    assert {each["Translation"] for each in fields} == {""}
    media = json.loads(package.read("media"))
    assert [f"[sound:{name}]" for name in media.values()] == [fields[1]["Sound"]]
    assert package.read(next(iter(media))) == b"sound"
    assert fields[2]["Sound"] == ""
    assert about["ver"] == 11


def test_notes_are_known_again_by_the_same_ids_of_the_same_kind_in_the_same_deck(tmp_path: Path) -> None:
    (_, first, about), (_, second, again) = packed(tmp_path), packed(tmp_path)
    assert [note["guid"] for note in first] == [note["guid"] for note in second]
    assert len({note["nid"] for note in first}) == len(first)
    assert json.loads(about["decks"]).keys() == json.loads(again["decks"]).keys()
    assert list(json.loads(about["models"])) == [str(MODEL_ID)]
    names = {deck["name"] for deck in json.loads(about["decks"]).values()}
    assert names == {"Default", "Briefing::News: a: b"}, "a title makes no decks of its own"


def test_what_stands_on_a_card_runs_as_its_letters_do(tmp_path: Path) -> None:
    (template,) = json.loads(packed(tmp_path)[2]["models"])[str(MODEL_ID)]["tmpls"]
    assert template["afmt"].count('dir="auto"') == 4
    assert "{{Sentence}}" not in template["qfmt"].split("{{^Sound}}")[0], (
        "it asks by sound where there is one"
    )
