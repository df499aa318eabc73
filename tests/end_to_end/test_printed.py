"""Large print for paper: exported, judged by axe-core, and printed to a PDF by Chromium."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw
import pytest

from briefing.cli.main import main
from tests.end_to_end.judges import BROWSER, needs_judges, visit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST_PT = 18
PIXEL_PT = 0.75
STORY = """---
title: "מה חדש בגשר"
language: he
---

## {long}

> See [the bridge](https://example.org/{long}) & <this>.

- one
- two

{many}
"""

needs_browser = pytest.mark.skipif(not BROWSER, reason="needs Chromium")


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    story = tmp_path / "story.md"
    many = "\n\n".join(f"## Part {at}\n\n" + "It rained again. " * 30 for at in range(12))
    story.write_text(STORY.format(long="a" * 90, many=many), encoding="utf-8")
    made = []
    for name, source in (("sample", "sample"), ("story", str(story))):
        made.append(tmp_path / f"{name}.print.html")
        assert main(["export", source, str(made[-1])]) == 0
    return made


def pdf_of(page: Path) -> pypdfium2.PdfDocument:
    out = page.with_suffix(".pdf")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command = [BROWSER, *flags, f"--user-data-dir={page.parent / 'browser'}", f"--print-to-pdf={out}"]
    subprocess.run([*command, page.as_uri()], capture_output=True, timeout=120, check=True)
    return pypdfium2.PdfDocument(out)


def letters(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[int, float]]:
    """Yield each letter with its size in points."""
    for page in pdf:
        text: Any = page.get_textpage()
        for at in range(text.count_chars()):
            sign = pypdfium2.raw.FPDFText_GetUnicode(text.raw, at)
            if chr(sign).isalnum():
                yield sign, pypdfium2.raw.FPDFText_GetFontSize(text.raw, at) * PIXEL_PT


@needs_judges
def test_the_page_for_paper_is_accessible(pages: list[Path]) -> None:
    for page in pages:
        assert visit(page, "bare axe") == []


@needs_browser
def test_nothing_on_paper_is_smaller_than_large_print_and_the_pages_are_numbered(pages: list[Path]) -> None:
    for page in pages:
        pdf = pdf_of(page)
        assert min(size for _, size in letters(pdf)) >= LEAST_PT
        ends = [each.get_textpage().get_text_range().split() for each in pdf]
        assert len(ends) > 1
        assert all(str(number) in words for number, words in enumerate(ends, 1))


@needs_browser
def test_the_pdf_has_its_structure_title_and_language(pages: list[Path]) -> None:
    pdf = pdf_of(pages[1])
    assert pdf.get_metadata_value("Title") == "מה חדש בגשר"
    data = pages[1].with_suffix(".pdf").read_bytes()
    assert all(each in data for each in (b"/StructTreeRoot", b"/Marked true", b"/Lang (he)"))


@needs_browser
def test_a_heading_is_never_the_last_line_of_a_page(pages: list[Path]) -> None:
    for page in pdf_of(pages[1]):
        lines = [line for line in page.get_textpage().get_text_range().splitlines() if line.strip()]
        assert not any(line.startswith("Part ") for line in lines[-2:])


@needs_browser
def test_hebrew_begins_at_the_right_edge(pages: list[Path]) -> None:
    page = pdf_of(pages[1])[0]
    text: Any = page.get_textpage()
    first = min(range(text.count_chars()), key=lambda at: -text.get_charbox(at)[3])
    heading = text.get_text_range().splitlines()[0]
    right = max(text.get_charbox(at)[2] for at in range(first, first + len(heading)))
    assert right > 0.85 * page.get_width()
