"""Characters and their columns."""

from __future__ import annotations

import pytest

from briefing.text.columns import columns_of


@pytest.mark.parametrize(
    ("char", "columns"),
    [("a", 1), ("ł", 1), ("習", 2), ("한", 2), ("Ａ", 2), ("\u0301", 0), ("\u200d", 0), ("\u093e", 1)],
    ids=["letter", "barred", "han", "hangul", "fullwidth", "acute", "joiner", "spacing-mark"],
)
def test_a_character_takes_the_columns_that_terminals_give_it(char: str, columns: int) -> None:
    assert columns_of(char) == columns
