"""The pronunciation lattice: a token's ways of being said, as the trellis is offered them."""

from __future__ import annotations

from briefing.align.pronunciation.lattice import build_lattice
from briefing.align.pronunciation.pronouncer import Pronouncer


def variant(text: str) -> list[list[str]]:
    lattice = build_lattice(text.split(), "en", Pronouncer())
    return [[" ".join(p for word in way.words for p in word) for way in ways] for ways in lattice.tokens]


def test_every_reading_is_offered_before_a_second_pronunciation_of_one() -> None:
    # Zero is said in two ways, which once took the places of later readings.
    (ways,) = variant("2-0")
    assert {"T UW N IH L", "T UW Z IH R OW", "T UW N AH TH IH NG", "T UW T UW Z IH R OW"} <= set(ways)


def test_a_word_is_offered_in_its_pronunciations() -> None:
    (ways,) = variant("either")
    assert ways == ["IY DH ER", "AY DH ER"]


def test_what_is_not_spoken_has_a_way_without_words() -> None:
    assert variant("—")[0][0] == ""
