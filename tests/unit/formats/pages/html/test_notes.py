"""Footnotes and references are notes: there on request, and their marks do not run into words."""

from __future__ import annotations

import pytest

from briefing.model import BlockKind
from tests.unit.formats.pages.html.pages_made import SENTENCES, STORY, page, told


@pytest.mark.parametrize(
    "notes",
    [
        '<ol class="footnotes"><li><p>The city’s own count. <a href="#r1">↩</a></p></li></ol>',
        '<ol class="footnotes"><li>The city’s own count. <a href="#r1">Back to text</a></li></ol>',
        '<ol class="footnotes"><li>The city’s own count. <a href="#r1">↑ back</a></li></ol>',
        '<div role="doc-endnotes"><p>The city’s own count.</p></div>',
        '<div class="reflist"><ol><li>The city’s own count.</li></ol></div>',
    ],
)
def test_footnotes_are_notes(notes: str) -> None:
    found = told(page(f"<article>{STORY}{notes}</article>"))
    assert found[-1] == (BlockKind.NOTE, "The city’s own count.")
    assert [text for kind, text in found if kind is BlockKind.PARAGRAPH] == list(SENTENCES)


@pytest.mark.parametrize("mark", ["1", "[1]", "(1)"])
def test_the_mark_of_a_note_does_not_run_into_a_word(mark: str) -> None:
    body = STORY.replace("work.", f'work<sup><a href="#fn1">{mark}</a></sup>.')
    assert "two years of work[1]." in told(page(f"<article>{body}</article>"))[0][1]
