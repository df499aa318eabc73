"""Lists in screen reader mode: every line is reached by its number."""

from __future__ import annotations

from briefing.model import BlockKind
from tests.builders import make_document
from tests.stage import Stage
from tests.ui.test_linear import Reader


def test_a_list_of_more_than_nine_is_reached_to_its_end() -> None:
    footnotes = [(BlockKind.NOTE, f"Footnote {number}.") for number in range(1, 13)]
    reader = Reader(Stage(make_document("A story.", blocks=footnotes))).start()
    assert reader.heard("e", "1")[-1] == "1. Another digit, or Enter."
    assert reader.heard("2") == ["Note 12 of 12: Footnote 12."]
    assert reader.heard("e", "1", "enter")[-1] == "Note 1 of 12: Footnote 1."
    assert reader.heard("e", "7")[-1] == "Note 7 of 12: Footnote 7."
    assert reader.heard("e", "1", "m")[-1] == "Muted."
