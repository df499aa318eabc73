"""A transcript that names its speakers tells who speaks, at each change and whenever it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.export.show import as_json, as_plain
from briefing.outline import outline_of
from tests.builders import make_document
from tests.stage import Stage

if TYPE_CHECKING:
    from briefing.model import Document

SPEAKERS = ("", "Ann Lee", "Ann Lee", "Bob Ray", "", "Bob Ray")


def document() -> Document:
    made = make_document(
        "Hello there. Welcome.", "More of it.", "Thank you.", "Applause.", "And bye.", title="Talk"
    )
    blocks = tuple(block._replace(speaker=name) for block, name in zip(made.blocks, SPEAKERS, strict=True))
    return made._replace(blocks=blocks)


def test_plain_text_names_who_speaks_at_each_change() -> None:
    assert as_plain(document()).split("\n\n") == [
        "Title: Talk",
        "Ann Lee: Hello there. Welcome.",
        "More of it.",
        "Bob Ray: Thank you.",
        "Applause.",
        "Bob Ray: And bye.",
    ]


def test_data_names_the_speaker_of_each_block() -> None:
    shown = json.loads("".join(as_json(document(), outline_of(document()))))
    assert [block["speaker"] or "" for block in shown["blocks"]] == list(SPEAKERS)


def test_moving_to_another_speaker_says_the_name_before_the_words() -> None:
    stage = Stage(document()).open()
    said = []
    for _ in range(5):
        stage.press("sentence-forward")
        said.append(stage.said[-1])
    assert said == ["Ann Lee: Hello there.", "Welcome.", "More of it.", "Bob Ray: Thank you.", "Applause."]
    assert stage.press("paragraph-back").said[-1] == "Paragraph 3 of 5: Bob Ray: Thank you."


def test_where_am_i_tells_who_speaks() -> None:
    assert "Ann Lee is speaking." in Stage(document()).open().press("go p2", "where").said[-1]
