"""Words that nobody wrote by hand are handed to a voice in no more time than others."""

from __future__ import annotations

import pytest

from briefing.speech.wording import english_pieces


@pytest.mark.parametrize("end", ["1", "_", "’s’"])
def test_a_long_word_with_a_sign_behind_it_does_not_hold_up_the_voice(end: str) -> None:
    word = "antidisestablishmentarianisms" * 20 + end
    said = list(english_pieces([("The", 0, True), (word, 4, True), ("ends.", 600, True)], "en"))
    assert said[0][0] == "The"
    assert len(said) == 3
