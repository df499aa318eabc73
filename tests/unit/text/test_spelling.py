"""What characters are called, spelled and spelled by an alphabet's words."""

from __future__ import annotations

import pytest

from briefing.text.phonetic import ALPHABETS, words_of
from briefing.text.spelling import character, code_points, own_language, spelled, spelled_phonetically


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("b", "b"),
        ("B", "capital B"),
        ("e\u0301", "é"),
        ("7", "7"),
        (" ", "space"),
        (",", "comma"),
        ("“", "left quote"),
        ("€", "euro"),
        ("한", "한"),
        ("中", "中"),
        ("بَ", "ب fatha"),
        ("❤\ufe0f", "heavy black heart"),
        ("👩🏽\u200d💻", "woman, medium skin tone and personal computer"),
        ("🇩🇪", "flag D E"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "flag G B E N G"),
        ("1\ufe0f\u20e3", "keycap 1"),
        ("\u0301", "acute accent"),
        ("q\u0323", "q dot below"),
    ],
    ids=ascii,
)
def test_a_character_is_itself_or_has_a_name(char: str, name: str) -> None:
    assert character(char) == name


def test_a_word_is_spelled_with_its_capitals_and_signs() -> None:
    assert spelled("U.S.") == "capital U, period, capital S, period"
    assert spelled("a b") == "a, space, b"
    assert spelled("abcdef", most=3) == "a, b, c, and so on"
    assert spelled("abc", most=3) == "a, b, c"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Kim2", "en", "capital kilo, india, mike, 2"),
        ("Äß", "de-AT", "großes Umlaut-Aachen, Eszett"),
        ("célè", "fr", "Célestin, Eugène accent aigu, Louis, Eugène accent grave"),
        ("Añó", "es", "mayúscula Antonio, Ñoño, Oviedo con acento"),
        ("Perù", "it", "capital Padova, Empoli, Roma, Udine accento grave"),
        ("Łódź", "pl", "capital lima with stroke, oscar acute accent, delta, zulu acute accent"),
        ("Жи", "ru", "заглавная Женя, Иван"),
        ("Їж", "uk", "велика Їжак, Жук"),
        ("Жи", "bg", "capital zhe, i"),
        ("άλφ", "el", "alpha with tonos, lamda, phi"),
        ("بيت", "ar", "beh, yeh, teh"),
        ("한", "ko", "hieuh a nieun"),
        ("か中", "ja", "hiragana ka, 中"),
        ("ab", None, "alpha, bravo"),
        ("x,", "en", "x-ray, comma"),
    ],
    ids=ascii,
)
def test_letters_have_the_words_of_their_language_or_their_names(
    text: str, language: str | None, words: str
) -> None:
    assert spelled_phonetically(text, language) == words


@pytest.mark.parametrize("language", ALPHABETS)
def test_an_alphabet_has_a_word_of_its_own_for_each_letter(language: str) -> None:
    words = words_of(language).letters
    assert len(words) >= 26
    assert len(set(words.values())) == len(words)


def test_a_character_can_be_told_by_what_unicode_calls_it() -> None:
    assert code_points("é") == "U+00E9, Latin small letter e with acute"
    assert code_points("e\u0301").endswith("; U+0301, combining acute accent")


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Ob?", "de", "großes O, b, Fragezeichen"),
        ("À «", "fr", "majuscule À, espace, guillemet ouvrant"),
        ("¿O", "es", "opening question mark, mayúscula O"),
        ("Да.", "ru-RU", "заглавная Д, а, точка"),
        ("Є—", "uk", "велика Є, тире"),
        ("A.", "pl", "capital A, period"),
    ],
)
def test_signs_and_capitals_have_the_names_of_the_language_where_it_has_some(
    text: str, language: str, told: str
) -> None:
    assert spelled(text, language) == told
    assert own_language(language) == ("" if language == "pl" else language.split("-", maxsplit=1)[0])
