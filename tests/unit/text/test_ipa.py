"""The phonetic alphabet as it is typed, in the one form in which it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.ipa import MOST_SYMBOLS, NEAREST, tidied


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/zəˈlɛnski/", "zəˈlɛnski"),
        ("[ ʃiː  dʒɪn.ˈpɪŋ ]", "ʃiː dʒɪnˈpɪŋ"),
        ("t͡ʃa:'go", "tʃaːˈɡo"),
        ("ʤʌŋ", "dʒʌŋ"),
        ("makʁɔ̃", "makʁɔ̃"),
        ("fʁɑ̃sˈwa", "fʁɑ̃sˈwa"),
        ("ç", "ç"),
        ("pʰɛnʲ", "pɛn"),
        ("ni˨˩xau˧", "nixau"),
    ],
)
def test_every_way_to_type_it_is_one(typed: str, kept: str) -> None:
    assert tidied(typed) == kept
    assert tidied(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "//", "zeh LEN skee!", "ˈ", "K IY1 V", "Шольц", "a" * (MOST_SYMBOLS + 1), "5"]
)
def test_what_is_no_ipa_is_refused(typed: str) -> None:
    assert tidied(typed) == ""


@given(st.text(max_size=60))
def test_whatever_is_typed_is_brought_into_a_form_that_stays(typed: str) -> None:
    assert tidied(tidied(typed)) == tidied(typed)


def test_what_is_near_to_a_sound_is_ipa_as_it_is_kept() -> None:
    for sound, near in NEAREST.items():
        assert all(not each or tidied(each) == each for each in (sound, *near)), sound
