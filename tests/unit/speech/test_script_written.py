"""What is written in the news and what is said for it, by the tables in `written/`.

Only what is said at the form's own place counts, so a form that is lit too early or too late fails as well.
"""

from __future__ import annotations

import pytest

from tests.unit.speech.written.table import plain, rows, said


@pytest.mark.parametrize(
    ("language", "sentence", "spoken"),
    [(language, *row) for language in ("en", "de", "fr", "es") for row in rows(language)],
)
def test_a_written_form_is_said_as_a_newsreader_says_it(language: str, sentence: str, spoken: str) -> None:
    assert said(sentence, language) in [plain(way, language) for way in spoken.split(" | ")]
