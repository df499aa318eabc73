"""Lines that are headings by their bold letters alone, and those that are not."""

from __future__ import annotations

import pytest

from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, told

H, P = BlockKind.HEADING, BlockKind.PARAGRAPH


def test_bold_lines_above_sentences_are_headings() -> None:
    found = told(page(f"<article>{STORY}<p><b>Who pays for it</b></p>{STORY}</article>"))
    assert [text for kind, text in found if kind is H] == ["Who pays for it"]


@pytest.mark.parametrize("line", ["HARBOUR CITY —", "It will be closed.", "Q: Who pays?"])
def test_bold_lines_that_do_not_end_as_headings_do_are_none(line: str) -> None:
    found = told(page(f"<article>{STORY}<p><strong>{line}</strong></p>{STORY}</article>"))
    assert [text for kind, text in found if kind is H] == []


def test_bold_questions_of_an_interview_are_no_headings() -> None:
    turns = "".join(f"<p><b>Why number {i}?</b></p><p>{SENTENCES[i % 4]}</p>" for i in range(6))
    assert all(kind is P for kind, _ in told(page(f"<article>{turns}</article>")))
