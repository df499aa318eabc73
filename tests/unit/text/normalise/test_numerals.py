"""Numbers in words: English as another library has it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from briefing.text.normalise.numerals import english, ordinals


@given(st.integers(0, 10**15 - 1) | st.integers(0, 10_000))
def test_english_numbers_agree_with_num2words(number: int) -> None:
    expected = num2words(number).replace("-", " ").replace(",", "")
    ordinal = num2words(number, to="ordinal").replace("-", " ").replace(",", "")

    assert english(number) == expected
    assert ordinal in ordinals(number)
