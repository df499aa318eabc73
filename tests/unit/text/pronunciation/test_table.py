"""The file of pronunciations: as people and spreadsheets write it, broken in places, and changed in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.text.pronunciation.entry import make_entry
from briefing.text.pronunciation.table import MOST_BYTES, MOST_PATTERNS, edited, read_table, write_table

ENTRIES = (
    make_entry("Xi Jinping", "/ʃiː dʒɪnˈpɪŋ/", "en", is_exact=True, note="president"),
    make_entry("SQL", "sequel"),
    make_entry("Mc*", "mack *"),
)


def test_what_is_written_is_read() -> None:
    read = read_table(write_table(ENTRIES).encode())
    assert set(read.entries) == set(ENTRIES)
    assert read.faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "SQL,sequel",
        "word,say\nSQL,sequel\n",
        "say;word\nsequel;SQL\n",
        "word\tsay\tcase\nSQL\tsequel\t\n",
        "\ufeffword,say,extra\r\nSQL,sequel,x\r\n",
        '# mine\n\n"SQL","sequel"\n',
        "sql,squeal\nSQL,sequel",
    ],
)
def test_editors_and_spreadsheets_write_it_in_several_ways(text: str) -> None:
    read = read_table(text.encode())
    assert [(each.word, each.say) for each in read.entries] == [("SQL", "sequel")]
    assert read.faults == ()


def test_utf_16_as_spreadsheets_save_it_is_read() -> None:
    assert [each.word for each in read_table("Łódź,woodge".encode("utf-16")).entries] == ["Łódź"]


def test_a_broken_line_is_told_by_its_number_and_stops_no_other() -> None:
    read = read_table(b"SQL,sequel\nfoo\na/b,x\nGIF,jiff,,sometimes\nKyiv,keev\n")
    assert [each.word for each in read.entries] == ["SQL", "Kyiv"]
    assert [fault.partition(".")[0] for fault in read.faults] == [f"Line {n} was left out" for n in (2, 3, 4)]
    assert all(fault.endswith(".") for fault in read.faults)


def test_what_is_no_text_or_too_large_is_refused() -> None:
    for data in (b"\xff\xfe\xff", b"\x80abc", b"x" * (MOST_BYTES + 1)):
        with pytest.raises(UsageError):
            read_table(data)


def test_there_is_an_end_to_patterns() -> None:
    read = read_table("\n".join(f"a{n}*,x" for n in range(MOST_PATTERNS + 5)).encode())
    assert len(read.entries) == MOST_PATTERNS
    assert "patterns" in read.faults[-1]


def test_a_change_leaves_comments_and_broken_lines_and_other_columns_where_they_are() -> None:
    before = "# ours\nsay;word;who\nsequel;SQL;me\nbroken\nkeev;Kyiv;you\n"
    after = edited(before.encode(), [make_entry("sql", "ess queue ell")], [make_entry("Kyiv", "x").key])
    assert after == "# ours\nsay;word;who\nbroken\ness queue ell;sql;\n"


def test_the_first_entry_makes_a_file_that_explains_itself() -> None:
    assert edited(b"", [ENTRIES[1]]).splitlines()[-2:] == ["word,say,language,case,note", "SQL,sequel,,,"]


@given(st.binary(max_size=300))
def test_whatever_stands_in_it_nothing_breaks(data: bytes) -> None:
    try:
        read = read_table(data)
    except UsageError:
        return
    assert read_table(write_table(read.entries).encode()).faults == ()
