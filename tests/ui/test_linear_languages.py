"""Texts of many languages in screen reader mode, by character and spelled: nothing silent or in English."""

from __future__ import annotations

import unicodedata
from typing import Final

import pytest

from briefing.text.scripts import script_of
from briefing.text.spelling import character
from tests.builders import make_document
from tests.stage import Stage
from tests.ui.test_linear import Reader

SIGNS: Final = " “x” ‘y’ (5 %) – — … / & @ # * + = < > [_] {~} № § € ½ ★ → ❤️ 🇫🇷 👩🏽‍💻 3️⃣"
"""What any text may have."""
TEXTS: Final = {
    "de": "Über „Größe“: Ist's 20 °C? Ja, nein; so!",
    "fr": "L’été « déjà » là : œuvre, çà ? Oui !",
    "es": "¿Qué año? ¡Así, señor! «Hoy».",
    "it": "Perché è così? L’«età»: più!",
    "pt": "Não, é «às» três: avô!",
    "nl": "Zo’n ‘beëdigd’ café: hé, één!",
    "pl": "„Łódź” — żółć, ćma; gęś?",
    "ru": "«Ёлка» — съезд; эй, хорошо!",
    "uk": "«П’ять» — їжак; ґанок, щось!",
    "cs": "„Příliš“ žluťoučký kůň: úpěl?",
    "sv": "”Åäö” — ja, så här: hej!",
    "da": "»Rødgrød« på fløde: åh, ja!",
    "nb": "«Blåbær» og øl: hei, nå!",
    "fi": "”Älä” — yö, työ: hyvä!",
    "el": "«Ώρα» — καλή; Ναι· όχι, ΐ!",
    "tr": "“Iğdır’ın” ışığı: çok, şu, İl!",
    "hu": "„Árvíztűrő” tükör: fúrógép, új!",
    "ro": "„Țară” și știință: așa, în!",
    "he": "״שלום״, מה־זה? ׳כן׳: שָׁם!",
    "ar": "«مَرحبًا»، كيف؟ نعم؛ ٥٪!",
    "fa": "«سلام»، چطور؟ گل؛ پژ ۵٪!",
    "hi": "“नमस्ते” की क्या? हाँ। ॥",
    "ja": "「東京」、いい。ガッツ！（笑）・～ー々？",
    "zh": "“北京”，你好。《书》（一）、！？；：",
    "ko": "“안녕”, 한글? 값: 좋아! ㄱ·",
    "vi": "“Tiếng Việt” được: ừ, đó!",
    "th": "“น้ำ” กำ ๆ ฯลฯ ก็? ฿5!",
    "id": "“Apa?” kata-kata: ya, itu!",
}
ALIKE: Final = (
    "tilde", "plus", "star", "apostrophe", "asterisk", "euro", "dollar", "hashtag", "bullet", "ampersand",
    "underscore", "en dash", "em dash",
)  # fmt: skip
"""What other languages write as English does."""
OF_LATIN: Final = frozenset(
    language for language in TEXTS if script_of(next(filter(str.isalpha, TEXTS[language]))) == "Latn"
)


def reader(language: str) -> Reader:
    return Reader(Stage(make_document(TEXTS[language] + SIGNS, language=language)).open()).start()


def is_english(sign: str, told: str, language: str) -> bool:
    """Whether a sign was told by its English name; names in other scripts have no Latin letters."""
    if language in OF_LATIN:
        return told == character(sign) and told not in ALIKE
    return any(script_of(letter) == "Latn" for letter in told if letter not in sign)


@pytest.mark.parametrize("language", TEXTS)
def test_by_character_no_sign_is_silent_or_said_in_english(language: str) -> None:
    linear = reader(language)
    text = linear.stage.session.document.text
    linear.stage.press("go p1", "read-unit character")
    told = ""
    seen = 0
    while not told.startswith("End of the text."):
        point = linear.stage.session.point
        (told,) = linear.heard("D")
        sign = point.span.of(text) if point.span else ""
        named = told.removeprefix("End of the text. ")
        assert any(letter.isalnum() for letter in named), (sign, told)
        if not any(letter.isalnum() for letter in sign):
            assert not is_english(sign, named, language), (sign, told)
        seen += 1
    assert seen > len(TEXTS[language])


@pytest.mark.parametrize("language", TEXTS)
def test_spelled_and_spelled_by_words_nothing_is_silent_and_letters_are_not_called_in_english(
    language: str,
) -> None:
    linear = reader(language)
    linear.stage.press("go p1")
    for way in ("spelled", "phonetic"):
        told = linear.stage.press(f"read-paragraph {way}").said[-1]
        assert all(part.strip(" .") for part in told.split(", "))
        if language not in OF_LATIN:
            unicode_names = [unicodedata.name(char).lower() for char in TEXTS[language] if char.isalpha()]
            assert not any(name in told for name in unicode_names)
