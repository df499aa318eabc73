"""Pronunciations in a line: sounds over the words, respellings in their place, the light where it was."""

from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.speech.pieces import SaidBy
from briefing.speech.script import ScriptLine, lines
from briefing.text.pronunciation.dictionary import Pronunciations
from briefing.text.pronunciation.entry import make_entry

OWN = Pronunciations(
    [
        make_entry("Xi Jinping", "shee jin-PING /ʃiː dʒɪnˈpɪŋ/", is_exact=True),
        make_entry("Zelenskyy", "/zəˈlɛnski/"),
        make_entry("SQL", "sequel"),
        make_entry("Ban Ki-moon", "/bɑːn kiːˈmuːn/"),
        make_entry("Mc*", "mack *"),
    ]
)


def line(text: str, *, takes_sounds: bool = True) -> ScriptLine:
    (made,) = lines(text, Span(0, len(text)), "en-US", said=SaidBy(OWN, takes_sounds))
    return made


def sounds(made: ScriptLine) -> list[tuple[str, str]]:
    return [(made.text[each.start : each.stop], each.ipa) for each in made.sounds]


def test_each_word_of_a_name_has_its_own_sound() -> None:
    made = line("“Xi Jinping’s men met Zelenskyy.”")
    assert made.text == "“Xi Jinping’s men met Zelenskyy.”"
    assert sounds(made) == [("Xi", "ʃiː"), ("Jinping’s", "dʒɪnˈpɪŋz"), ("Zelenskyy", "zəˈlɛnski")]


def test_a_name_with_fewer_sounds_than_words_is_said_at_its_first() -> None:
    made = line("Ban Ki-moon left.")
    assert sounds(made) == [("Ban", "bɑːn kiːˈmuːn")]
    assert made.text == "Ban - left."


@pytest.mark.parametrize("text", ["SQL is old.", "the SQL, too", "“SQL’s” end"])
def test_what_the_rules_would_spell_is_said_by_its_pronunciation(text: str) -> None:
    assert "sequel" in line(text).text
    assert "S.Q.L" not in line(text).text


def test_a_voice_that_takes_no_sounds_gets_the_respelling_in_small_letters() -> None:
    made = line("So Xi Jinping’s men met Zelenskyy.", takes_sounds=False)
    assert made.text == "So shee jin-ping's men met Zelenskyy."
    assert made.sounds == ()


def test_what_is_said_leads_back_to_the_word_that_is_written() -> None:
    text = "In McDonald's SQL, Xi Jinping met Zelenskyy."
    for takes_sounds in (True, False):
        made = line(text, takes_sounds=takes_sounds)
        for word in ("met", "Zelenskyy"):
            assert made.origin(made.text.index(word)) == text.index(word)
        assert made.origin(made.text.index("mack")) == text.index("McDonald")
        assert made.origin(made.text.index("sequel")) == text.index("SQL")


def test_a_long_sentence_keeps_its_sounds_on_every_line() -> None:
    text = "Xi Jinping met Zelenskyy, and then again " * 30
    made = lines(text, Span(0, len(text)), "en", said=SaidBy(OWN, takes_sounds=True))
    assert len(made) > 1
    told = [pair for each in made for pair in sounds(each)]
    assert told == [("Xi", "ʃiː"), ("Jinping", "dʒɪnˈpɪŋ"), ("Zelenskyy", "zəˈlɛnski")] * 30
