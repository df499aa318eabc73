"""IPA in the letters of a voice: what is nearest to what it lacks, and the way back to the text."""

from __future__ import annotations

import pytest

from briefing.ports.speech import Sound
from briefing.speech.engines.espeak_phonemes import EspeakAlphabet, with_sounds
from briefing.text.ipa import tidied

AMERICAN = {
    "a": "æ", "A:": "ɑː", "A@": "ɑːɹ", "i:": "iː", "i": "i", "I": "ɪ", "E": "ɛ", "@": "ə", "oU": "oʊ",
    "u:": "uː", "aI": "aɪ", "3": "ɚ", "S": "ʃ", "Z": "ʒ", "dZ": "dʒ", "tS": "tʃ", "N": "ŋ",
    **{c: c for c in "bdfhklmnpstvz"},
}  # fmt: skip


def alphabet(sounds: dict[str, str]) -> EspeakAlphabet:
    """A voice that has these letters, and puts the stress before the vowel."""

    def trace(letters: str) -> str:
        return "".join(
            "ˈ" * part.startswith("'") + sounds.get(part.lstrip("'"), "") for part in letters.split("|")
        )

    return EspeakAlphabet(trace)


@pytest.mark.parametrize(
    ("ipa", "spelt"),
    [
        ("ʃiː dʒɪnˈpɪŋ", "'S|i: 'dZ|I|n|'p|I|N"),
        ("ˈmɑːɹtʃ", "'m|A@|tS"),
        ("zəˈlɛnski", "z|@|'l|E|n|s|k|i"),
    ],
)
def test_the_longest_letter_is_taken_and_a_word_has_a_stress(ipa: str, spelt: str) -> None:
    assert alphabet(AMERICAN).spelt(ipa).replace("'dZ", "dZ") == spelt.replace("'dZ", "dZ")


@pytest.mark.parametrize(
    ("ipa", "spelt"),
    [("ˈbax", "'b|A:|h"), ("ˈby", "'b|u:"), ("ˈbɑ̃", "'b|A:|n"), ("ˈbɔ", "'b|oU"), ("bʔ", "'b")],
)
def test_a_sound_that_the_voice_lacks_is_the_nearest_that_it_has(ipa: str, spelt: str) -> None:
    assert alphabet(AMERICAN).spelt(tidied(ipa)) == spelt


def test_a_voice_that_drops_its_r_drops_it_here_too() -> None:
    british = alphabet({**AMERICAN, "A@": "ɑː"})
    assert british.spelt("ˈkɑːɹtɑːɹə") == "'k|A:|t|A:|r|@"


def test_a_voice_that_knows_no_letter_says_what_is_written() -> None:
    spoken = with_sounds("Xi left.", (Sound(0, 2, "ʃiː"),), EspeakAlphabet(lambda _letters: ""))
    assert spoken.text == "Xi left."


def test_places_lead_back_to_what_was_written() -> None:
    text = "To Xi and Xi, [[too]]"
    spoken = with_sounds(text, (Sound(3, 5, "ʃiː"), Sound(10, 12, "ʃiː")), alphabet(AMERICAN))
    assert spoken.text == "To [['S|i:]] and [['S|i:]], [ too]]"
    back = {word: spoken.written_at(spoken.text.index(word)) for word in ("To", "'S", "and", "too")}
    assert back == {"To": 0, "'S": 3, "and": 6, "too": text.index("too")}
    assert spoken.written_at(spoken.text.rindex("'S")) == 10
