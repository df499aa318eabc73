"""The script: a token's ways of being said, as the trellis is offered them."""

from __future__ import annotations

from briefing.align.pronunciation.lattice import write_script
from briefing.align.pronunciation.pronouncer import Pronouncer


def said(text: str) -> list[list[str]]:
    script = write_script(text.split(), "en", Pronouncer())
    return [[" ".join(p for word in way.words for p in word) for way in ways] for ways in script.tokens]


def test_every_reading_is_offered_before_a_second_pronunciation_of_one() -> None:
    # Zero is said in two ways, which once took the places of later readings.
    (ways,) = said("2-0")
    assert {"T UW N IH L", "T UW Z IH R OW", "T UW N AH TH IH NG", "T UW T UW Z IH R OW"} <= set(ways)


def test_a_word_is_offered_in_its_pronunciations() -> None:
    (ways,) = said("either")
    assert ways == ["IY DH ER", "AY DH ER"]


def test_what_is_not_spoken_has_a_way_without_words() -> None:
    assert said("—")[0][0] == ""
