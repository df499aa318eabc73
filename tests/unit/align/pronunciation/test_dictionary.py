"""The dictionary is searched where it stands, and finds all that is in it."""

from __future__ import annotations

from importlib import resources

import pytest

from briefing.align.pronunciation.dictionary import Dictionary, read_dictionary

SMALL = b"a AH\na(2) EY\na's EY Z\nbead B IY D\nbeads B IY D Z\nzoo Z UW"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("a", [("AH",), ("EY",)]),
        ("a's", [("EY", "Z")]),
        ("bead", [("B", "IY", "D")]),
        ("beads", [("B", "IY", "D", "Z")]),
        ("zoo", [("Z", "UW")]),
        ("bea", []),
        ("", []),
        ("0", []),
        ("zoos", []),
        ("zoë", []),
    ],
)
def test_a_word_is_found_or_not(word: str, found: list[tuple[str, ...]]) -> None:
    assert Dictionary(SMALL).find(word) == found


def test_an_empty_one_has_no_words() -> None:
    assert Dictionary(b"").find("a") == []


def test_every_hundredth_word_of_the_installed_one_is_found_with_all_its_pronunciations() -> None:
    pytest.importorskip("pocketsphinx")
    text = resources.files("pocketsphinx").joinpath("model/en-us/cmudict-en-us.dict").read_text("utf-8")
    told: dict[str, list[tuple[str, ...]]] = {}
    for line in text.splitlines():
        word, *phones = line.split()
        told.setdefault(word.partition("(")[0], []).append(tuple(phones))
    dictionary = read_dictionary()
    words = sorted(told)
    for word in [*words[::100], words[0], words[-1]]:
        assert dictionary.find(word) == told[word]
