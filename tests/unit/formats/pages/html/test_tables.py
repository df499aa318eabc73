"""Tables of data are read row by row, each value after what its column is headed by."""

from __future__ import annotations

from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, texts, told

TABLE = """<table><caption>Cars a day</caption>
<thead><tr><th>Year</th><th>Cars</th></tr></thead>
<tr><td>2024</td><td>9,000</td></tr><tr><th>2025</th><td>9,400</td></tr></table>"""


def test_a_row_is_read_with_the_heads_of_its_columns() -> None:
    found = told(page(f"<article>{STORY}{TABLE}{STORY}</article>"))
    rows = [text for kind, text in found if kind is BlockKind.LIST_ITEM]
    assert rows == ["Cars a day", "Year: 2024; Cars: 9,000", "Year: 2025; Cars: 9,400"]


def test_a_grid_without_heads_is_read_value_by_value() -> None:
    table = "<table><tr><td>Monday</td><td>rain</td></tr><tr><td>Tuesday</td><td>sun</td></tr></table>"
    found = texts(page(f"<article>{STORY}{table}{STORY}</article>"))
    assert found[4:6] == ["Monday; rain", "Tuesday; sun"]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    body = f"<table><tr><td><p>Weather</p></td><td><div>{STORY}</div></td></tr></table>"
    assert texts(page(body)) == list(SENTENCES)


def test_the_style_of_a_cell_is_not_read() -> None:
    table = TABLE.replace("9,400", "9,400<style>.number{font-weight:bold}</style> (a record)")
    assert "Year: 2025; Cars: 9,400 (a record)" in texts(page(f"<article>{STORY}{table}{STORY}</article>"))
