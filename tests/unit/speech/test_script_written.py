"""What is written in the news and what is said for it, by the tables in `written/`.

Only what is said at the form's own place counts, so a form that is lit too early or too late fails as well.
"""

from __future__ import annotations

import random
import re

import pytest

from briefing.model import Span
from briefing.speech.script import lines
from tests.unit.speech.written.table import plain, rows, said


@pytest.mark.parametrize(
    ("language", "sentence", "spoken"),
    [(language, *row) for language in ("en", "de", "fr", "es") for row in rows(language)],
)
def test_a_written_form_is_said_as_a_newsreader_says_it(language: str, sentence: str, spoken: str) -> None:
    assert said(sentence, language) in [plain(way, language) for way in spoken.split(" | ")]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "ru"])
def test_whatever_stands_beside_a_form_its_words_lead_back_into_the_text(language: str) -> None:
    """An abbreviation or a unit at the very end of a text had been looked for behind it."""
    tokens = [
        token
        for table in ("en", "de", "fr", "es")
        for sentence, _ in rows(table)
        for token in re.sub("[{}]", "", sentence).split()
    ]
    mixed = random.Random(13)
    for _ in range(300):
        text = " ".join(mixed.choices(tokens, k=mixed.randint(1, 7)))
        for line in lines(text, Span(0, len(text)), language):
            assert all(0 <= origin < len(text) for origin in line.origins), text
