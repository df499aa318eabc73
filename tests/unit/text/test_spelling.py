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
        ("❤\ufe0f", "red heart"),
        ("👩🏽\u200d💻", "woman technologist, medium skin tone"),
        ("🇩🇪", "flag: Germany"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "flag: England"),
        ("1\ufe0f\u20e3", "keycap: 1"),
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
        ("Äß", "de-AT", "großes Umlaut Aachen, Eszett"),
        ("célè", "fr", "Célestin, Eugène accent aigu, Louis, Eugène accent grave"),
        ("Añó", "es", "mayúscula Antonio, Ñoño, Oviedo con acento"),
        ("Perù", "it", "maiuscola Padova, Empoli, Roma, Udine accento grave"),
        ("Łódź", "pl", "wielka litera Łukasz, Olga z kreską, Dorota, Zygmunt z kreską"),
        ("Жи", "ru", "заглавная Женя, Иван"),
        ("Їж", "uk", "велика Їжак, Жайворонок"),
        ("Жи", "en", "capital zhe, i"),
        ("Ж", "bg", "главна ж"),
        ("ж", "de", "Kyrillisch zhe"),
        ("بي", "en", "beh, yeh"),
        ("ع", "ja", "アラビア文字 ain"),
        ("άλς", "el", "Αστήρ τόνος, Λάμα, Σοφός τελικό"),
        ("بَيت", "ar", "بطة فتحة, يد, تاج"),
        ("שם", "he", "שין, מם סופית"),
        ("की", "hi", "कबूतर बड़ी ई की मात्रा"),
        ("น้ำ", "th", "น หนู ไม้โท สระ อำ"),
        ("한", "ko", "하늘 아침 나무"),
        ("한", "fr", "hangûl hieuh a nieun"),
        ("が", "ja", "かわせのカ だくてん"),
        ("パッ", "ja", "カタカナ はがきのハ はんだくてん, ちいさい カタカナ つるかめのツ"),
        ("ー中", "ja", "ちょうおん, 中"),
        ("中", "zh-CN", "中国的中"),
        ("中", "fr", "中"),
        ("Iİ", "tr", "büyük Isparta, büyük İzmir"),
        ("ế", "vi", "echo dấu mũ dấu sắc"),
        ("é", "fi", "Eemeli akuutti"),
        ("ģđ", "cs", "Gustav ģ, David đ"),
        ("ab", None, "alpha, bravo"),
        ("x,", "en", "x-ray, comma"),
    ],
    ids=ascii,
)
def test_letters_have_the_words_of_their_language_or_their_names(
    text: str, language: str | None, words: str
) -> None:
    assert spelled_phonetically(text, language) == words


def test_so_many_languages_have_an_alphabet() -> None:
    assert len(ALPHABETS) == 28 - 2  # Japanese and Korean have words for syllables


@pytest.mark.parametrize("language", ALPHABETS)
def test_an_alphabet_has_a_word_of_its_own_for_each_letter(language: str) -> None:
    words = words_of(language).letters
    assert len(words) >= 26
    assert len(set(words.values())) == len(words)


def test_of_a_long_text_no_more_is_spelled_and_that_is_told_in_its_language() -> None:
    assert spelled("abcd", "fr", most=2) == "a, b, points de suspension"
    assert spelled("abcd", "en", most=2) == "a, b, and so on"


def test_a_character_can_be_told_by_what_unicode_calls_it() -> None:
    assert code_points("é") == "U+00E9, Latin small letter e with acute"
    assert code_points("e\u0301").endswith("; U+0301, combining acute accent")


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Ob?", "de", "großes O, b, Fragezeichen"),
        ("À «", "fr", "majuscule À, espace, guillemet ouvrant"),
        ("¿O", "es", "apertura de interrogación, mayúscula O"),
        ("Да.", "ru-RU", "заглавная Д, а, точка"),
        ("Є—", "uk", "велика Є, тире"),
        ("A.", "pl", "wielka litera A, kropka"),
        ("「あ」、", "ja", "カギカッコ, あ, カギカッコトジ, テン"),
        ("！（", "zh", "感叹号, 左括号"),
        ("A.", "sw", "capital A, period"),
        ("½№", "it", "1 barra di frazione 2, numero"),
        ("п’я", "uk", "п, апостроф, я"),
        ("пʼя", "uk", "п, апостроф, я"),
        (
            "👩🏽\u200d💻🇫🇷2\ufe0f\u20e3",
            "fr",
            "informaticienne, peau légèrement mate, drapeau : France, touches : 2",
        ),
    ],
)
def test_signs_and_capitals_have_the_names_of_the_language_where_it_has_some(
    text: str, language: str, told: str
) -> None:
    assert spelled(text, language) == told
    assert own_language(language) == ("" if language == "sw" else language.split("-", maxsplit=1)[0])
