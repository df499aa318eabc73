"""Sounds in IPA become the voice's, the nearest where it has none."""

from __future__ import annotations

import pytest

from briefing.speech.engines.natural.alphabet import spelt
from briefing.text.ipa import CONSONANTS, VOWELS, tidied


@pytest.mark.parametrize(
    ("ipa", "phonemes"),
    [
        ("ˈkɑːɡoʊ", "kˈɑɡO"),
        ("tʃaɪˈnə dʒɔɪ", "ʧInˈə ʤY"),
        ("ˈɹeɪɡən", "ɹˈAɡən"),
        ("ˈxan", "hˈɑn"),
        ("bõ", "bOn"),
        ("ˈbɜːɹd", "bˈɜɹd"),
    ],
)
def test_sounds_are_written_in_its_letters(ipa: str, phonemes: str) -> None:
    assert spelt(tidied(ipa)) == phonemes


@pytest.mark.parametrize("sound", [each for each in VOWELS + CONSONANTS if each not in "ʔʕʡʘ"])
def test_every_sound_has_a_nearest(sound: str) -> None:
    assert spelt(sound)
