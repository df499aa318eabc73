"""Tables that are searched where they lie hold what the dictionaries held that they were made of."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.engines.natural.tables import LateTable, SortedTable, lines_of, lines_of_objects

KEYS = st.text(st.characters(codec="utf-8", min_codepoint=32), min_size=1, max_size=12)


@given(st.dictionaries(KEYS, st.text(st.characters(codec="utf-8"), max_size=8), max_size=40), KEYS)
def test_every_key_is_found_and_no_other(entries: dict[str, str], other: str) -> None:
    table = SortedTable(lines_of(entries))
    assert all(table.get(key) == value for key, value in entries.items())
    assert table.get(other) == entries.get(other)
    assert (other in table) == (other in entries)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, st.floats(-9, 9), min_size=1, max_size=3), min_size=1))
def test_objects_are_found_as_they_were_written(entries: dict[str, dict[str, float]]) -> None:
    written = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
    table = SortedTable(lines_of_objects(written))
    assert all(table.get(key) == value for key, value in entries.items())


def test_a_late_table_is_read_once_and_only_if_it_is_asked() -> None:
    read: list[int] = []

    def read_it() -> dict[str, str]:
        read.append(1)
        return {"a": "b"}

    table = LateTable(read_it)
    assert read == []
    assert (table.get("a"), table.get("c")) == ("b", None)
    assert read == [1]
